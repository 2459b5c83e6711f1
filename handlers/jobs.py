"""The scheduler's ticks: each is one call of a service."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.announcements.service import Announcements
from bot.delivery.dispatcher import Dispatcher
from bot.inbox import Inbox
from handlers.staff.announcements.watchers import Watchers

TICK = 0.5  # seconds: what is scheduled goes within one of its time
WATCH = 1.0  # seconds between looks at what is told of announcements; each message is edited less often


def schedule(
    scheduler: AsyncIOScheduler, inbox: Inbox, dispatcher: Dispatcher, announcements: Announcements, watchers: Watchers
) -> None:
    once: dict[str, Any] = {"trigger": "interval", "max_instances": 1, "coalesce": True}
    scheduler.add_job(_job(inbox.prune), hours=1, id="prune-inbox", **once)
    scheduler.add_job(_job(dispatcher.prune), hours=1, id="prune-outbox", **once)
    scheduler.add_job(_job(announcements.advance), seconds=TICK, id="advance-announcements", **once)
    scheduler.add_job(_job(watchers.renew), seconds=WATCH, id="renew-watchers", **once)


def _job(call: Callable[[], Awaitable[object]]) -> Callable[[], Awaitable[None]]:
    """What the end of the process interrupts is no fault: it is done after the next start."""

    async def job() -> None:
        with suppress(asyncio.CancelledError):
            await call()

    return job
