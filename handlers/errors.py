"""What a tenant is told when an update was given up: never a traceback, once, in their language."""

import structlog
from telegram import Bot, Update

from bot.delivery.telegram import send
from bot.messages.message import Message
from bot.messages.texts import texts_in
from handlers.context import spoken_by
from storage.models.base import Json

log = structlog.get_logger(__name__)


async def apologise(bot: Bot, payload: Json) -> None:
    """Says sorry in the chat that a message or a press came from; works without the store."""
    update = Update.de_json(payload, bot)
    chat, message = update.effective_chat, update.effective_message
    if chat is None or message is None:
        return
    user = update.effective_user
    texts = texts_in(spoken_by(user.language_code if user else None))
    quoted = None if chat.type == chat.PRIVATE or update.callback_query else message.message_id
    await send(bot, chat.id, Message(texts("error-apology")), reply_to=quoted)
    log.info("apology.sent")
