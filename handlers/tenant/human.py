"""/human: what the assistant cannot settle is noted for staff."""

from telegram import Update

from bot import support
from bot.messages.message import Message
from bot.support import Note
from handlers.callbacks import press
from handlers.context import ParkContext, Tenant, message_of
from handlers.replies import acknowledge, reply


async def human(update: Update, context: ParkContext) -> None:
    """/human hands the last question over, /human TEXT hands over the text."""
    text = " ".join(context.args or [])
    tenant = await Tenant.of(update, context, text)
    if not text:
        await _hand_over_latest(update, context, tenant)
        return
    note = Note(tenant.chat_id, message_of(update).message_id, text, tenant.language)
    await support.hand_over_text(context.services.database, note, context.now)
    await _tell(update, context, tenant)


@press
async def press_human(update: Update, context: ParkContext) -> None:
    """A press on human; the answer above stays as it is."""
    await acknowledge(update)
    await _hand_over_latest(update, context, await Tenant.of(update, context))


async def _hand_over_latest(update: Update, context: ParkContext, tenant: Tenant) -> None:
    if await support.hand_over_latest(context.services.database, tenant.chat_id, context.now):
        await _tell(update, context, tenant)
    else:
        await reply(update, context, Message(tenant.texts("human-ask-first"), heading=tenant.texts("human-title")))


async def _tell(update: Update, context: ParkContext, tenant: Tenant) -> None:
    await reply(update, context, await context.services.answering.handover(tenant.language, context.now))
