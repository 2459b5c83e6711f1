"""Delivery of updates to the bot's webhook: one at a time per chat, again and again until it takes them."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from http import HTTPStatus
from typing import Any

import structlog
from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout

from bot.clock import Clock
from bot.sandbox.updates import Update, Updates

log = structlog.get_logger()

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
CONNECTIONS = 40
Failure = tuple[datetime, str]

PATIENCE = ClientTimeout(total=60)


class Webhook:
    """`answer` is called with a method call that the bot put into its response.

    The first retry comes at once, the second after `backoff` seconds, then doubling up to `longest`.
    """

    def __init__(self, updates: Updates, clock: Clock, *, backoff: float, longest: float) -> None:
        self.url = ""
        self.connections = CONNECTIONS
        self.last_error: Failure | None = None
        self.answer: Callable[[Mapping[str, Any]], Awaitable[None]] | None = None
        self._updates = updates
        self._clock = clock
        self._backoff = backoff
        self._longest = longest
        self._secret = ""
        self._session: ClientSession | None = None
        self._slots = asyncio.Semaphore(CONNECTIONS)
        self._queues: dict[int, deque[Update]] = {}
        self._workers: dict[int, asyncio.Task[None]] = {}

    async def set(self, url: str, secret: str, connections: int) -> None:
        """Delivers there from now on, what is pending first."""
        await self.remove()
        self.url, self._secret, self.connections = url, secret, connections
        self.last_error = None
        self._slots = asyncio.Semaphore(connections)
        self._session = ClientSession(timeout=PATIENCE)
        self._updates.on_new = self._take
        for update in list(self._updates.pending.values()):
            self._take(update)

    async def remove(self) -> None:
        """What is not delivered yet stays pending."""
        self.url = ""
        self._updates.on_new = None
        workers, self._workers, self._queues = [*self._workers.values()], {}, {}
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _take(self, update: Update) -> None:
        self._queues.setdefault(update.queue, deque()).append(update)
        if update.queue not in self._workers:
            self._workers[update.queue] = asyncio.create_task(self._work(update.queue))

    async def _work(self, chat: int) -> None:
        queue = self._queues[chat]
        while queue:
            await self._deliver(queue.popleft())
        del self._queues[chat], self._workers[chat]

    async def _deliver(self, update: Update) -> None:
        for wait in self._waits():
            retry_after = await self._post(update)
            if retry_after is None:
                self._updates.pending.pop(update.id, None)
                return
            await asyncio.sleep(retry_after or wait)

    def _waits(self) -> Iterator[float]:
        yield 0.0
        wait = self._backoff
        while True:
            yield wait
            wait = min(2 * wait, self._longest)

    async def _post(self, update: Update) -> float | None:
        """None when the bot took it, else after how many seconds it wants it again, 0 when it does not say."""
        if self._session is None:
            return 0.0
        headers = {SECRET_HEADER: self._secret} if self._secret else {}
        try:
            async with (
                self._slots,
                self._session.post(self.url, json=update.as_json(), headers=headers, allow_redirects=False) as response,
            ):
                return await self._read(response)
        except TimeoutError:
            return self._failed("Read timeout expired")
        except ClientError:
            return self._failed("Connection refused")

    async def _read(self, response: ClientResponse) -> float | None:
        if not response.ok or response.status >= HTTPStatus.MULTIPLE_CHOICES:
            self._failed(f"Wrong response from the webhook: {response.status} {response.reason}")
            retry_after = response.headers.get("Retry-After", "")
            return float(retry_after) if retry_after.isdecimal() else 0.0
        if self.answer is not None and response.content_type == "application/json":
            with suppress(ValueError):
                body = await response.json()
                if isinstance(body, dict) and "method" in body:
                    await self.answer(body)
        return None

    def _failed(self, reason: str) -> float:
        log.warning("webhook.failed", reason=reason)
        self.last_error = self._clock.now(), reason
        return 0.0
