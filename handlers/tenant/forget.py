"""/forgetme: everything about the chat is erased, after a second word."""

from telegram import Update

from bot import tenants
from bot.messages.callbacks import FORGET, pack
from bot.messages.message import Button, Message
from handlers.callbacks import StalePressError, press
from handlers.context import ParkContext, Tenant
from handlers.replies import acknowledge, reply, show

YES = pack(FORGET, "yes")
NO = pack(FORGET, "no")


async def forget_me(update: Update, context: ParkContext) -> None:
    await reply(update, context, _confirmation(await Tenant.of(update, context)))


@press
async def confirm(update: Update, context: ParkContext) -> None:
    """A press on forget, which asks, or on forget:<yes|no>."""
    tenant = await Tenant.of(update, context)
    data = update.callback_query.data if update.callback_query else None
    if data == FORGET:
        message = _confirmation(tenant)
    elif data == YES:
        await tenants.forget(context.services.database, tenant.chat_id)
        message = Message(tenant.texts("forget-done"))
    elif data == NO:
        message = Message(tenant.texts("forget-kept"))
    else:
        raise StalePressError
    await acknowledge(update)
    await show(update, context, message)


def _confirmation(tenant: Tenant) -> Message:
    texts = tenant.texts
    buttons = ((Button(texts("forget-button-no"), NO), Button(texts("forget-button-yes"), YES)),)
    return Message(texts("forget-text"), heading=texts("forget-title"), buttons=buttons)
