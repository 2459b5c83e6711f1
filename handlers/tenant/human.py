"""/human: what the assistant cannot settle is noted for staff."""

from telegram import Update

from bot import support
from bot.messages.message import Message
from handlers.callbacks import press
from handlers.context import ParkContext, Tenant
from handlers.replies import acknowledge, reply


async def human(update: Update, context: ParkContext) -> None:
    """/human hands the last question over, /human TEXT hands over the text."""
    tenant = await Tenant.of(update, context)
    text = " ".join(context.args or [])
    if not text:
        await _hand_over_latest(update, context, tenant)
        return
    language = context.services.answering.guess_language(text, tenant.language)
    await support.hand_over_text(context.services.database, tenant.chat_id, text, language, context.now)
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
