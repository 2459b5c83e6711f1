"""The scheduler's ticks: each is one call of a service."""

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.inbox import Inbox


def schedule(scheduler: AsyncIOScheduler, inbox: Inbox) -> None:
    scheduler.add_job(inbox.prune, "interval", hours=1, id="prune-inbox", max_instances=1, coalesce=True)
