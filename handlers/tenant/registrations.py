"""Signing up for events: a date is chosen, signed up for, left, put into the phone's calendar."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from telegram import Update

from bot.registrations.dates import Date
from handlers.callbacks import StalePressError, number, press, step_of
from handlers.context import ParkContext, Tenant
from handlers.replies import acknowledge, show
from handlers.tenant import signup_pages as pages
from handlers.tenant.phone_calendar import with_removal

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Step = Callable[[Update, ParkContext, Tenant, list[str]], Awaitable[None]]


@press
async def sign_up(update: Update, context: ParkContext) -> None:
    """A press on signup:<step>[:<argument>...]."""
    _, take, arguments = step_of(update, STEPS)
    await take(update, context, await Tenant.of(update, context), arguments)


async def _event(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    """Which date? The only one at once."""
    dates = await context.services.registrations.dates(arguments[0], tenant.chat_id)
    words = [await context.services.registrations.words(one) for one in dates]
    await acknowledge(update)
    if len(dates) == 1:
        await _show(update, context, tenant, dates[0])
    else:
        await show(update, context, pages.choice(tenant.texts, list(zip(dates, words, strict=True))))


async def _date(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    event_id, minutes = arguments
    dates = await context.services.registrations.dates(event_id, tenant.chat_id)
    date = next((one for one in dates if one.occurrence.original_at == _moment(minutes)), None)
    if date is None:
        raise StalePressError("signup-error-gone")
    await acknowledge(update)
    await _show(update, context, tenant, date)


async def _join(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    event_id, minutes = arguments
    date = await context.services.registrations.sign_up(event_id, _moment(minutes), tenant.chat_id, tenant.language)
    await acknowledge(update)
    await _show(update, context, tenant, date)


async def _leave(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    date = await context.services.registrations.leave(number(arguments[0]), tenant.chat_id)
    await acknowledge(update, tenant.texts("signup-left"))
    left = await context.services.registrations.find(date.occurrence.id or 0, tenant.chat_id)
    await _show(update, context, tenant, left)


async def _take(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    date = await context.services.registrations.take(number(arguments[0]), tenant.chat_id)
    await acknowledge(update)
    await _show(update, context, tenant, date)


async def _coming(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    date = await context.services.registrations.confirm(number(arguments[0]), tenant.chat_id)
    await acknowledge(update, tenant.texts("signup-see-you"))
    await _show(update, context, tenant, date)


async def _mine(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:  # noqa: ARG001
    own = await context.services.registrations.own(tenant.chat_id)
    words = [await context.services.registrations.words(one) for one in own]
    await acknowledge(update)
    feeds = context.services.settings.internet_address is not None
    await show(update, context, pages.own(tenant.texts, list(zip(own, words, strict=True)), feeds=feeds))


async def _show(update: Update, context: ParkContext, tenant: Tenant, date: Date) -> None:
    words = await context.services.registrations.words(date)
    page = pages.date(tenant.texts, date, words)
    if not date.present:
        page = await with_removal(context, tenant, page, date.occurrence.id)
    await show(update, context, page)


def _moment(minutes: str) -> datetime:
    return EPOCH + timedelta(minutes=number(minutes))


STEPS: dict[tuple[str, int], Step] = {
    ("event", 1): _event,
    ("date", 2): _date,
    ("join", 2): _join,
    ("leave", 1): _leave,
    ("take", 1): _take,
    ("coming", 1): _coming,
    ("mine", 0): _mine,
}
"""By the step's name and how many arguments it has."""
