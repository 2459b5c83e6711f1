"""Thumbs under answers."""

from dataclasses import replace

from telegram import Update

from bot import exchanges
from bot.delivery.telegram import edit_keyboard
from bot.messages.callbacks import RATE, pack
from bot.messages.message import Button
from bot.messages.texts import Texts
from handlers.callbacks import StalePressError, arguments_of, number, press
from handlers.context import ParkContext, Tenant
from handlers.replies import acknowledge, buttons_of
from storage.models import Rating


def thumbs(texts: Texts, exchange_id: int) -> tuple[Button, ...]:
    """The row under an answer."""
    return tuple(Button(texts(f"feedback-{rating}"), pack(RATE, exchange_id, rating)) for rating in Rating)


@press
async def rate(update: Update, context: ParkContext) -> None:
    """A press on rate:<exchange>:<up|down>: kept, thanked for, and the chosen thumb marked."""
    exchange_id, thumb = arguments_of(update, 2)
    if thumb not in set(Rating):
        raise StalePressError
    tenant = await Tenant.of(update, context)
    database = context.services.database
    if not await exchanges.rate(database, tenant.chat_id, number(exchange_id), Rating(thumb)):
        raise StalePressError
    await acknowledge(update, tenant.texts(f"feedback-thanks-{thumb}"))
    query = update.callback_query
    if query and query.message:
        rows = tuple(tuple(_marked(tenant.texts, button, query.data) for button in row) for row in buttons_of(query))
        await edit_keyboard(context.bot, tenant.chat_id, query.message.message_id, rows)


def _marked(texts: Texts, button: Button, chosen: str | None) -> Button:
    if not button.data.startswith(f"{RATE}:"):
        return button
    thumb = button.data.rpartition(":")[2]
    return replace(button, text=texts(f"feedback-{thumb}-chosen" if button.data == chosen else f"feedback-{thumb}"))
