"""A message in the sandbox's memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.sandbox.files import DOCUMENT, PHOTO


@dataclass
class Message:
    """`sender` is a User and `chat` a Chat object; `body` holds the fields of its content: text, entities, photo ...

    `change` grows with every message and every edit anywhere in the sandbox.
    """

    id: int
    chat: Mapping[str, Any]
    sender: Mapping[str, Any]
    at: datetime
    body: Mapping[str, Any]
    keyboard: Mapping[str, Any] = field(default_factory=dict)
    reply_to: "Message | None" = None
    edited_at: datetime | None = None
    change: int = 0

    @property
    def chat_id(self) -> int:
        return int(self.chat["id"])

    @property
    def from_bot(self) -> bool:
        return bool(self.sender["is_bot"])

    @property
    def text(self) -> str:
        """The text or the caption."""
        return str(self.body.get("text", self.body.get("caption", "")))

    @property
    def kind(self) -> str | None:
        """Photo or document; None for a message that has no caption to change."""
        return next((kind for kind in (PHOTO, DOCUMENT) if kind in self.body), None)

    def as_json(self, *, with_reply: bool = True) -> dict[str, Any]:
        """The Message object; a message that it replies to is given without what that one replied to."""
        message = {
            "message_id": self.id,
            "from": dict(self.sender),
            "chat": dict(self.chat),
            "date": int(self.at.timestamp()),
        }
        if self.edited_at is not None:
            message["edit_date"] = int(self.edited_at.timestamp())
        if self.reply_to is not None and with_reply:
            message["reply_to_message"] = self.reply_to.as_json(with_reply=False)
        message |= self.body
        if self.keyboard:
            message["reply_markup"] = dict(self.keyboard)
        return message
