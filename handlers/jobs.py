"""The scheduler's ticks: each is one call of a service."""

from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import idempotency
from bot.delivery.dispatcher import Dispatcher
from bot.inbox import Inbox
from bot.services import Services

TICK = 0.5  # seconds: what is scheduled goes within one of its time


def schedule(scheduler: AsyncIOScheduler, inbox: Inbox, dispatcher: Dispatcher, services: Services) -> None:
    once: dict[str, Any] = {"trigger": "interval", "max_instances": 1, "coalesce": True}
    scheduler.add_job(inbox.prune, hours=1, id="prune-inbox", **once)
    scheduler.add_job(dispatcher.prune, hours=1, id="prune-outbox", **once)
    answered = (services.database, services.clock)
    scheduler.add_job(idempotency.prune, args=answered, hours=1, id="prune-answered-requests", **once)
    scheduler.add_job(services.announcements.advance, seconds=TICK, id="advance-announcements", **once)
    scheduler.add_job(services.registrations.advance, seconds=TICK, id="advance-registrations", **once)
