"""The scheduler's ticks: each is one call of a service."""

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import idempotency
from bot.inbox import Inbox
from bot.services import Services

TICK = 0.5  # seconds: what is scheduled goes within one of its time


def schedule(scheduler: AsyncIOScheduler, inbox: Inbox, services: Services) -> None:
    once = {"max_instances": 1, "coalesce": True}
    scheduler.add_job(inbox.prune, "interval", hours=1, id="prune-inbox", **once)
    scheduler.add_job(services.announcements.advance, "interval", seconds=TICK, id="advance-announcements", **once)
    stored = (services.database, services.clock)
    scheduler.add_job(idempotency.prune, "interval", args=stored, hours=1, id="prune-answered-requests", **once)
