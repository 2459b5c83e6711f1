"""Telegram as a channel: which of its errors pass, which are for good, which leave open what became of a message."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.delivery import contents
from bot.delivery.channel import (
    ClosedError,
    MovedError,
    PassingError,
    RefusedError,
    ThrottledError,
    UncertainError,
)
from bot.delivery.limiter import wait_of
from bot.delivery.request import NotSentError
from bot.delivery.telegram import says
from bot.messages.content import Content

NO_CHAT = ("chat not found", "peer_id_invalid", "user is deactivated")
TOKEN_REFUSED = 60.0  # seconds to wait while Telegram does not know our token


class TelegramChannel:
    """`paid`: what is sent is a paid broadcast, which may be faster."""

    def __init__(self, bot: ExtBot[bool], *, paid: bool) -> None:
        self._bot = bot
        self._paid = paid or None

    async def send(self, chat_id: int, content: Content, arrived: Sequence[int] = ()) -> list[int]:
        ids = list(arrived)
        with _translated(ids):
            await contents.send(self._bot, chat_id, content, ids, rate_limit_args=True, allow_paid_broadcast=self._paid)
        return ids

    async def edit(self, chat_id: int, message_ids: Sequence[int], content: Content) -> None:
        with _translated():
            await contents.edit(self._bot, chat_id, message_ids, content, rate_limit_args=True)

    async def delete(self, chat_id: int, message_ids: Sequence[int], *, again: bool) -> None:
        with _translated():
            await contents.delete(self._bot, chat_id, message_ids, again=again, rate_limit_args=True)


@contextmanager
def _translated(arrived: Sequence[int] = ()) -> Iterator[None]:
    """Raises DeliveryError for what Telegram answers, or does not answer."""
    try:
        yield
    except RetryAfter as error:
        raise ThrottledError(error.message, wait_of(error).total_seconds(), arrived) from error
    except InvalidToken as error:
        raise ThrottledError(error.message, TOKEN_REFUSED, arrived) from error
    except ChatMigrated as error:
        raise MovedError(error.message, error.new_chat_id) from error
    except Forbidden as error:
        raise ClosedError(error.message, arrived) from error
    except BadRequest as error:
        kind = ClosedError if says(error, *NO_CHAT) else RefusedError
        raise kind(error.message, arrived) from error
    except NotSentError as error:
        raise PassingError(error.message, arrived) from error
    except TelegramError as error:  # no answer, half of one, or one of a server that failed
        raise UncertainError(error.message, arrived) from error
