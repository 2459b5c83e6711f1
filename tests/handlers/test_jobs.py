"""Ticks: again and again, never twice at once, and finished when the process stops."""

import asyncio
from datetime import timedelta
from time import monotonic

import pytest
import structlog

from bot.app import Assistant
from bot.idempotency import KEPT, Keyed
from bot.inbox import Inbox
from handlers import jobs
from handlers.jobs import Jobs, jobs_of
from handlers.staff.announcements.watchers import Watchers
from storage import idempotency
from storage.errors import StoreUnavailableError
from storage.models.base import Json
from tests.fakes import FakeClock
from tests.handlers.staff.announcements.conftest import handlers_of

REQUEST = Keyed("gate", "key-1", "print")


async def nothing(_: Json) -> None:
    """What the inbox is to do."""


async def test_stop_lets_a_tick_finish_and_begins_none() -> None:
    begun, may_end = asyncio.Event(), asyncio.Event()
    done = []

    async def call() -> None:
        begun.set()
        await may_end.wait()
        done.append(1)

    ticks = Jobs()
    ticks.every(0.01, "test", call)
    ticks.start()
    await begun.wait()
    stopping = asyncio.create_task(ticks.stop())
    await asyncio.sleep(0.05)
    assert not stopping.done()
    may_end.set()
    await stopping
    assert done == [1]


async def test_stop_leaves_a_tick_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    begun = asyncio.Event()

    async def call() -> None:
        begun.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(jobs, "PATIENCE", 0.01)
    ticks = Jobs()
    ticks.every(0.01, "test", call)
    ticks.start()
    await begun.wait()
    await ticks.stop()


async def test_tick_that_fails_comes_again() -> None:
    calls: list[int] = []
    twice = asyncio.Event()

    async def call() -> None:
        calls.append(1)
        if len(calls) > 1:
            twice.set()
        raise RuntimeError

    ticks = Jobs()
    ticks.every(0.01, "test", call)
    ticks.start()
    await asyncio.wait_for(twice.wait(), 5)
    await ticks.stop()


async def test_clock_that_is_set_back_holds_nothing_up(monkeypatch: pytest.MonkeyPatch) -> None:
    called, hour = asyncio.Event(), timedelta(hours=1).total_seconds()

    async def call() -> None:
        called.set()

    monkeypatch.setattr(jobs, "WATCH", 0.01)
    wall = [hour]
    ticks = Jobs(wall=lambda: monotonic() + wall[0])
    ticks.every(hour, "test", call)  # as far away as one planned before the clock went back an hour
    ticks.start()
    await asyncio.sleep(0.05)
    assert not called.is_set()
    wall[0] = 0
    await asyncio.wait_for(called.wait(), 5)
    await ticks.stop()


async def test_store_that_is_away_is_told_of_once() -> None:
    answers = [False, False, True, False, True]
    over = asyncio.Event()

    async def call() -> None:
        if not answers:
            over.set()
        elif not answers.pop(0):
            raise StoreUnavailableError("it is locked")

    ticks = Jobs()
    ticks.every(0.01, "test", call)
    with structlog.testing.capture_logs() as lines:
        ticks.start()
        await asyncio.wait_for(over.wait(), 5)
        await ticks.stop()
    failed = {"event": "job.store_failed", "job": "test", "error": "it is locked", "log_level": "warning"}
    assert lines == [failed, failed]


async def test_answered_requests_are_pruned(park: Assistant, clock: FakeClock) -> None:
    services = park.services
    inbox = Inbox(services.database, clock, nothing, nothing)
    async with handlers_of(park) as application:
        prune = jobs_of(inbox, inbox, Watchers(application.bot, services)).calls["prune-answered-requests"]
    async with services.database.transaction() as session:
        await REQUEST.answer(session, 202, {"id": 1}, clock.now())
    clock.set(clock.now() + KEPT + timedelta(seconds=1))
    await prune()
    async with services.database.read() as session:
        assert await idempotency.get(session, "gate", "key-1") is None
