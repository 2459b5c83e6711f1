"""The scheduler's ticks: each is one call of a service."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.announcements.service import Announcements
from bot.delivery.dispatcher import Dispatcher
from bot.inbox import Inbox
from handlers.staff.announcements.watchers import Watchers

HOUR = 3600.0
TICK = 0.5  # seconds: what is scheduled goes within one of its time
WATCH = 1.0  # seconds between looks at what is told of announcements; each message is edited less often
PATIENCE = 5.0  # seconds for ticks that run when stopping


class Jobs:
    """What is called again and again, each by itself and not twice at once."""

    def __init__(self) -> None:
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._running: set[asyncio.Future[object]] = set()

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
        async def tick() -> None:
            running = asyncio.ensure_future(call())
            self._running.add(running)
            try:
                await running
            finally:
                self._running.discard(running)

        self._scheduler.add_job(tick, "interval", seconds=seconds, id=name, max_instances=1, coalesce=True)


def jobs_of(inbox: Inbox, dispatcher: Dispatcher, announcements: Announcements, watchers: Watchers) -> Jobs:
    jobs = Jobs()
    jobs.every(HOUR, "prune-inbox", inbox.prune)
    jobs.every(HOUR, "prune-outbox", dispatcher.prune)
    jobs.every(TICK, "advance-announcements", announcements.advance)
    jobs.every(WATCH, "renew-watchers", watchers.renew)
    return jobs
