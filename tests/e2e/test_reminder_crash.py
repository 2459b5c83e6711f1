"""Reminders of events while processes die and clocks are set: each is written once and sent, none is lost.

CRASH_KILLS says how many kills there are in a run; `make soak` takes 20, among 10,000 reminders.
"""

import asyncio
import random
import signal
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import timedelta
from itertools import cycle
from pathlib import Path
from statistics import quantiles
from time import monotonic

import pytest

from tests.e2e.crash_park import KILLS as ALL_KILLS
from tests.e2e.crash_park import shared_url
from tests.e2e.crashing import DELIVERY, WRITING
from tests.e2e.processes import Process
from tests.e2e.reminder_park import BEGINS, DAY, HOUR, ReminderPark, bound, opened_reminder_park
from tests.postgres import Postgres
from tests.waiting import until

KILLS = min(ALL_KILLS, 20)
EACH = 500 if KILLS == 20 else 20
"""People of an event."""
PATIENCE = 120  # seconds for a start on a busy machine
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


@pytest.fixture
async def small(sqlite_url: str, tmp_path: Path) -> AsyncIterator[ReminderPark]:
    """On SQLite, with one process."""
    async with AsyncExitStack() as stack:
        yield await opened_reminder_park(stack, sqlite_url, tmp_path)


@pytest.fixture
async def big(postgres: Postgres, tmp_path: Path) -> AsyncIterator[ReminderPark]:
    """On PostgreSQL, with room for replicas."""
    async with AsyncExitStack() as stack:
        yield await opened_reminder_park(stack, shared_url(stack, postgres), tmp_path)


@pytest.fixture
async def park(database_url: str, tmp_path: Path) -> AsyncIterator[ReminderPark]:
    """On either, with one process."""
    async with AsyncExitStack() as stack:
        yield await opened_reminder_park(stack, database_url, tmp_path)


async def started(park: ReminderPark, stack: AsyncExitStack) -> Process:
    process = await park.process(stack)
    await process.wait_for("assistant.started", within=PATIENCE)
    return process


async def test_kill_9_around_due_times_writes_each_once(small: ReminderPark) -> None:
    dice = random.Random(1)
    due = [BEGINS + (number + 1) * 10 * MINUTE for number in range(KILLS)]
    await small.hold([at + DAY for at in due], EACH)
    ways, kills = [*WRITING, "random", *DELIVERY], Counter[str]()
    for number, at in enumerate(due):
        way = ways[number % len(ways)]
        async with AsyncExitStack() as stack:
            if way == "random":
                process = await started(small, stack)
                small.clock.set(at - dice.uniform(0, 0.5) * SECOND)
                await asyncio.sleep(dice.uniform(0, 1.5))
                await process.end(signal.SIGKILL)
            else:
                small.clock.set(at)
                process = await small.process(stack, way, 1 if way in WRITING else dice.randint(1, 4))
            kills[way] += await process.status(within=PATIENCE) == -signal.SIGKILL
    async with AsyncExitStack() as stack:
        process = await started(small, stack)
        await small.all_written(KILLS * EACH)
        await small.finish(process)
    assert kills.total() == KILLS
    print(f"\n{dict(kills)}: {await small.judge(small.keys('day'), doubled_at_most=bound(KILLS))}")  # noqa: T201


JUMPS = (DAY, -HOUR, HOUR, -DAY, DAY, HOUR, -HOUR, -DAY, DAY)
"""Of a clock that is wrong, and right again."""


