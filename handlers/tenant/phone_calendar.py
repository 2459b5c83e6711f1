"""What one signed up for in the phone's own calendar: a file of one thing, an address to subscribe to."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from telegram import Update

from bot import calendar_feeds
from bot.calendar_files import buttons
from bot.delivery import telegram
from bot.messages.message import Message
from bot.phone_calendars import NothingToAddError
from handlers.callbacks import StalePressError, number, press, step_of
from handlers.context import ParkContext, Tenant
from handlers.replies import acknowledge, show
from handlers.tenant import phone_calendar_pages as pages

NAME = "event.ics"

Step = Callable[[Update, ParkContext, Tenant, list[str]], Awaitable[None]]


@press
async def press_calendar(update: Update, context: ParkContext) -> None:
    """A press on calendar:<step>[:<occurrence>]."""
    _, take, arguments = step_of(update, STEPS)
    await take(update, context, await Tenant.of(update, context), arguments)


async def with_removal(context: ParkContext, tenant: Tenant, page: Message, occurrence_id: int | None) -> Message:
    """The page of what the person has left, with the file that takes it out of their calendar if one put it there."""
    if not await context.services.phone_calendars.has_file(occurrence_id or 0, tenant.chat_id):
        return page
    return replace(page, buttons=((buttons.remove(tenant.texts, occurrence_id),), *page.buttons))


async def _file(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:
    try:
        data = await context.services.phone_calendars.file(number(arguments[0]), tenant.chat_id)
    except NothingToAddError as error:
        raise StalePressError("calendar-error-nothing") from error
    await acknowledge(update)
    await telegram.send_file(context.bot, tenant.chat_id, NAME, data, tenant.texts("calendar-caption"))


async def _feed(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:  # noqa: ARG001
    _address(context)
    feed = await calendar_feeds.of_chat(context.services.database, tenant.chat_id)
    page = pages.active(tenant.texts, context.local(feed.made_at)) if feed else pages.offer(tenant.texts)
    await acknowledge(update)
    await show(update, context, page)


async def _make(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:  # noqa: ARG001
    address, database = _address(context), context.services.database
    secret = await calendar_feeds.make(database, tenant.chat_id, context.now, tenant.language)
    await acknowledge(update)
    await show(update, context, pages.made(tenant.texts, address + calendar_feeds.path(secret)))


async def _stop(update: Update, context: ParkContext, tenant: Tenant, arguments: list[str]) -> None:  # noqa: ARG001
    await calendar_feeds.stop(context.services.database, tenant.chat_id)
    await acknowledge(update)
    await show(update, context, pages.stopped(tenant.texts))


def _address(context: ParkContext) -> str:
    """Of the service, for people's phones; raises StalePressError where it has none."""
    address = context.services.settings.internet_address
    if address is None:
        raise StalePressError
    return address


STEPS: dict[tuple[str, int], Step] = {
    ("file", 1): _file,
    ("feed", 0): _feed,
    ("make", 0): _make,
    ("stop", 0): _stop,
}
"""By the step's name and how many arguments it has."""
