"""A mentoring day while it goes on, for staff: who is there, running late, the code at the door, lists."""

from collections.abc import Awaitable, Callable

import structlog
from telegram import Update
from telegram.helpers import create_deep_linked_url

from bot.delivery import telegram
from bot.mentoring.days import Day
from bot.messages.message import Message
from bot.people.staff import Right
from bot.profile.invitation import qr_code
from handlers.access import demand, may, requires
from handlers.callbacks import StalePressError, number, press, step_of
from handlers.context import ParkContext, Tenant
from handlers.replies import acknowledge, reply, show
from handlers.staff import on_day_pages as pages
from handlers.staff.mentoring_days import seen_by
from handlers.tenant import meetings

log = structlog.get_logger(__name__)

Step = Callable[[Update, ParkContext, Tenant, list[str]], Awaitable[None]]


@press
@requires(Right.READ)
async def look(update: Update, context: ParkContext) -> None:
    """A press on onday:<step>:<argument>...; those of CHANGES are for who may change it."""
    step, take, arguments = step_of(update, STEPS)
    if step in CHANGES:
        await demand(update, context, Right.MENTORING)
    await take(update, context, await Tenant.of(update, context), arguments)


async def _open(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    day = await context.services.mentoring.days.find(number(arguments[0]))
    seen = await seen_by(context, tenant, day)
    desk, writes = context.services.mentoring.arranging, await may(update, context, Right.MENTORING)
    slots, applications = await desk.timetable(day.id), await desk.applications(day.id)
    await acknowledge(update)
    await show(update, context, pages.menu(seen, slots, applications, writes=writes))


async def _here(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    await _show_presence(update, context, tenant, await context.services.mentoring.days.find(number(arguments[0])))


async def _in(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    day = await context.services.mentoring.presence.check_in(number(arguments[0]), here=True)
    await _show_presence(update, context, tenant, day)


async def _out(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    day = await context.services.mentoring.presence.check_in(number(arguments[0]), here=False)
    await _show_presence(update, context, tenant, day)


async def _late(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    """onday:late:<occurrence> asks which table, onday:late:<occurrence>:<table> by how much."""
    day = await context.services.mentoring.days.find(number(arguments[0]))
    if len(arguments) > 1:
        table = _table(day, arguments[1])
        await acknowledge(update)
        await _show_minutes(update, context, tenant, day, table)
        return
    await acknowledge(update)
    await show(update, context, pages.tables(await seen_by(context, tenant, day)))


async def _later(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    await _shift(update, context, tenant, arguments, 1)


async def _sooner(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    await _shift(update, context, tenant, arguments, -1)


async def _shift(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str], sign: int) -> None:
    """onday:later:<occurrence>:<table>:<minutes>:<state of what was shown>."""
    day = await context.services.mentoring.days.find(number(arguments[0]))
    table, minutes = _table(day, arguments[1]), number(arguments[2])
    if minutes not in pages.STEPS_OF_DELAY:
        raise StalePressError
    member_id = day.experts[table - 1].id if table else None
    day = await context.services.mentoring.delaying.shift(day.id, sign * minutes, arguments[3], member_id)
    await acknowledge(update, tenant.texts("mentoring-told"))
    await _show_minutes(update, context, tenant, day, table)


async def _door(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    """A picture to be shown or printed at the door."""
    day = await context.services.mentoring.days.find(number(arguments[0]))
    secret = await context.services.mentoring.presence.open_door(day.id)
    log.info("mentoring.door_opened", occurrence=day.id)
    seen = await seen_by(context, tenant, day)
    link = create_deep_linked_url(context.bot.username, f"{meetings.DOOR}_{secret}")
    text = tenant.texts("onday-door", when=seen.words.when(tenant.texts))
    await acknowledge(update)
    await reply(update, context, Message(text, heading=seen.name, picture=qr_code(link)))


async def _roster(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    # start-up time: most days nobody asks for a spreadsheet
    from bot.mentoring.roster_file import roster_file  # noqa: PLC0415

    day = await context.services.mentoring.days.find(number(arguments[0]))
    seen, desk = await seen_by(context, tenant, day), context.services.mentoring.arranging
    slots, applications = await desk.timetable(day.id), await desk.applications(day.id)
    parties = {one.id or 0: (seen.party(one), one.product) for one in applications}
    log.info("mentoring.roster_printed", occurrence=day.id)
    await acknowledge(update)
    data = roster_file(tenant.texts, seen.words, [one for one in slots if one.offered_until is None], parties)
    await telegram.send_file(context.bot, tenant.chat_id, f"{_file(day)}-roster.xlsx", data, seen.name)


async def _export(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    # start-up time: most days nobody asks for a spreadsheet
    from bot.knowledge.formats.workbook_writer import write  # noqa: PLC0415
    from handlers.staff.on_day_export import sheet  # noqa: PLC0415

    day = await context.services.mentoring.days.find(number(arguments[0]))
    seen, desk = await seen_by(context, tenant, day), context.services.mentoring.arranging
    applications, slots = await desk.every_application(day.id), await desk.timetable(day.id)
    log.info("mentoring.exported", occurrence=day.id, applications=len(applications))
    await acknowledge(update)
    data = write([sheet(seen, applications, slots, context.local)])
    await telegram.send_file(context.bot, tenant.chat_id, f"{_file(day)}.xlsx", data, seen.name)


async def _show_presence(update: Update, context: ParkContext, tenant: Tenant, day: Day) -> None:
    seen, desk = await seen_by(context, tenant, day), context.services.mentoring.arranging
    slots, applications = await desk.timetable(day.id), await desk.applications(day.id)
    writes = await may(update, context, Right.MENTORING)
    await acknowledge(update)
    await show(update, context, pages.presence(seen, slots, applications, writes=writes))


async def _show_minutes(update: Update, context: ParkContext, tenant: Tenant, day: Day, table: int) -> None:
    slots = await context.services.mentoring.arranging.timetable(day.id)
    await show(update, context, pages.minutes(await seen_by(context, tenant, day), table, slots))


def _table(day: Day, argument: str) -> int:
    table = number(argument)
    if table > len(day.experts):
        raise StalePressError
    return table


def _file(day: Day) -> str:
    return f"{day.programme.id}-{day.starts:%Y%m%d}"


STEPS: dict[tuple[str, int], Step] = {
    ("open", 1): _open,
    ("here", 1): _here,
    ("in", 1): _in,
    ("out", 1): _out,
    ("late", 1): _late,
    ("late", 2): _late,
    ("later", 4): _later,
    ("sooner", 4): _sooner,
    ("door", 1): _door,
    ("roster", 1): _roster,
    ("file", 1): _export,
}
"""By the step's name and how many arguments it has."""

CHANGES = frozenset({"in", "out", "late", "later", "sooner", "door"})
