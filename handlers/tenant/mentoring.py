"""Applying for a mentoring day: whom one wants to see, what one makes, and giving it up again."""

from collections.abc import Awaitable, Callable

from telegram import Update

from bot.awaited import Awaited, Dialogue
from bot.mentoring.applying import demand_changeable
from bot.mentoring.errors import (
    MentoringError,
    NoWishError,
)
from bot.messages.message import Message
from bot.profile.reading import is_question
from handlers.callbacks import StalePressError, number, press, step_of
from handlers.context import ParkContext, Tenant, expect, message_of
from handlers.replies import acknowledge, reply, show
from handlers.tenant import mentoring_pages as pages
from handlers.tenant.phone_calendar import with_removal

PRODUCT = "product"

Step = Callable[[Update, ParkContext, Tenant, list[str]], Awaitable[None]]


@press
async def apply(update: Update, context: ParkContext) -> None:
    """A press on mentor:<step>:<argument>..."""
    _, take, arguments = step_of(update, STEPS)
    await take(update, context, await Tenant.of(update, context), arguments)


async def take(update: Update, context: ParkContext, tenant: Tenant) -> bool:
    """Whether the message says what they make, and is answered; anything else is left to others.

    So is a question that comes when one cannot apply any more.
    """
    awaited, message = tenant.applying, message_of(update)
    if awaited is None or not message.text:
        return False
    before = awaited.took(message.message_id) == PRODUCT
    asked = awaited.asks(PRODUCT, context.now)
    if not before and (not asked or update.edited_message):
        return False
    texts = tenant.texts
    try:
        day = await context.services.mentoring.applying.apply(awaited.mark, tenant.chat_id, message.text)
    except MentoringError as error:
        await expect(context, tenant, awaited.ended())
        if is_question(message.text):
            return False
        await reply(update, context, Message(texts(error.text)))
        return True
    answered = Awaited(context.now, tenant.language, mark=day.id, dialogue=Dialogue.MENTORING, taken=awaited.taken)
    await expect(context, tenant, answered.taking(message.message_id, PRODUCT))
    await reply(update, context, pages.day(texts, await context.services.mentoring.days.words(day)))
    return True


async def _open(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    """The next day that one can apply for, else the next one."""
    days = await context.services.mentoring.days.upcoming(arguments[0], tenant.chat_id)
    now = context.now
    day = next((one for one in days if one.is_open(now) or one.takes_part), days[0])
    day = await context.services.mentoring.applying.begin(
        arguments[0], day.occurrence.original_at, tenant.chat_id, tenant.language
    )
    await acknowledge(update)
    await show(update, context, pages.day(tenant.texts, await context.services.mentoring.days.words(day)))


async def _wish(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    day = await context.services.mentoring.days.find(number(arguments[0]), tenant.chat_id)
    place = number(arguments[1])
    if place >= len(day.experts):
        raise StalePressError
    day = await context.services.mentoring.applying.wish(day.id, tenant.chat_id, day.experts[place].id)
    await acknowledge(update)
    await show(update, context, pages.choice(tenant.texts, await context.services.mentoring.days.words(day)))


async def _product(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    """Asks what they make: the next typed message says it."""
    day = await context.services.mentoring.days.find(number(arguments[0]), tenant.chat_id)
    demand_changeable(day, context.now)
    if day.own is None or not day.own.wishes:
        raise NoWishError
    awaited = Awaited(context.now, tenant.language, PRODUCT, mark=day.id, dialogue=Dialogue.MENTORING)
    await expect(context, tenant, awaited)
    await acknowledge(update)
    await show(update, context, pages.product(tenant.texts, await context.services.mentoring.days.words(day)))


async def _change(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    """Whom they want to see, or how the day stands once that cannot be changed."""
    day = await context.services.mentoring.days.find(number(arguments[0]), tenant.chat_id)
    page = pages.choice if day.is_open(context.now) and not day.is_decided else pages.day
    await acknowledge(update)
    await show(update, context, page(tenant.texts, await context.services.mentoring.days.words(day)))


async def _keep(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    """Applies with what they said before that they make."""
    day = await context.services.mentoring.days.find(number(arguments[0]), tenant.chat_id)
    if day.own is None or not day.own.product:
        raise StalePressError
    day = await context.services.mentoring.applying.apply(day.id, tenant.chat_id, day.own.product)
    await acknowledge(update)
    await show(update, context, pages.day(tenant.texts, await context.services.mentoring.days.words(day)))


async def _leave(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    day = await context.services.mentoring.applying.withdraw(number(arguments[0]), tenant.chat_id)
    # nor does a sentence of before apply again when it is corrected
    await expect(context, tenant, Awaited(context.now, tenant.language, mark=day.id, dialogue=Dialogue.MENTORING))
    await acknowledge(update, tenant.texts("signup-left"))
    page = pages.day(tenant.texts, await context.services.mentoring.days.words(day))
    await show(update, context, await with_removal(context, tenant, page, day.id))


STEPS: dict[tuple[str, int], Step] = {
    ("open", 1): _open,
    ("wish", 2): _wish,
    ("product", 1): _product,
    ("change", 1): _change,
    ("keep", 1): _keep,
    ("leave", 1): _leave,
}
"""By the step's name and how many arguments it has."""
