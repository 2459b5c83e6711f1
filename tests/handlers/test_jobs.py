"""What is done by the clock."""

from datetime import timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.app import Assistant
from bot.idempotency import KEPT, Keyed
from bot.inbox import Inbox
from handlers.jobs import schedule
from storage import idempotency
from storage.models.base import Json
from tests.fakes import FakeClock

REQUEST = Keyed("gate", "key-1", "print")


async def nothing(_: Json) -> None:
    """What the inbox is to do."""


async def test_answered_requests_are_pruned_every_hour(park: Assistant, clock: FakeClock) -> None:
    services, scheduler = park.services, AsyncIOScheduler()
    schedule(scheduler, Inbox(services.database, clock, nothing, nothing), services)
    job = scheduler.get_job("prune-answered-requests")
    assert job.trigger.interval == timedelta(hours=1)
    async with services.database.transaction() as session:
        await REQUEST.answer(session, 202, {"id": 1}, clock.now())
    clock.set(clock.now() + KEPT + timedelta(seconds=1))
    await job.func(*job.args)
    async with services.database.read() as session:
        assert await idempotency.get(session, "gate", "key-1") is None
