"""Telegram asks for patience: then nobody in this process calls it until the time is over."""

from collections.abc import Callable, Coroutine
from datetime import timedelta
from math import ceil
from time import monotonic
from typing import Any

import structlog
from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

log = structlog.get_logger(__name__)


class Patience(BaseRateLimiter[None]):
    """Refuses calls with RetryAfter while Telegram has asked to wait; `time` is in seconds. getUpdates passes by."""

    def __init__(self, time: Callable[[], float] = monotonic) -> None:
        self._time = time
        self._not_before = time()

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
        data: dict[str, Any],  # noqa: ARG002
        rate_limit_args: None,  # noqa: ARG002
    ) -> Any:
        if (left := self._not_before - self._time()) > 0:
            raise RetryAfter(ceil(left))
        try:
            return await callback(*args, **kwargs)
        except RetryAfter as error:
            seconds = wait_of(error).total_seconds()
            self._not_before = max(self._not_before, self._time() + seconds)
            log.warning("telegram.asks_for_patience", method=endpoint, seconds=seconds)
            raise


def wait_of(error: RetryAfter) -> timedelta:
    """How long Telegram wants us to wait, whichever type the library gives it."""
    after = error.retry_after
    return after if isinstance(after, timedelta) else timedelta(seconds=after)
