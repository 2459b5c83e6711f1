"""Staff give a mentoring day another time or place, or take its cancellation back: each is asked once more."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import structlog
from telegram import Update

from bot.awaited import Awaited, Dialogue
from bot.mentoring.errors import MentoringError
from bot.messages.message import Message
from bot.people.staff import Right
from bot.profile.errors import UnclearError
from bot.profile.reading import Steer, is_question, steer
from handlers.access import may, requires
from handlers.callbacks import StalePressError, number, press, step_of
from handlers.context import ParkContext, Tenant, expect, message_of
from handlers.replies import acknowledge, reply, show
from handlers.staff import mentoring_change_pages as pages
from handlers.staff import mentoring_times
from handlers.staff.mentoring_days import seen_by, show_day

log = structlog.get_logger(__name__)

TIME = "time"

Step = Callable[[Update, ParkContext, Tenant, list[str]], Awaitable[None]]


@press
@requires(Right.MENTORING)
async def change(update: Update, context: ParkContext) -> None:
    """A press on change:<step>:<occurrence>..."""
    _, take_step, arguments = step_of(update, STEPS)
    await take_step(update, context, await Tenant.of(update, context), arguments)


async def take(update: Update, context: ParkContext, tenant: Tenant) -> bool:
    """Whether the message says when a day is to be, and is answered; anything else is left to others."""
    awaited, message = tenant.moving, message_of(update)
    if awaited is None or not message.text:
        return False
    before = awaited.took(message.message_id)
    asked = awaited.asks(TIME, context.now)
    if not (before or (asked and not update.edited_message)) or not await may(update, context, Right.MENTORING):
        return False
    try:
        return await _read(update, context, replace(tenant, language=tenant.chosen or awaited.language), message.text)
    except MentoringError as error:
        await reply(update, context, Message(tenant.texts(error.text)))
        return True


async def _read(update: Update, context: ParkContext, tenant: Tenant, text: str) -> bool:
    """A time that is asked about once more, one that is unclear, a word to leave, or a question of another matter."""
    day = await context.services.mentoring.days.find(tenant.moving.mark if tenant.moving else 0)
    seen = await seen_by(context, tenant, day)
    if steer(text) is Steer.STOP:
        await _answered(update, context, tenant)
        await show_day(update, context, tenant, day)
        return True
    length = day.occurrence.ends_at - day.occurrence.starts_at
    try:
        starts, ends = mentoring_times.span(text, context.now.astimezone(day.zone), length)
    except UnclearError as unclear:
        if is_question(text):
            return False
        await reply(update, context, pages.asking(seen, unclear.key))
        return True
    await context.services.mentoring.changing.check(day.id, starts, ends)
    count = await context.services.mentoring.changing.concerned(day.id)
    await _answered(update, context, tenant)
    await reply(update, context, pages.moving(seen, starts, ends, count))
    return True


async def _answered(update: Update, context: ParkContext, tenant: Tenant) -> None:
    """Nothing is asked any more; the message is known as the answer, so that it can be corrected."""
    if tenant.moving:
        awaited = tenant.moving.taking(message_of(update).message_id, TIME)
        await expect(context, tenant, replace(awaited, question=None, at=context.now))


async def _when(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    """Asks when it is to be: the next typed message says it."""
    day = await context.services.mentoring.days.find(number(arguments[0]))
    awaited = Awaited(context.now, tenant.language, TIME, mark=day.id, dialogue=Dialogue.MENTORING_DAY)
    await expect(context, tenant, awaited)
    await acknowledge(update)
    await show(update, context, pages.asking(await seen_by(context, tenant, day)))


async def _move(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    """change:move:<occurrence>:<minute of Unix time>:<minutes>."""
    occurrence_id, minutes, length = (number(one) for one in arguments)
    starts = pages.moment(minutes)
    ends = starts + timedelta(minutes=length)
    day = await context.services.mentoring.changing.move(occurrence_id, starts, ends)
    log.info("mentoring.moved", occurrence=day.id, starts=day.occurrence.starts_at.isoformat())
    await show_day(update, context, tenant, day, "mentoring-changed")


async def _places(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    day = await context.services.mentoring.days.find(number(arguments[0]))
    page = number(arguments[1])
    await acknowledge(update)
    await show(update, context, pages.places(await seen_by(context, tenant, day), page))


async def _place(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    """change:place:<occurrence>:<mark> asks, change:placed:<occurrence>:<mark> does it."""
    day = await context.services.mentoring.days.find(number(arguments[0]))
    seen = await seen_by(context, tenant, day)
    facility = pages.facility(seen, arguments[1])
    if facility is None:
        raise StalePressError("mentoring-error-no-place")
    count = await context.services.mentoring.changing.concerned(day.id)
    await acknowledge(update)
    await show(update, context, pages.relocating(seen, facility, count))


async def _placed(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    day = await context.services.mentoring.days.find(number(arguments[0]))
    facility = pages.facility(await seen_by(context, tenant, day), arguments[1])
    if facility is None:
        raise StalePressError("mentoring-error-no-place")
    day = await context.services.mentoring.changing.relocate(day.id, facility.id)
    log.info("mentoring.relocated", occurrence=day.id, place=facility.id)
    await show_day(update, context, tenant, day, "mentoring-changed")


async def _resume(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    """change:resume:<occurrence> asks, change:resumed:<occurrence> does it."""
    day = await context.services.mentoring.days.find(number(arguments[0]))
    count = await context.services.mentoring.changing.concerned(day.id)
    await acknowledge(update)
    await show(update, context, pages.resuming(await seen_by(context, tenant, day), count))


async def _resumed(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    day = await context.services.mentoring.changing.resume(number(arguments[0]))
    log.info("mentoring.resumed", occurrence=day.id)
    await show_day(update, context, tenant, day, "mentoring-changed")


STEPS: dict[tuple[str, int], Step] = {
    ("when", 1): _when,
    ("move", 3): _move,
    ("places", 2): _places,
    ("place", 2): _place,
    ("placed", 2): _placed,
    ("resume", 1): _resume,
    ("resumed", 1): _resumed,
}
"""By the step's name and how many arguments it has."""
