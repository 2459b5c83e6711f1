"""Experts' accounts, for staff: who has one, links for new ones, taking one away."""

from collections.abc import Awaitable, Callable, Sequence

import structlog
from telegram import Update
from telegram.helpers import create_deep_linked_url

from bot.knowledge.values import Member
from bot.messages.callbacks import ATTEND, MENTORS, mark_of, pack
from bot.messages.message import Button, Message
from bot.messages.texts import Texts
from bot.people import mentor_invitations, mentors
from bot.people.staff import Right
from handlers.access import demand, may, requires
from handlers.callbacks import MAX_PERSON_DIGITS, StalePressError, number, press, step_of
from handlers.context import ParkContext, Tenant
from handlers.mentor import experts
from handlers.replies import acknowledge, reply, show
from storage.models import Mentor

log = structlog.get_logger(__name__)

LISTED = 60
"""With a button each; Telegram takes 100 buttons."""

Step = Callable[[Update, ParkContext, Tenant, list[str]], Awaitable[None]]


@press
@requires(Right.READ)
async def manage(update: Update, context: ParkContext) -> None:
    """A press on mentors:<step>[:<argument>]; those of CHANGES are for who may change it."""
    step, take, arguments = step_of(update, STEPS)
    if step in CHANGES:
        await demand(update, context, Right.MENTORING)
    await take(update, context, await Tenant.of(update, context), arguments)


async def _list(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:  # noqa: ARG001
    await _show(update, context, tenant)


async def _invite(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:  # noqa: ARG001
    """For which member of the alliance?"""
    texts = tenant.texts
    rows = [
        (Button(one.name.to(tenant.language), pack(MENTORS, "link", mark_of(one.id))),)
        for one in await _members(context)
    ]
    await acknowledge(update)
    back = (Button(texts("mentoring-button-back"), pack(MENTORS, "list")),)
    await show(
        update, context, Message(texts("mentors-for-whom"), heading=texts("mentors-title"), buttons=(*rows, back))
    )


async def _link(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    """A message to be forwarded to the expert."""
    member = next((one for one in await _members(context) if mark_of(one.id) == arguments[0]), None)
    if member is None or update.effective_user is None:
        raise StalePressError
    secret, until = await mentor_invitations.make(
        context.services.database, member.id, update.effective_user.id, context.now
    )
    log.info("mentor.invited", member=member.id)
    texts, link = tenant.texts, create_deep_linked_url(context.bot.username, f"{experts.LINK}_{secret}")
    text = texts("mentors-invite", link=link, until=context.local(until))
    await acknowledge(update)
    title = texts("mentors-invite-title", name=member.name.to(tenant.language))
    await reply(update, context, Message(text, heading=title))


async def _withdraw(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:  # noqa: ARG001
    await mentor_invitations.withdraw(context.services.database)
    log.info("mentor.invitations_withdrawn")
    await _show(update, context, tenant, "team-withdrawn")


async def _ask(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    """Is the account to be taken away?"""
    person = number(arguments[0], MAX_PERSON_DIGITS)
    mentor = await mentors.find(context.services.database, person)
    if mentor is None:
        raise StalePressError("mentors-gone")
    texts = tenant.texts
    no = Button(texts("team-button-keep"), pack(MENTORS, "list"))
    yes = Button(texts("team-button-remove"), pack(MENTORS, "remove", person))
    title = texts("mentors-remove-title", name=_named(mentor))
    await acknowledge(update)
    await show(update, context, Message(texts("mentors-remove-text"), heading=title, buttons=((no, yes),)))


async def _remove(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    if not await mentors.remove(context.services.database, number(arguments[0], MAX_PERSON_DIGITS)):
        raise StalePressError("mentors-gone")
    log.info("mentor.removed")
    await _show(update, context, tenant, "team-removed")


async def _show(update: Update, context: ParkContext, tenant: Tenant, toast: str = "") -> None:
    """Who has an account, with buttons for those who may change it."""
    texts, database = tenant.texts, context.services.database
    known, names = (
        await mentors.everybody(database),
        {one.id: one.name.to(tenant.language) for one in await _members(context)},
    )
    waiting = [
        texts("mentors-waiting", name=names.get(one.member_id, one.member_id), until=context.local(one.expires_at))
        for one in await mentor_invitations.waiting(database, context.now)
    ]
    lines = [_line(texts, one, names) for one in known] or [texts("mentors-nobody")]
    rows = _rows(texts, known, names, waiting) if await may(update, context, Right.MENTORING) else []
    back = (Button(texts("attend-button-back"), ATTEND),)
    await acknowledge(update, texts(toast) if toast else "")
    message = Message("\n".join([*lines, *waiting]), heading=texts("mentors-title"), buttons=(*rows, back))
    await show(update, context, message)


def _rows(
    texts: Texts, known: Sequence[Mentor], names: dict[str, str], waiting: Sequence[str]
) -> list[tuple[Button, ...]]:
    rows: list[tuple[Button, ...]] = [
        (Button(_line(texts, one, names), pack(MENTORS, "ask", one.telegram_id)),) for one in known[:LISTED]
    ]
    rows.append((Button(texts("mentors-button-invite"), pack(MENTORS, "invite")),))
    if waiting:
        rows.append((Button(texts("team-button-withdraw"), pack(MENTORS, "withdraw")),))
    return rows


def _line(texts: Texts, mentor: Mentor, names: dict[str, str]) -> str:
    return texts("mentors-row", member=names.get(mentor.member_id, mentor.member_id), name=_named(mentor))


def _named(mentor: Mentor) -> str:
    return mentor.name or f"{mentor.telegram_id}"


async def _members(context: ParkContext) -> list[Member]:
    snapshot = await context.services.answering.knowledge(context.now)
    return list(snapshot.members.values())


STEPS: dict[tuple[str, int], Step] = {
    ("list", 0): _list,
    ("invite", 0): _invite,
    ("link", 1): _link,
    ("withdraw", 0): _withdraw,
    ("ask", 1): _ask,
    ("remove", 1): _remove,
}
"""By the step's name and how many arguments it has."""

CHANGES = frozenset({"invite", "link", "withdraw", "ask", "remove"})
