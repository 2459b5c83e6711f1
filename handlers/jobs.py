"""The scheduler's ticks: each is one call of a service."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from typing import Protocol

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import idempotency
from handlers.staff.announcements.watchers import Watchers
from storage.errors import StoreError

log = structlog.get_logger(__name__)

HOUR = 3600.0
TICK = 0.5  # seconds: what is scheduled goes within one of its time
WATCH = 1.0  # seconds between looks at what is told of announcements; each message is edited less often
PATIENCE = 5.0  # seconds for ticks that run when stopping


class Pruned(Protocol):
    """What forgets by and by what is long over."""

    async def prune(self) -> int: ...


class Jobs:
    """What is called again and again, each by itself and not twice at once; `calls` by their names."""

    def __init__(self) -> None:
        self.calls: dict[str, Callable[[], Awaitable[object]]] = {}
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._running: set[asyncio.Future[None]] = set()
        self._failing: set[str] = set()

    def start(self) -> None:
        self._scheduler.start()

    async def stop(self) -> None:
        """Begin nothing more, and let what runs finish; what takes too long is left."""
        self._scheduler.pause()
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                while self._running:
                    await asyncio.wait(self._running)
        self._scheduler.shutdown(wait=False)

    def every(self, seconds: float, name: str, call: Callable[[], Awaitable[object]]) -> None:
        self.calls[name] = call

        async def tick() -> None:
            running = asyncio.ensure_future(self._call(name, call))
            self._running.add(running)
            try:
                await running
            finally:
                self._running.discard(running)

        self._scheduler.add_job(tick, "interval", seconds=seconds, id=name, max_instances=1, coalesce=True)

    async def _call(self, name: str, call: Callable[[], Awaitable[object]]) -> None:
        """A store that is away is told of once, not with every tick until it is back."""
        try:
            await call()
        except StoreError as error:
            if name not in self._failing:
                log.warning("job.store_failed", job=name, error=str(error))
            self._failing.add(name)
        else:
            self._failing.discard(name)


def jobs_of(inbox: Pruned, outbox: Pruned, watchers: Watchers) -> Jobs:
    services, jobs = watchers.services, Jobs()
    jobs.every(HOUR, "prune-inbox", inbox.prune)
    jobs.every(HOUR, "prune-outbox", outbox.prune)
    jobs.every(HOUR, "prune-answered-requests", partial(idempotency.prune, services.database, services.clock))
    jobs.every(TICK, "advance-announcements", services.announcements.advance)
    jobs.every(TICK, "advance-registrations", services.registrations.advance)
    jobs.every(TICK, "advance-mentoring", services.mentoring.advance)
    jobs.every(WATCH, "renew-watchers", watchers.renew)
    return jobs
