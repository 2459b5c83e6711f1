"""The right to send: one process has it, and knows by itself when it is over."""

from datetime import timedelta

from bot.delivery.tenure import LENGTH, MARGIN, RENEWAL, RETRY, Tenure
from storage.database import Database
from tests.bot.delivery.test_slots import Seconds
from tests.factories import AT


async def extend(database: Database, tenure: Tenure, later: float = 0) -> bool:
    async with database.transaction() as session:
        held = await tenure.extend(session, AT + timedelta(seconds=later))
    tenure.committed(held=held)
    return held


async def test_tenure_is_held_by_one_and_prolonged_in_time(database: Database) -> None:
    time = Seconds()
    first, second = Tenure(alone=False, time=time), Tenure(alone=False, time=time)
    assert not first.holds
    assert await extend(database, first)
    assert not await extend(database, second)
    assert (first.holds, second.holds, first.is_due, second.is_due) == (True, False, False, False)
    time.now += RETRY
    assert (first.is_due, second.is_due) == (False, True)
    time.now += RENEWAL - RETRY
    assert first.is_due
    assert await extend(database, first, RENEWAL)
    assert not await extend(database, second, LENGTH.total_seconds())


async def test_process_that_was_stopped_knows_that_its_tenure_is_over(database: Database) -> None:
    time = Seconds()
    first, second = Tenure(alone=False, time=time), Tenure(alone=False, time=time)
    await extend(database, first)
    time.now += LENGTH.total_seconds() - MARGIN
    assert not first.holds
    assert await extend(database, second, LENGTH.total_seconds())
    assert not await extend(database, first, LENGTH.total_seconds())
    assert not first.holds


async def test_tenure_that_is_ended_is_free_at_once(database: Database) -> None:
    first, second = Tenure(alone=False), Tenure(alone=False)
    await extend(database, first)
    async with database.transaction() as session:
        await first.end(session)
    assert not first.holds
    assert await extend(database, second)


async def test_process_that_is_alone_waits_for_nobody_the_first_time(database: Database) -> None:
    await extend(database, Tenure(alone=False))
    second = Tenure(alone=True)
    assert await extend(database, second)
    assert not second.alone
