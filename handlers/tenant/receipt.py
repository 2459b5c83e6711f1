"""Read and understood: the button under announcements that ask for it."""

from dataclasses import replace

from telegram import Update

from bot.delivery.telegram import edit_keyboard
from bot.messages.callbacks import ACKNOWLEDGE
from bot.messages.message import Button
from bot.messages.texts import Texts
from handlers.callbacks import StalePressError, arguments_of, number, press
from handlers.context import ParkContext, Tenant
from handlers.replies import acknowledge, buttons_of


@press
async def acknowledge_reading(update: Update, context: ParkContext) -> None:
    """A press on ack:<announcement>: kept, thanked for, and marked under the message."""
    (announcement_id,) = arguments_of(update, 1)
    tenant = await Tenant.of(update, context)
    if not await context.services.announcements.acknowledge(number(announcement_id), tenant.chat_id):
        raise StalePressError("receipt-none")
    await acknowledge(update, tenant.texts("receipt-thanks"))
    query = update.callback_query
    if query and query.message:
        rows = tuple(tuple(_marked(tenant.texts, button) for button in row) for row in buttons_of(query))
        await edit_keyboard(context.bot, tenant.chat_id, query.message.message_id, rows)


def _marked(texts: Texts, button: Button) -> Button:
    return replace(button, text=texts("receipt-done")) if button.data.startswith(f"{ACKNOWLEDGE}:") else button
