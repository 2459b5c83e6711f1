"""Chats that open to the assistant, close to it, or move."""

from telegram import Update

from bot import tenants
from handlers.context import ParkContext, message_of


async def membership(update: Update, context: ParkContext) -> None:
    """Somebody blocked the bot or let it in again, or a group took it in or removed it."""
    change = update.my_chat_member
    if change:
        member = change.new_chat_member
        reachable = member.status not in {member.BANNED, member.LEFT}
        await tenants.set_reachable(context.services.database, change.chat.id, reachable=reachable)


async def migrated(update: Update, context: ParkContext) -> None:
    """A group became a supergroup, and has another id from now on."""
    message = message_of(update)
    if message.migrate_to_chat_id:
        await tenants.move(context.services.database, message.chat.id, message.migrate_to_chat_id, context.now)
