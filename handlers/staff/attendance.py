"""/mentoring_admin: for which dates people signed up, who they are, and the list as a spreadsheet."""

from collections.abc import Sequence
from datetime import datetime

import structlog
from telegram import Update

from bot.delivery import telegram
from bot.knowledge.snapshot import Snapshot
from bot.mentoring import notices as mentoring
from bot.mentoring.days import Day
from bot.messages.callbacks import ATTEND, MENTORING_DAY, MENTORS, pack, unpack
from bot.messages.message import Button, Message
from bot.messages.texts import Texts
from bot.people import companies
from bot.people.staff import Right
from bot.registrations.dates import Date
from handlers.access import requires
from handlers.callbacks import StalePressError, number, press
from handlers.context import ParkContext, Tenant
from handlers.replies import acknowledge, reply, show
from storage.models import Membership, Registration, RegistrationState

log = structlog.get_logger(__name__)

FILE = "file"
SHOWN = 30
"""People who are listed in a message; the spreadsheet has all of them."""
LISTED = 20

People = Sequence[tuple[Registration, Membership | None]]


async def overview(update: Update, context: ParkContext) -> None:
    await reply(update, context, await _listed(context, await Tenant.of(update, context)))


@press
@requires(Right.READ)
async def open_page(update: Update, context: ParkContext) -> None:
    """A press on attend, attend:<occurrence> or attend:<occurrence>:file."""
    tenant = await Tenant.of(update, context)
    _, arguments = unpack((update.callback_query.data if update.callback_query else None) or "")
    match arguments:
        case []:
            message = await _listed(context, tenant)
        case [occurrence]:
            message = await _date(context, tenant, number(occurrence))
        case [occurrence, "file"]:
            await acknowledge(update)
            await _send_file(context, tenant, number(occurrence))
            return
        case _:
            raise StalePressError
    await acknowledge(update)
    await show(update, context, message)


async def _listed(context: ParkContext, tenant: Tenant) -> Message:
    """The dates to come for which somebody signed up, the next one first; then mentoring days that are over."""
    texts = tenant.texts
    dates = (await context.services.registrations.attended())[:LISTED]
    snapshot, days = await context.services.answering.knowledge(context.now), context.services.mentoring.days
    rows = [_day_row(texts, day, snapshot, context.now) for day in (await days.ahead())[:LISTED]]
    for date in dates:
        words = await context.services.registrations.words(date)
        label = texts("signup-row-named", name=words.name(tenant.language), when=words.when(texts))
        rows.append((Button(label, pack(ATTEND, date.occurrence.id)),))
    rows += [_day_row(texts, day, snapshot, context.now) for day in (await days.recent())[:LISTED]]
    text = texts("attend-pick" if rows else "attend-none")
    experts = (Button(texts("mentors-title"), pack(MENTORS, "list")),)
    return Message(text, heading=texts("attend-title"), buttons=(*rows, experts))


def _day_row(texts: Texts, day: Day, snapshot: Snapshot, now: datetime) -> tuple[Button, ...]:
    words = mentoring.Words(day, snapshot, now)
    label = texts("signup-row-named", name=words.name(texts.language), when=words.when(texts))
    return (Button(label, pack(MENTORING_DAY, "open", day.id)),)


async def _date(context: ParkContext, tenant: Tenant, occurrence_id: int) -> Message:
    texts, registrations = tenant.texts, context.services.registrations
    date = await registrations.find(occurrence_id)
    words = await registrations.words(date)
    people = await registrations.attendees(occurrence_id)
    names = await companies.names(context.services.database, tenant.language)
    lines = [words.facts(texts), _counted(texts, date, people)]
    lines += [
        texts("attend-row", name=_person(texts, one, names), state=_state(texts, one[0])) for one in people[:SHOWN]
    ]
    if len(people) > SHOWN:
        lines.append(texts("attend-more", count=len(people) - SHOWN))
    file = (Button(texts("attend-button-file"), pack(ATTEND, occurrence_id, FILE)),) if people else ()
    back = (Button(texts("attend-button-back"), ATTEND),)
    return Message("\n".join(lines), heading=words.name(tenant.language), buttons=tuple(filter(None, (file, back))))


async def _send_file(context: ParkContext, tenant: Tenant, occurrence_id: int) -> None:
    # start-up time: most days nobody asks for a spreadsheet
    from bot.knowledge.formats.sheets import Sheet  # noqa: PLC0415
    from bot.knowledge.formats.workbook_writer import write  # noqa: PLC0415

    texts, registrations = tenant.texts, context.services.registrations
    date = await registrations.find(occurrence_id)
    words = await registrations.words(date)
    people = await registrations.attendees(occurrence_id)
    names = await companies.names(context.services.database, tenant.language)
    rows = [_row(context, texts, one, names) for one in people]
    header = [texts(f"attend-column-{name}") for name in ("name", "company", "state", "since", "coming")]
    sheet = Sheet(texts("attend-sheet"), header, [dict(zip(header, row, strict=True)) for row in rows])
    log.info("registrations.exported", occurrence=occurrence_id, people=len(people))
    name = f"{date.event.id}-{date.occurrence.starts_at.astimezone(words.zone):%Y%m%d}.xlsx"
    await telegram.send_file(context.bot, tenant.chat_id, name, write([sheet]), words.name(tenant.language))


def _row(
    context: ParkContext, texts: Texts, one: tuple[Registration, Membership | None], names: dict[str, str]
) -> list[str]:
    registration, member = one
    return [
        (member.shown_as if member else None) or "",
        names.get(member.company_id, member.company_id) if member else "",
        _state(texts, registration),
        context.local(registration.queued_at),
        context.local(registration.confirmed_at) if registration.confirmed_at else "",
    ]


def _counted(texts: Texts, date: Date, people: People) -> str:
    registered = sum(one.state is RegistrationState.REGISTERED for one, _ in people)
    waiting = sum(one.state is RegistrationState.WAITING for one, _ in people)
    if date.event.seats:
        return texts("attend-counted-seats", registered=registered, seats=date.event.seats, waiting=waiting)
    return texts("attend-counted", registered=registered)


def _person(texts: Texts, one: tuple[Registration, Membership | None], names: dict[str, str]) -> str:
    _, member = one
    if member is None:
        return texts("attend-nobody")
    company = names.get(member.company_id, member.company_id)
    return texts("attend-person", name=member.shown_as, company=company) if member.shown_as else company


def _state(texts: Texts, registration: Registration) -> str:
    if registration.state is RegistrationState.REGISTERED and registration.confirmed_at:
        return texts("attend-state-coming")
    return texts(f"attend-state-{registration.state}")