async def test_clock_that_jumps_writes_each_once(small: ReminderPark) -> None:
    starts = [BEGINS + 2 * DAY + number * 20 * MINUTE for number in range(5)]
    await small.hold(starts, EACH // 5)
    async with AsyncExitStack() as stack:
        process = await started(small, stack)
        for jump in JUMPS:
            small.clock.advance(seconds=jump.total_seconds())
            await asyncio.sleep(0.7)
        small.clock.set(starts[-1] - DAY)
        await small.all_written(len(small.keys("day")))
        await until(small.left, is_=0, within=60)
        small.clock.set(starts[-1] - 2 * HOUR - SECOND)
        for jump in (-HOUR, HOUR, -DAY, DAY):
            small.clock.advance(seconds=jump.total_seconds())
            await asyncio.sleep(0.7)
        keys = small.keys("day", "hours")
        await small.all_written(len(keys))
        await small.finish(process)
    print(f"\n{len(JUMPS) + 4} jumps: {await small.judge(keys, doubled_at_most=0)}")  # noqa: T201


async def test_reschedule_racing_the_reminder_never_reminds_of_the_old_date(small: ReminderPark) -> None:
    """Each event is moved by a day about when its reminder is due."""
    dice, rounds = random.Random(3), 2 * KILLS
    due = [BEGINS + (number + 1) * MINUTE for number in range(rounds)]
    await small.hold([at + DAY for at in due], 5)
    async with AsyncExitStack() as stack:
        process = await started(small, stack)
        for number, at in enumerate(due):
            small.clock.set(at - 0.5 * SECOND)
            await asyncio.sleep(dice.uniform(0, 1.2))
            await small.move(number, at + 2 * DAY)
            await small.all_written(5 * (number + 1), "moved")
        before = await small.written()
        await until(small.left, is_=0, within=60)
        small.clock.set(due[-1] + DAY)
        await small.all_written(before + 5 * rounds)
        await small.finish(process)
    written = [one.key for one, _ in await small.outgoing()]
    assert {key for key in written if key.startswith("reminder")} >= small.keys("day", revision=2)
    assert "3" not in {key.split(":")[-2] for key in written}
    print(f"\n{rounds} moves, {before} reminders of old dates written before: {small.judge_moves()}")  # noqa: T201


async def test_replicas_write_each_once(big: ReminderPark) -> None:
    """One of the two is killed after each jump of their clocks."""
    dice, kills = random.Random(4), KILLS if KILLS == 20 else 2
    due = [BEGINS + (number + 1) * 5 * MINUTE for number in range(kills)]
    await big.hold([at + DAY for at in due], EACH)
    async with AsyncExitStack() as stack:
        replicas = [await started(big, stack), await started(big, stack)]
        for at, jump in zip(due, cycle((20 * HOUR, -DAY, HOUR, -HOUR)), strict=False):
            big.clock.set(at - dice.uniform(0, 0.5) * SECOND)
            await asyncio.sleep(dice.uniform(0, 1.5))
            big.clock.advance(seconds=jump.total_seconds())
            await asyncio.sleep(dice.uniform(0, 1))
            killed = replicas.pop(dice.randrange(2))
            await killed.end(signal.SIGKILL)
            replicas.append(await started(big, stack))
        big.clock.set(due[-1])
        await big.all_written(kills * EACH)
        await big.catch_up()
        await big.finish(*replicas)
    print(f"\n{kills} kills: {await big.judge(big.keys('day'), doubled_at_most=bound(kills))}")  # noqa: T201


async def test_all_is_written_in_time_and_soon_after_an_outage(park: ReminderPark) -> None:
    """Half of the events come due while it runs, the others in ten minutes in which nothing does."""
    on_time = [BEGINS + (1 + number // 4) * MINUTE for number in range(KILLS)]
    outage = [on_time[-1] + (1 + 10 * number // KILLS) * MINUTE for number in range(KILLS)]
    await park.hold([at + DAY for at in (*on_time, *outage)], EACH)
    delays, dice = list[float](), random.Random(5)
    async with AsyncExitStack() as stack:
        process = await started(park, stack)
        for at, count in Counter(on_time).items():
            park.clock.set(at - dice.uniform(0.5, 1) * SECOND)
            delays += await park.delays(count * EACH)
        await process.end(signal.SIGKILL)
    park.clock.set(outage[0] + 10 * MINUTE)
    async with AsyncExitStack() as stack:
        began = monotonic()
        process = await started(park, stack)
        ready = monotonic()
        await park.all_written(2 * KILLS * EACH)
        caught_up = monotonic()
        assert await process.end(signal.SIGTERM) == 0
    written = await park.outgoing()
    assert sorted(one.key for one, _ in written) == sorted(park.keys("day"))
    late = {one.due_at for one, text in written if "来晚了" in text}
    assert late == {at for at in outage if at <= outage[0] + 5 * MINUTE}
    print(  # noqa: T201
        f"\n{park.database.url.get_backend_name()}: {len(delays)} in time, p99 {quantiles(delays, n=100)[98]:.2f} s, "
        f"most {max(delays):.2f} s; after 10 minutes {KILLS * EACH} within {caught_up - ready:.1f} s of the start, "
        f"{caught_up - began:.1f} s of the command"
    )
