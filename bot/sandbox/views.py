"""What a client of the sandbox sees of it: people, messages, the bot's calls."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self


@dataclass(frozen=True)
class PersonView:
    """`id` is also the id of the person's private chat with the bot."""

    id: int
    name: str
    language_code: str
    started: bool
    blocked: bool


@dataclass(frozen=True)
class ButtonView:
    text: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True)
class MessageView:
    """A message as it stands now; `change` grows with every new message and edit anywhere in the sandbox."""

    id: int
    chat: int
    sender: int
    from_bot: bool
    text: str
    change: int
    edited: bool = False
    reply_to: int | None = None
    entities: tuple[Mapping[str, Any], ...] = ()
    keyboard: tuple[tuple[ButtonView, ...], ...] = ()
    raw: Mapping[str, Any] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, message: Mapping[str, Any], change: int) -> Self:
        """From a Message object of the Bot API."""
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        return cls(
            id=message["message_id"],
            chat=message["chat"]["id"],
            sender=message["from"]["id"],
            from_bot=message["from"]["is_bot"],
            text=message.get("text", message.get("caption", "")),
            change=change,
            edited="edit_date" in message,
            reply_to=message.get("reply_to_message", {}).get("message_id"),
            entities=tuple(message.get("entities", message.get("caption_entities", ()))),
            keyboard=tuple(tuple(_button(button) for button in row) for row in rows),
            raw=message,
        )

    @property
    def buttons(self) -> tuple[ButtonView, ...]:
        """All buttons in reading order."""
        return tuple(button for row in self.keyboard for button in row)


def _button(button: Mapping[str, Any]) -> ButtonView:
    return ButtonView(text=button["text"], data=button.get("callback_data", ""), url=button.get("url", ""))


@dataclass(frozen=True)
class CallView:
    """An accepted call of the bot: `number` counts from 1, `params` as they arrived, `result` as it was answered."""

    number: int
    method: str
    params: Mapping[str, Any]
    result: Any
    at: float
    chat: int | None = None


@dataclass(frozen=True)
class PressAnswer:
    """What answerCallbackQuery said; `answered` is False when the bot had not answered in time."""

    answered: bool
    text: str = ""
    alert: bool = False
    url: str = ""
