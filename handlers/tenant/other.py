"""What is neither a question nor a command that we know: answered kindly."""

from telegram import Update

from bot.messages.message import Message
from handlers.context import ParkContext, Tenant
from handlers.replies import reply
from handlers.staff.announcements import typed as announcing
from handlers.tenant.start import greeting


async def media(update: Update, context: ParkContext) -> None:
    """A sticker, a voice message, a photo, a place ...; staff may be sending it for an announcement."""
    tenant = await Tenant.of(update, context)
    if await announcing.take(update, context, tenant):
        return
    await reply(update, context, Message(tenant.texts("other-media")))


async def unknown_command(update: Update, context: ParkContext) -> None:
    tenant = await Tenant.of(update, context)
    await reply(update, context, greeting(tenant.texts, "other-command"))


async def only_in_private(update: Update, context: ParkContext) -> None:
    """A command about oneself, in a group."""
    tenant = await Tenant.of(update, context)
    await reply(update, context, Message(tenant.texts("other-private", username=context.bot.username)))
