"""In a group the assistant speaks only when it is spoken to."""

import re

from telegram import Message
from telegram.ext.filters import MessageFilter


class Addressed(MessageFilter):
    """Messages that mention the bot or answer one of its own; `username` may be known only after start."""

    def filter(self, message: Message) -> bool:
        bot = message.get_bot()
        replied = message.reply_to_message
        if replied and replied.from_user and replied.from_user.id == bot.id:
            return True
        return bool(_mention(bot.username).search(said(message)))


def said(message: Message) -> str:
    """What a message says, in its text or under its picture."""
    return message.text or message.caption or ""


def said_to(username: str, message: Message) -> str:
    """What it says without the mention of us."""
    return _mention(username).sub(" ", said(message)).strip()


def _mention(username: str) -> re.Pattern[str]:
    return re.compile(rf"@{re.escape(username)}(?![A-Za-z0-9_])", re.IGNORECASE)
