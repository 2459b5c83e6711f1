"""A way to people's chats, and how it fails; the dispatcher knows no more of it."""

from collections.abc import Sequence
from typing import Protocol

from bot.messages.content import Content


class DeliveryError(Exception):
    """A message was not delivered; `arrived` are the ids of the parts that were."""

    def __init__(self, reason: str, arrived: Sequence[int] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.arrived = list(arrived)


class RefusedError(DeliveryError):
    """It will never be delivered."""


class ClosedError(DeliveryError):
    """Nothing can be delivered to this chat: the bot is blocked there, or the chat is no more."""


class PassingError(DeliveryError):
    """It was not delivered, and may be later."""


class UncertainError(DeliveryError):
    """Nobody knows whether it was delivered."""


class ThrottledError(DeliveryError):
    """It was not delivered, and nothing will be for so many `seconds`."""

    def __init__(self, reason: str, seconds: float, arrived: Sequence[int] = ()) -> None:
        super().__init__(reason, arrived)
        self.seconds = seconds


class MovedError(DeliveryError):
    """It was not delivered: the chat has the id `chat_id` from now on."""

    def __init__(self, reason: str, chat_id: int) -> None:
        super().__init__(reason)
        self.chat_id = chat_id


class Channel(Protocol):
    """All methods raise DeliveryError. They do not wait: whoever calls paces them."""

    async def send(self, chat_id: int, content: Content, arrived: Sequence[int] = ()) -> list[int]:
        """The ids of the messages that it makes, of which the first may have `arrived` in an earlier attempt."""
        ...

    async def edit(self, chat_id: int, message_ids: Sequence[int], content: Content) -> None:
        """Puts the text of the content in place of that of what was sent; nothing to change is no error."""
        ...

    async def delete(self, chat_id: int, message_ids: Sequence[int], *, again: bool) -> None:
        """Takes messages back; what is gone is an error, unless it is tried `again` and may be our own doing."""
        ...
