"""The scheduler's ticks: each is one call of a service."""

from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import idempotency
from bot.delivery.dispatcher import Dispatcher
from bot.inbox import Inbox
from handlers.staff.announcements.watchers import Watchers

TICK = 0.5  # seconds: what is scheduled goes within one of its time
WATCH = 1.0  # seconds between looks at what is told of announcements; each message is edited less often


def schedule(scheduler: AsyncIOScheduler, inbox: Inbox, dispatcher: Dispatcher, watchers: Watchers) -> None:
    services = watchers.services
    once: dict[str, Any] = {"trigger": "interval", "max_instances": 1, "coalesce": True}
    scheduler.add_job(inbox.prune, hours=1, id="prune-inbox", **once)
    scheduler.add_job(dispatcher.prune, hours=1, id="prune-outbox", **once)
    answered = (services.database, services.clock)
    scheduler.add_job(idempotency.prune, args=answered, hours=1, id="prune-answered-requests", **once)
    scheduler.add_job(services.announcements.advance, seconds=TICK, id="advance-announcements", **once)
    scheduler.add_job(services.registrations.advance, seconds=TICK, id="advance-registrations", **once)
    scheduler.add_job(services.mentoring.advance, seconds=TICK, id="advance-mentoring", **once)
    scheduler.add_job(watchers.renew, seconds=WATCH, id="renew-watchers", **once)
