"""The scheduler's ticks: each is one call of a service."""

from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.delivery.dispatcher import Dispatcher
from bot.inbox import Inbox


def schedule(scheduler: AsyncIOScheduler, inbox: Inbox, dispatcher: Dispatcher) -> None:
    hourly: dict[str, Any] = {"trigger": "interval", "hours": 1, "max_instances": 1, "coalesce": True}
    scheduler.add_job(inbox.prune, id="prune-inbox", **hourly)
    scheduler.add_job(dispatcher.prune, id="prune-outbox", **hourly)
