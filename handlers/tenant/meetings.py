"""What founders say about their times at a mentoring day: take one that is offered, are coming, are there."""

from collections.abc import Awaitable, Callable

from telegram import Update

from bot.mentoring.days import Day
from bot.mentoring.errors import MentoringError
from bot.messages.message import Message
from handlers.callbacks import number, press, step_of
from handlers.context import ParkContext, Tenant
from handlers.replies import acknowledge, reply, show
from handlers.tenant import mentoring_pages as pages

Step = Callable[[Update, ParkContext, Tenant, list[int]], Awaitable[None]]


DOOR = "door"
"""A deep link is this, _ and the secret."""


async def scan(update: Update, context: ParkContext) -> None:
    """/start door_<secret>: whoever scanned the code at the door is there."""
    tenant = await Tenant.of(update, context)
    if not tenant.private:
        await reply(update, context, Message(tenant.texts("other-private", username=context.bot.username)))
        return
    secret = (context.args or [""])[0].removeprefix(f"{DOOR}_")
    try:
        day = await context.services.mentoring.presence.arrive_at_door(secret, tenant.chat_id)
    except MentoringError as error:
        await reply(update, context, Message(tenant.texts(error.text)))
        return
    await reply(update, context, pages.day(tenant.texts, await context.services.mentoring.days.words(day)))


@press
async def answer(update: Update, context: ParkContext) -> None:
    """A press on meeting:<step>:<occurrence>[:<slot>]."""
    _, take, arguments = step_of(update, STEPS)
    await take(update, context, await Tenant.of(update, context), [number(one) for one in arguments])


async def _take(update: Update, context: ParkContext, tenant: Tenant, arguments: list[int]) -> None:
    day = await context.services.mentoring.offers.take(arguments[0], arguments[1], tenant.chat_id)
    await _show(update, context, tenant, day, "signup-see-you")


async def _pass(update: Update, context: ParkContext, tenant: Tenant, arguments: list[int]) -> None:
    day = await context.services.mentoring.offers.let_go(arguments[0], arguments[1], tenant.chat_id)
    await _show(update, context, tenant, day, "mentoring-passed")


async def _coming(update: Update, context: ParkContext, tenant: Tenant, arguments: list[int]) -> None:
    day = await context.services.mentoring.presence.confirm(arguments[0], tenant.chat_id)
    await _show(update, context, tenant, day, "signup-see-you")


async def _here(update: Update, context: ParkContext, tenant: Tenant, arguments: list[int]) -> None:
    day = await context.services.mentoring.presence.arrive(arguments[0], tenant.chat_id)
    await _show(update, context, tenant, day, "mentoring-welcome")


async def _show(update: Update, context: ParkContext, tenant: Tenant, day: Day, toast: str) -> None:
    await acknowledge(update, tenant.texts(toast))
    await show(update, context, pages.day(tenant.texts, await context.services.mentoring.days.words(day)))


STEPS: dict[tuple[str, int], Step] = {
    ("take", 2): _take,
    ("pass", 2): _pass,
    ("coming", 1): _coming,
    ("here", 1): _here,
}
"""By the step's name and how many arguments it has."""
