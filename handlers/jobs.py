"""The scheduler's ticks: each is one call of a service."""

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.announcements.service import Announcements
from bot.inbox import Inbox
from handlers.staff.announcements.watchers import Watchers

TICK = 0.5  # seconds: what is scheduled goes within one of its time


WATCH = 1.0  # seconds between looks at what is told of announcements; each message is edited less often


def schedule(scheduler: AsyncIOScheduler, inbox: Inbox, announcements: Announcements, watchers: Watchers) -> None:
    once = {"max_instances": 1, "coalesce": True}
    scheduler.add_job(inbox.prune, "interval", hours=1, id="prune-inbox", **once)
    scheduler.add_job(announcements.advance, "interval", seconds=TICK, id="advance-announcements", **once)
    scheduler.add_job(watchers.renew, "interval", seconds=WATCH, id="renew-watchers", **once)
