"""Who of the experts comes on a mentoring day, how many they see, and when they have a break."""

from collections.abc import Awaitable, Callable

import structlog
from telegram import Update

from bot.mentoring.days import Day
from bot.people.staff import Right
from handlers.access import requires
from handlers.callbacks import StalePressError, number, press, step_of
from handlers.context import ParkContext, Tenant
from handlers.replies import acknowledge, show
from handlers.staff import mentoring_expert_pages as pages
from handlers.staff.mentoring_days import seen_by
from storage.models import Slot

log = structlog.get_logger(__name__)

Step = Callable[[Update, ParkContext, Tenant, list[int]], Awaitable[None]]


@press
@requires(Right.MENTORING)
async def change(update: Update, context: ParkContext) -> None:
    """A press on expert:<step>:<occurrence>[:<number of the expert>[:<argument>...]]."""
    _, take, arguments = step_of(update, STEPS)
    await take(update, context, await Tenant.of(update, context), [number(one) for one in arguments])


async def _list(update: Update, context: ParkContext, tenant: Tenant, arguments: list[int]) -> None:
    day = await context.services.mentoring.days.find(arguments[0])
    await acknowledge(update)
    await show(update, context, pages.experts(await seen_by(context, tenant, day)))


async def _open(update: Update, context: ParkContext, tenant: Tenant, arguments: list[int]) -> None:
    day = await context.services.mentoring.days.find(arguments[0])
    _expert_id(day, arguments[1])
    await _show(update, context, tenant, day, arguments[1])


async def _invite(update: Update, context: ParkContext, tenant: Tenant, arguments: list[int]) -> None:
    day = await context.services.mentoring.days.find(arguments[0])
    day = await context.services.mentoring.experts.invite(day.id, _expert_id(day, arguments[1]))
    log.info("mentoring.expert_invited", occurrence=day.id, expert=day.experts[arguments[1]].id)
    await _show(update, context, tenant, day, arguments[1])


async def _excuse(update: Update, context: ParkContext, tenant: Tenant, arguments: list[int]) -> None:
    """expert:excuse:<occurrence>:<expert> asks if the expert has slots, expert:excused:... does it."""
    day = await context.services.mentoring.days.find(arguments[0])
    slots = await _slots(context, day, _expert_id(day, arguments[1]))
    if not slots:
        await _excused(update, context, tenant, arguments)
        return
    await acknowledge(update)
    await show(update, context, pages.excusing(await seen_by(context, tenant, day), arguments[1], len(slots)))


async def _excused(update: Update, context: ParkContext, tenant: Tenant, arguments: list[int]) -> None:
    day = await context.services.mentoring.days.find(arguments[0])
    day = await context.services.mentoring.experts.excuse(day.id, _expert_id(day, arguments[1]))
    log.info("mentoring.expert_excused", occurrence=day.id, expert=day.experts[arguments[1]].id)
    await _show(update, context, tenant, day, arguments[1])


async def _limit(update: Update, context: ParkContext, tenant: Tenant, arguments: list[int]) -> None:
    """expert:limit:<occurrence>:<expert>:<most>, 0 for no limit."""
    occurrence_id, place, most = arguments
    if most not in pages.LIMITS:
        raise StalePressError
    day = await context.services.mentoring.days.find(occurrence_id)
    day = await context.services.mentoring.experts.limit(day.id, _expert_id(day, place), most or None)
    await _show(update, context, tenant, day, place)


async def _break(update: Update, context: ParkContext, tenant: Tenant, arguments: list[int]) -> None:
    """expert:break:<occurrence>:<expert>:<number of the time>:<1 to close it, 0 to open it>."""
    occurrence_id, place, time, closed = arguments
    day = await context.services.mentoring.days.find(occurrence_id)
    if time >= len(day.times) or closed > 1:
        raise StalePressError
    expert = _expert_id(day, place)
    day = await context.services.mentoring.experts.pause(day.id, expert, day.times[time], closed=closed == 1)
    await _show(update, context, tenant, day, place)


async def _show(update: Update, context: ParkContext, tenant: Tenant, day: Day, place: int) -> None:
    slots = await _slots(context, day, day.experts[place].id)
    await acknowledge(update)
    await show(update, context, pages.expert(await seen_by(context, tenant, day), place, slots))


async def _slots(context: ParkContext, day: Day, expert_id: str) -> list[Slot]:
    slots = await context.services.mentoring.arranging.timetable(day.id)
    return [one for one in slots if one.member_id == expert_id]


def _expert_id(day: Day, place: int) -> str:
    if place >= len(day.experts):
        raise StalePressError
    return day.experts[place].id


STEPS: dict[tuple[str, int], Step] = {
    ("list", 1): _list,
    ("open", 2): _open,
    ("invite", 2): _invite,
    ("excuse", 2): _excuse,
    ("excused", 2): _excused,
    ("limit", 3): _limit,
    ("break", 4): _break,
}
"""By the step's name and how many arguments it has."""
