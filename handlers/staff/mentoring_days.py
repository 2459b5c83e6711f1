"""Mentoring days for staff: who applies, who is admitted, and the timetable."""

from collections.abc import Awaitable, Callable

import structlog
from telegram import Update

from bot.mentoring.days import Day
from bot.mentoring.telling import REASONS
from bot.people import companies
from bot.people.staff import Right
from handlers.access import demand, may, requires
from handlers.callbacks import StalePressError, number, press, step_of
from handlers.context import ParkContext, Tenant
from handlers.replies import acknowledge, show
from handlers.staff import mentoring_day_pages as pages
from handlers.staff.mentoring_day_pages import Seen

log = structlog.get_logger(__name__)

Step = Callable[[Update, ParkContext, Tenant, list[int]], Awaitable[None]]


@press
@requires(Right.READ)
async def look(update: Update, context: ParkContext) -> None:
    """A press on day:<step>:<id>...; those of CHANGES are for who may change it."""
    step, take, arguments = step_of(update, STEPS)
    if step in CHANGES:
        await demand(update, context, Right.MENTORING)
    await take(update, context, await Tenant.of(update, context), [number(one) for one in arguments])


async def _day(update: Update, context: ParkContext, tenant: Tenant, arguments: list[int]) -> None:
    day = await context.services.mentoring.days.find(arguments[0])
    await show_day(update, context, tenant, day)


async def _application(update: Update, context: ParkContext, tenant: Tenant, arguments: list[int]) -> None:
    application = await context.services.mentoring.arranging.application(arguments[0])
    seen = await seen_by(context, tenant, await context.services.mentoring.days.find(application.occurrence_id))
    writes = await may(update, context, Right.MENTORING)
    await acknowledge(update)
    missed = await context.services.mentoring.presence.missed(application)
    await show(update, context, pages.application(seen, application, writes=writes, missed=missed))


async def _decide(update: Update, context: ParkContext, tenant: Tenant, arguments: list[int]) -> None:
    """day:admit:<application>, day:decline:<application>:<number of the reason>."""
    reason = None
    if len(arguments) > 1:
        if arguments[1] >= len(REASONS):
            raise StalePressError
        reason = REASONS[arguments[1]]
    application = await context.services.mentoring.arranging.decide(arguments[0], reason)
    log.info("mentoring.decided", application=application.id, state=application.state.value)
    await show_day(
        update, context, tenant, await context.services.mentoring.days.find(application.occurrence_id), "mentoring-told"
    )


async def _table(update: Update, context: ParkContext, tenant: Tenant, arguments: list[int]) -> None:
    day = await context.services.mentoring.days.find(arguments[0])
    await _show_table(update, context, tenant, day)


async def _publish(update: Update, context: ParkContext, tenant: Tenant, arguments: list[int]) -> None:
    day = await context.services.mentoring.arranging.publish(arguments[0])
    log.info("mentoring.published", occurrence=day.id)
    await _show_table(update, context, tenant, day, "mentoring-told")


async def _slot(update: Update, context: ParkContext, tenant: Tenant, arguments: list[int]) -> None:
    """Where a slot can go: first the table, then the time."""
    occurrence_id, slot_id = arguments[0], arguments[1]
    seen = await seen_by(context, tenant, await context.services.mentoring.days.find(occurrence_id))
    slots = await context.services.mentoring.arranging.timetable(occurrence_id)
    slot = next((one for one in slots if one.id == slot_id), None)
    if slot is None:
        raise StalePressError("mentoring-error-gone")
    applications = await context.services.mentoring.arranging.applications(occurrence_id)
    if len(arguments) > 2 and arguments[2] >= len(seen.words.day.experts):
        raise StalePressError
    await acknowledge(update)
    message = pages.tables(seen, slot, applications) if len(arguments) == 2 else pages.times(seen, slot, arguments[2])
    await show(update, context, message)


async def _move(update: Update, context: ParkContext, tenant: Tenant, arguments: list[int]) -> None:
    """day:move:<slot>:<table>:<time>, both by their numbers, of the day <occurrence>."""
    occurrence_id, slot_id, table, time = arguments
    day = await context.services.mentoring.days.find(occurrence_id)
    if table >= len(day.experts) or time >= len(day.times):
        raise StalePressError
    day = await context.services.mentoring.arranging.move(slot_id, day.experts[table].id, day.times[time])
    await _show_table(update, context, tenant, day)


async def _free(update: Update, context: ParkContext, tenant: Tenant, arguments: list[int]) -> None:
    await _show_table(update, context, tenant, await context.services.mentoring.arranging.free(arguments[0]))


async def _cancel(update: Update, context: ParkContext, tenant: Tenant, arguments: list[int]) -> None:
    """day:cancel:<occurrence> asks, day:cancelled:<occurrence> does it."""
    seen = await seen_by(context, tenant, await context.services.mentoring.days.find(arguments[0]))
    await acknowledge(update)
    await show(update, context, pages.cancelling(seen))


async def _cancelled(update: Update, context: ParkContext, tenant: Tenant, arguments: list[int]) -> None:
    day = await context.services.mentoring.changing.cancel(arguments[0])
    log.info("mentoring.cancelled", occurrence=day.id)
    await show_day(update, context, tenant, day, "mentoring-told")


async def show_day(update: Update, context: ParkContext, tenant: Tenant, day: Day, toast: str = "") -> None:
    seen, writes = await seen_by(context, tenant, day), await may(update, context, Right.MENTORING)
    applications = await context.services.mentoring.arranging.applications(day.id)
    await acknowledge(update, tenant.texts(toast) if toast else "")
    await show(update, context, pages.day(seen, applications, writes=writes))


async def _show_table(update: Update, context: ParkContext, tenant: Tenant, day: Day, toast: str = "") -> None:
    seen, writes = await seen_by(context, tenant, day), await may(update, context, Right.MENTORING)
    applications = await context.services.mentoring.arranging.applications(day.id)
    slots = await context.services.mentoring.arranging.timetable(day.id)
    await acknowledge(update, tenant.texts(toast) if toast else "")
    await show(update, context, pages.timetable(seen, slots, applications, writes=writes))


async def seen_by(context: ParkContext, tenant: Tenant, day: Day) -> Seen:
    """The day in the words of whoever looks."""
    words = await context.services.mentoring.days.words(day)
    return Seen(tenant.texts, words, await companies.names(context.services.database, tenant.language))


STEPS: dict[tuple[str, int], Step] = {
    ("open", 1): _day,
    ("who", 1): _application,
    ("admit", 1): _decide,
    ("decline", 2): _decide,
    ("table", 1): _table,
    ("publish", 1): _publish,
    ("slot", 2): _slot,
    ("slot", 3): _slot,
    ("move", 4): _move,
    ("free", 1): _free,
    ("cancel", 1): _cancel,
    ("cancelled", 1): _cancelled,
}
"""By the step's name and how many arguments it has."""

CHANGES = frozenset({"admit", "decline", "publish", "slot", "move", "free", "cancel", "cancelled"})
