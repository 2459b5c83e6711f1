"""The scheduler's ticks: each is one call of a service."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from time import monotonic, time
from typing import Protocol

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import idempotency
from handlers.staff.announcements.watchers import Watchers
from storage.errors import StoreError

log = structlog.get_logger(__name__)

HOUR = 3600.0
TICK = 0.5  # seconds: what is scheduled goes within one of its time
WATCH = 1.0  # seconds between looks at the clock, and at what is told of announcements, where less often is edited
PATIENCE = 5.0  # seconds for ticks that run when stopping


class Pruned(Protocol):
    """What forgets by and by what is long over."""

    async def prune(self) -> int: ...


class Jobs:
    """What is called again and again, each by itself and not twice at once; `calls` by their names.

    APScheduler plans by the wall clock: when `wall` (seconds) is set back, what it planned is planned anew.
    """

    def __init__(self, wall: Callable[[], float] = time) -> None:
        self.calls: dict[str, Callable[[], Awaitable[object]]] = {}
        self._wall = wall
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._watching: asyncio.Task[None] | None = None
        self._running: set[asyncio.Future[None]] = set()
        self._failing: set[str] = set()

    def start(self) -> None:
        self._scheduler.start()
        self._watching = asyncio.create_task(self._watch_the_clock())

    async def stop(self) -> None:
        """Begin nothing more, and let what runs finish; what takes too long is left."""
        if self._watching:
            self._watching.cancel()
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

    async def _watch_the_clock(self) -> None:
        ahead = self._wall() - monotonic()
        while True:
            await asyncio.sleep(WATCH)
            before, ahead = ahead, self._wall() - monotonic()
            if ahead < before - WATCH:
                log.warning("clock.set_back", seconds=round(before - ahead))
                for job in self._scheduler.get_jobs():
                    job.modify(next_run_time=datetime.now(UTC))

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
