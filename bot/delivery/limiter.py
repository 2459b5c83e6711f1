"""The pacing, as python-telegram-bot asks for it before each call but getUpdates."""

import asyncio
import math
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

import structlog
from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.delivery.pacing import Pacing, Parcel

log = structlog.get_logger(__name__)

PACED = ("send", "copy", "forward", "edit")
UNPACED = ("sendChatAction",)
PLURAL = ("MediaGroup", "Messages")
PATIENCE = 5  # seconds that a live answer waits for its chat before its update is put off


class Limiter(BaseRateLimiter[bool]):
    """What is sent waits for its slots as a live answer, unless `rate_limit_args` say that whoever calls has them.

    While Telegram has asked to wait every call is refused with RetryAfter.
    """

    def __init__(self, pacing: Pacing) -> None:
        self._pacing = pacing

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(  # noqa: PLR0913, PLR0917 - the signature is the library's
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: bool | None,  # noqa: FBT001
    ) -> Any:
        async def call() -> Any:
            self._demand_no_silence()
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                seconds = wait_of(error).total_seconds()
                self._pacing.silence(seconds)
                log.warning("telegram.asks_for_patience", method=endpoint, seconds=seconds)
                raise

        parcel = None if rate_limit_args else _parcel(endpoint, data)
        if parcel is None:
            return await call()
        self._demand_no_silence()
        await self._wait_for_chat(parcel)
        async with self._pacing.sending(parcel, live=True):
            return await call()

    def _demand_no_silence(self) -> None:
        if left := self._pacing.silence_left:
            raise RetryAfter(math.ceil(left))

    async def _wait_for_chat(self, parcel: Parcel) -> None:
        while wait := self._pacing.wait_of_chat(parcel):
            if wait > PATIENCE:
                raise RetryAfter(math.ceil(wait))
            await asyncio.sleep(wait)


def wait_of(error: RetryAfter) -> timedelta:
    """How long Telegram wants us to wait, whichever type the library gives it."""
    after = error.retry_after
    return after if isinstance(after, timedelta) else timedelta(seconds=after)


def _parcel(endpoint: str, data: dict[str, Any]) -> Parcel | None:
    """What a call sends; None for a call that sends nothing, or to a chat that has no number."""
    chat_id = data.get("chat_id")
    if not isinstance(chat_id, int) or not endpoint.startswith(PACED) or endpoint in UNPACED:
        return None
    count = len(data.get("media") or data.get("message_ids") or ()) if endpoint.endswith(PLURAL) else 1
    return Parcel(chat_id, count, in_chat=chat_id < 0 or not endpoint.startswith("edit"))
