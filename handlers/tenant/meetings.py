"""What founders answer about their times at a mentoring day: take one that is offered, or let it go."""

from collections.abc import Awaitable, Callable

from telegram import Update

from bot.mentoring.days import Day
from bot.mentoring.errors import MentoringError
from bot.mentoring.notices import Words
from handlers.callbacks import StalePressError, number, press, step_of
from handlers.context import ParkContext, Tenant
from handlers.replies import acknowledge, show
from handlers.tenant import mentoring_pages as pages

Step = Callable[[Update, ParkContext, Tenant, list[int]], Awaitable[None]]


@press
async def answer(update: Update, context: ParkContext) -> None:
    """A press on meeting:<step>:<occurrence>[:<slot>]."""
    _, take, arguments = step_of(update, STEPS)
    try:
        await take(update, context, await Tenant.of(update, context), [number(one) for one in arguments])
    except MentoringError as error:
        raise StalePressError(f"mentoring-error-{error.key}") from error


async def _take(update: Update, context: ParkContext, tenant: Tenant, arguments: list[int]) -> None:
    day = await context.services.mentoring.offers.take(arguments[0], arguments[1], tenant.chat_id)
    await _show(update, context, tenant, day, "signup-see-you")


async def _pass(update: Update, context: ParkContext, tenant: Tenant, arguments: list[int]) -> None:
    day = await context.services.mentoring.offers.let_go(arguments[0], arguments[1], tenant.chat_id)
    await _show(update, context, tenant, day, "mentoring-passed")


async def _show(update: Update, context: ParkContext, tenant: Tenant, day: Day, toast: str) -> None:
    words = Words(day, await context.services.answering.knowledge(context.now), context.now)
    await acknowledge(update, tenant.texts(toast))
    await show(update, context, pages.day(tenant.texts, words))


STEPS: dict[tuple[str, int], Step] = {
    ("take", 2): _take,
    ("pass", 2): _pass,
}
"""By the step's name and how many arguments it has."""
