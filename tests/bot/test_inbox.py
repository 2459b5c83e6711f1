"""The inbox on both engines; Telegram's side is a list of what was worked off."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest

from bot.clock import SystemClock
from bot.inbox import CRASHES, FAULTS, KEPT, LEASE, PARKED_KEPT, RENEWAL, Inbox, TryLaterError, chat_of
from storage import updates
from storage.database import Database, opened
from storage.models import StoredUpdate, UpdateState
from tests.fakes import FakeClock
from tests.waiting import until

Payload = dict[str, Any]


def said(update_id: int, chat: int = 1, text: str = "") -> Payload:
    return {"update_id": update_id, "message": {"message_id": update_id, "chat": {"id": chat}, "text": text}}


class Desk:
    """Works updates off and remembers it; `trouble` by update_id is raised as often as it is listed."""

    def __init__(self) -> None:
        self.worked: list[int] = []
        self.attempts: list[int] = []
        self.given_up: list[int] = []
        self.trouble: dict[int, list[Exception]] = defaultdict(list)
        self.gate = asyncio.Event()
        self.gate.set()
        self.busy = 0
        self.most_busy = 0

    async def work(self, payload: Payload) -> None:
        self.attempts.append(payload["update_id"])
        self.busy += 1
        self.most_busy = max(self.most_busy, self.busy)
        try:
            await self.gate.wait()
            if self.trouble[payload["update_id"]]:
                raise self.trouble[payload["update_id"]].pop(0)
        finally:
            self.busy -= 1
        self.worked.append(payload["update_id"])

    async def give_up(self, payload: Payload) -> None:
        self.given_up.append(payload["update_id"])


@pytest.fixture
def desk() -> Desk:
    return Desk()


@asynccontextmanager
async def working(inbox: Inbox) -> AsyncIterator[Inbox]:
    task = asyncio.create_task(inbox.run())
    try:
        yield inbox
    finally:
        inbox.stop()
        await task


async def rows(database: Database) -> dict[int, StoredUpdate]:
    async with database.read() as session:
        return {row.update_id: row for state in UpdateState for row in await updates.every(session, state)}


async def state_is(database: Database, update_id: int, state: UpdateState) -> bool:
    return (await rows(database))[update_id].state is state


async def test_an_update_is_stored_when_accept_returns(database: Database, clock: FakeClock, desk: Desk) -> None:
    inbox = Inbox(database, clock, desk.work, desk.give_up)
    assert await inbox.accept(said(7, chat=5, text="你好"))
    row = (await rows(database))[7]
    assert (row.chat_id, row.state, row.payload["message"]["text"]) == (5, UpdateState.PENDING, "你好")


async def test_an_update_seen_before_is_ignored(database: Database, desk: Desk) -> None:
    async with working(Inbox(database, SystemClock(), desk.work, desk.give_up)) as inbox:
        assert await inbox.accept(said(7))
        await until(lambda: desk.worked == [7])
        assert not await inbox.accept(said(7))
    assert desk.attempts == [7]


async def test_a_done_update_keeps_its_number_alone(database: Database, desk: Desk) -> None:
    async with working(Inbox(database, SystemClock(), desk.work, desk.give_up)) as inbox:
        await inbox.accept(said(7, chat=5, text="你好"))
        await until(lambda: state_is(database, 7, UpdateState.DONE))
    row = (await rows(database))[7]
    assert (row.payload, row.chat_id) == ({}, None)


async def test_updates_of_a_chat_are_worked_off_in_order(database: Database, desk: Desk) -> None:
    async with working(Inbox(database, SystemClock(), desk.work, desk.give_up)) as inbox:
        for update_id in (3, 1, 2):
            await inbox.accept(said(update_id, chat=1))
        await until(lambda: len(desk.worked) == 3)
    assert desk.worked in ([1, 2, 3], [3, 1, 2])  # 3 may have been begun before 1 and 2 were known


async def test_chats_are_worked_off_side_by_side_up_to_a_bound(database: Database, desk: Desk) -> None:
    desk.gate.clear()
    async with working(Inbox(database, SystemClock(), desk.work, desk.give_up, at_once=3)) as inbox:
        for update_id in range(1, 11):
            await inbox.accept(said(update_id, chat=update_id % 5))
        await until(lambda: desk.busy == 3)
        desk.gate.set()
        await until(lambda: len(desk.worked) == 10)
    assert desk.most_busy == 3


async def test_pending_updates_are_worked_off_after_a_restart(database: Database, clock: FakeClock, desk: Desk) -> None:
    await Inbox(database, clock, desk.work, desk.give_up).accept(said(7))
    async with working(Inbox(database, clock, desk.work, desk.give_up)):
        await until(lambda: desk.worked == [7])


async def claim_as(database: Database, holder: str, clock: FakeClock) -> list[int]:
    """What a process claims that then stops or is killed."""
    async with database.transaction() as session:
        lease = updates.Lease(holder, clock.now() + LEASE)
        return [row.update_id for row in await updates.claim(session, lease, 10, clock.now())]


async def test_what_a_killed_process_held_is_taken_over_when_its_lease_runs_out(
    database: Database, clock: FakeClock, desk: Desk
) -> None:
    async with working(Inbox(database, clock, desk.work, desk.give_up)) as inbox:
        await inbox.accept(said(6))
        await until(lambda: desk.worked == [6])
        async with database.transaction() as session:
            await updates.store(session, 7, 3, said(7), clock.now())
            await updates.claim(session, updates.Lease("killed", clock.now() + LEASE), 10, clock.now())
        await inbox.accept(said(8, chat=2))
        await until(lambda: desk.worked == [6, 8])
        clock.advance(seconds=LEASE.total_seconds() + 1)
        await until(lambda: desk.worked == [6, 8, 7])


async def test_what_a_killed_process_held_on_sqlite_is_taken_over_by_the_next_start(
    sqlite_url: str, clock: FakeClock, desk: Desk
) -> None:
    async with opened(sqlite_url) as database:
        inbox = Inbox(database, clock, desk.work, desk.give_up)
        await inbox.accept(said(7))
        assert await claim_as(database, "killed", clock) == [7]
        async with working(inbox):
            await until(lambda: desk.worked == [7])


async def test_what_was_taken_over_is_left_to_its_new_holder(database: Database, clock: FakeClock, desk: Desk) -> None:
    desk.gate.clear()
    async with working(Inbox(database, clock, desk.work, desk.give_up)) as inbox:
        await inbox.accept(said(7))
        await until(lambda: desk.busy == 1)
        async with database.transaction() as session:  # as after a pause of this process
            await updates.release(session)
        assert await claim_as(database, "another", clock) == [7]
        clock.advance(seconds=RENEWAL.total_seconds() + 1)
        await until(lambda: desk.busy == 0)
    row = (await rows(database))[7]
    assert (desk.worked, row.state, row.holder) == ([], UpdateState.PENDING, "another")


async def test_an_update_that_kills_the_process_is_parked(database: Database, clock: FakeClock, desk: Desk) -> None:
    inbox = Inbox(database, clock, desk.work, desk.give_up)
    await inbox.accept(said(7))
    for _ in range(CRASHES):
        assert await claim_as(database, "killed", clock) == [7]
        clock.advance(seconds=LEASE.total_seconds())
    async with working(inbox):
        await until(lambda: state_is(database, 7, UpdateState.PARKED))
    assert (desk.attempts, desk.given_up) == ([], [7])


async def test_outages_leave_a_fault_its_attempts(database: Database, clock: FakeClock, desk: Desk) -> None:
    desk.trouble[7] = [*[TryLaterError()] * FAULTS, RuntimeError("a bug")]
    async with working(Inbox(database, clock, desk.work, desk.give_up)) as inbox:
        await inbox.accept(said(7))
        for attempt in range(1, FAULTS + 2):
            await until(lambda: len(desk.attempts), is_=attempt)
            await until(lambda: waits(database, 7))
            clock.advance(minutes=1)
        await until(lambda: desk.worked == [7])
    assert desk.given_up == []


async def waits(database: Database, update_id: int) -> bool:
    row = (await rows(database))[update_id]
    return row.holder is None and row.leased_until is not None


async def test_a_fault_is_tried_again_and_then_parked_with_one_apology(database: Database, desk: Desk) -> None:
    desk.trouble[7] = [RuntimeError("a bug")] * 9
    async with working(Inbox(database, SystemClock(), desk.work, desk.give_up)) as inbox:
        await inbox.accept(said(7, chat=1))
        await inbox.accept(said(8, chat=1))
        await inbox.accept(said(9, chat=2))
        await until(lambda: sorted(desk.worked) == [8, 9])
        await until(lambda: state_is(database, 7, UpdateState.PARKED))
    assert desk.attempts.count(7) == FAULTS
    assert desk.given_up == [7]


async def test_a_fault_that_passes_is_never_apologised_for(database: Database, desk: Desk) -> None:
    desk.trouble[7] = [RuntimeError("once")]
    async with working(Inbox(database, SystemClock(), desk.work, desk.give_up)) as inbox:
        await inbox.accept(said(7))
        await until(lambda: desk.worked == [7])
    assert desk.given_up == []


async def test_an_update_waits_while_telegram_is_unreachable(database: Database, clock: FakeClock, desk: Desk) -> None:
    desk.trouble[7] = [TryLaterError(timedelta(minutes=5))]
    async with working(Inbox(database, clock, desk.work, desk.give_up)) as inbox:
        await inbox.accept(said(7))
        await until(lambda: desk.attempts == [7])
        clock.advance(minutes=4)
        await inbox.accept(said(8, chat=2))
        await until(lambda: desk.worked == [8])
        assert desk.attempts == [7, 8]
        clock.advance(minutes=2)
        await until(lambda: desk.worked == [8, 7])


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_two_replicas_never_work_the_same_update(database: Database, desk: Desk) -> None:
    first = Inbox(database, SystemClock(), desk.work, desk.give_up)
    second = Inbox(database, SystemClock(), desk.work, desk.give_up)
    async with working(first), working(second):
        for update_id in range(1, 61):
            await (first if update_id % 2 else second).accept(said(update_id, chat=update_id % 7))
        await until(lambda: len(desk.worked) >= 60, within=15)
    assert sorted(desk.attempts) == list(range(1, 61))
    for chat in range(7):
        mine = [update_id for update_id in desk.worked if update_id % 7 == chat]
        assert mine == sorted(mine)


async def test_stopping_finishes_what_is_in_flight(database: Database, desk: Desk) -> None:
    desk.gate.clear()
    inbox = Inbox(database, SystemClock(), desk.work, desk.give_up)
    async with working(inbox):
        await inbox.accept(said(7))
        await until(lambda: desk.busy == 1)
        asyncio.get_running_loop().call_later(0.05, desk.gate.set)
    assert await state_is(database, 7, UpdateState.DONE)


async def test_stopping_leaves_what_takes_too_long_to_the_next_start(
    database: Database, clock: FakeClock, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.inbox.PATIENCE", 0.05)
    desk.gate.clear()
    async with working(Inbox(database, clock, desk.work, desk.give_up)) as inbox:
        await inbox.accept(said(7))
        await until(lambda: desk.busy == 1)
    desk.gate.set()
    async with working(Inbox(database, clock, desk.work, desk.give_up)):
        await until(lambda: desk.worked == [7])


async def test_prune_forgets_updates_that_telegram_no_longer_repeats(
    database: Database, clock: FakeClock, desk: Desk
) -> None:
    async with working(Inbox(database, clock, desk.work, desk.give_up)) as inbox:
        await inbox.accept(said(7))
        await until(lambda: state_is(database, 7, UpdateState.DONE))
        clock.advance(days=1)
        assert await inbox.prune() == 0
        clock.advance(days=KEPT.days)
        assert await inbox.prune() == 1
    assert await rows(database) == {}


async def test_prune_empties_what_was_parked_long_ago(database: Database, clock: FakeClock, desk: Desk) -> None:
    inbox = Inbox(database, clock, desk.work, desk.give_up)
    await inbox.accept(said(7, text="我是王小明"))
    async with database.transaction() as session:
        (claimed,) = await updates.claim(session, updates.Lease("me", clock.now()), 1, clock.now())
        await updates.park(session, claimed, clock.now())
    clock.advance(days=PARKED_KEPT.days - 1)
    await inbox.prune()
    assert (await rows(database))[7].payload == said(7, text="我是王小明")
    clock.advance(days=2)
    await inbox.prune()
    row = (await rows(database))[7]
    assert (row.state, row.payload, row.chat_id) == (UpdateState.PARKED, {}, None)


@pytest.mark.parametrize(
    ("payload", "chat"),
    [
        (said(1, chat=-100), -100),
        ({"update_id": 1, "callback_query": {"from": {"id": 3}, "message": {"chat": {"id": 5}}}}, 5),
        ({"update_id": 1, "callback_query": {"from": {"id": 3}, "inline_message_id": "x"}}, 3),
        ({"update_id": 1, "my_chat_member": {"chat": {"id": 4}, "from": {"id": 3}}}, 4),
        ({"update_id": 1, "message": {"chat": 5}}, None),
        ({"update_id": 1}, None),
    ],
)
def test_chat_of_an_update(payload: Payload, chat: int | None) -> None:
    assert chat_of(payload) == chat
