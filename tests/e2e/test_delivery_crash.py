"""Processes that die, stop and start while an announcement goes out: nobody is left out, and only what was in flight
may come twice. Counted from what Telegram took.

CRASH_KILLS says how many kills there are in a run; `make soak` takes a hundred.
"""

import asyncio
import random
import signal
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import literal
from sqlmodel import col, select

from bot.clock import SystemClock
from bot.sandbox.faults import Fault
from storage import outbox
from storage.errors import StoreError
from storage.models import Chat
from storage.outbox import Counts, Timing, Wave
from tests.e2e.crash_park import FIRST, IN_FLIGHT, KILLS, CrashPark, opened_park, shared_url
from tests.e2e.crashing import DELIVERY
from tests.e2e.processes import Process
from tests.postgres import Postgres
from tests.waiting import until

CHATS_A_KILL = 20
TEXT = "周一 9:00 消防演习"


@dataclass
class Park(CrashPark):
    """With an announcement for so many chats."""

    chats: int = 0
    batch_id: int = 0

    async def announce(self, chats: int) -> None:
        await self.meet(range(FIRST, FIRST + chats))
        now = SystemClock().now()
        async with self.database.transaction() as session:
            content_id = await outbox.add_content(session, {"text": TEXT})
            self.batch_id = await outbox.add_batch(session, now)
            wave = Wave(self.batch_id, "drill", Timing(now, quiet=False))
            self.chats = await outbox.fan_out(session, wave, select(col(Chat.id), literal(content_id)))

    async def judge(self, *, doubled_at_most: int) -> str:
        """Nobody left out, and what came twice is on record as what may have."""
        taken = Counter(row.chat for row in self.sandbox.world.ledger.rows())
        async with self.database.read() as session:
            counts = await outbox.counts(session, [self.batch_id])
        doubled = sum(times > 1 for times in taken.values())
        assert counts == Counts(sent=self.chats, unconfirmed=counts.unconfirmed)
        assert len(taken) == self.chats
        assert doubled <= counts.unconfirmed
        assert taken.total() - self.chats <= doubled_at_most
        return f"chats {self.chats}, lost 0, doubled {doubled}, unconfirmed {counts.unconfirmed}"


@pytest.fixture
async def small(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Park]:
    """On SQLite, with one process."""
    async with AsyncExitStack() as stack:
        yield await opened_park(stack, Park, sqlite_url, tmp_path)


@pytest.fixture
async def big(postgres: Postgres, tmp_path: Path) -> AsyncIterator[Park]:
    """On PostgreSQL, with room for replicas."""
    async with AsyncExitStack() as stack:
        yield await opened_park(stack, Park, shared_url(stack, postgres), tmp_path)


async def test_kill_9_anywhere_leaves_nobody_out(small: Park) -> None:
    dice = random.Random(1)
    await small.announce(KILLS * CHATS_A_KILL)
    ways, kills = ["random", *DELIVERY], Counter[str]()
    for number in range(KILLS):
        way = ways[number % len(ways)]
        async with AsyncExitStack() as stack:
            if way == "random":
                process = await small.process(stack)
                await small.goes_on()
                await asyncio.sleep(dice.uniform(0, 0.5))
                await process.end(signal.SIGKILL)
            else:
                process = await small.process(stack, way, dice.randint(1, 4 if "commit" in way else 15))
            kills[way] += await process.status(within=60) == -signal.SIGKILL
    async with AsyncExitStack() as stack:
        await small.finish(await small.process(stack))
    assert kills.total() == KILLS
    print(f"\n{dict(kills)}: {await small.judge(doubled_at_most=IN_FLIGHT * KILLS)}")  # noqa: T201 - for the soak


async def test_stop_leaves_nobody_out_and_sends_nothing_twice(small: Park) -> None:
    stops = max(1, KILLS // 5)
    await small.announce(stops * CHATS_A_KILL)
    dice = random.Random(2)
    for _ in range(stops):
        async with AsyncExitStack() as stack:
            process = await small.process(stack)
            await small.goes_on()
            await asyncio.sleep(dice.uniform(0, 0.5))
            assert await process.end(signal.SIGTERM) == 0
    async with AsyncExitStack() as stack:
        await small.finish(await small.process(stack))
    print(f"\n{stops} stops: {await small.judge(doubled_at_most=0)}")  # noqa: T201


async def test_lost_answers_leave_nobody_out(small: Park) -> None:
    faults = small.sandbox.world.faults.planned
    for number, kind in enumerate(("drop-after", "error-after", "drop-before", "error-before", "cut")):
        faults.append(Fault(kind, method="sendMessage", left=None, share=0.04, seed=number))
    await small.announce((KILLS - 1) * CHATS_A_KILL)
    async with AsyncExitStack() as stack:
        await small.finish(await small.process(stack))
    befallen = sum(fault.befallen for fault in faults)
    assert befallen > 0
    print(f"\n{befallen} faults: {await small.judge(doubled_at_most=befallen)}")  # noqa: T201


async def test_one_of_two_replicas_is_killed(big: Park) -> None:
    kills = max(1, KILLS // 10)
    await big.announce((kills + 1) * CHATS_A_KILL)
    async with AsyncExitStack() as stack:
        replicas = [await big.process(stack), await big.process(stack)]
        for _ in range(kills):
            sender = await _sender(replicas)
            await big.goes_on()
            await sender.end(signal.SIGKILL)
            replicas = [one for one in replicas if one is not sender] + [await big.process(stack)]
        await big.finish(*replicas)
    print(f"\n{kills} kills: {await big.judge(doubled_at_most=IN_FLIGHT * kills)}")  # noqa: T201


async def test_process_that_was_stopped_past_its_lease_does_no_harm(big: Park) -> None:
    await big.announce(3 * CHATS_A_KILL)
    async with AsyncExitStack() as stack:
        replicas = [await big.process(stack), await big.process(stack)]
        sender = await _sender(replicas)
        other = next(one for one in replicas if one is not sender)
        await big.goes_on()
        sender.signal(signal.SIGSTOP)
        await other.wait_for("dispatcher.took_over")
        sender.signal(signal.SIGCONT)
        await big.goes_on()
        await big.finish(*replicas)
    print(f"\nstopped past the lease: {await big.judge(doubled_at_most=IN_FLIGHT)}")  # noqa: T201


async def test_restart_of_the_database_leaves_nobody_out(big: Park, postgres: Postgres) -> None:
    await big.announce(2 * CHATS_A_KILL)
    async with AsyncExitStack() as stack:
        process = await big.process(stack)
        await big.goes_on()
        postgres.restart()
        await until(lambda: _left_after_restart(big), is_=0, within=60)
        await big.finish(process)
    print(f"\nrestart of the database: {await big.judge(doubled_at_most=IN_FLIGHT)}")  # noqa: T201


async def _left_after_restart(park: Park) -> int:
    try:
        return await park.left()
    except StoreError:
        return -1


async def _sender(replicas: list[Process]) -> Process:
    """The one that took over last and lives."""

    def took_over() -> list[Process]:
        return [one for one in replicas if any("dispatcher.took_over" in line for line in one.lines)]

    await until(lambda: bool(took_over()), within=30)
    return took_over()[-1]
