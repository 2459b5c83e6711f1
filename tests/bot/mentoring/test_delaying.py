"""Running late, on both engines."""

import asyncio
from datetime import timedelta

import pytest

from bot.mentoring.delaying import at_table, state_of
from bot.mentoring.errors import CancelledError, ChangedError, NoDayError, NotTodayError
from bot.mentoring.service import Mentoring
from storage import chats
from storage.database import Database
from tests.bot.mentoring.conftest import (
    DAY,
    EMMA,
    HOUR,
    LIN,
    STARTS,
    ZHAO,
    admitted,
    advanced,
    deliver,
    last_text,
    published,
    told,
)
from tests.factories import AT
from tests.fakes import FakeClock

MINUTE = timedelta(minutes=1)
NEW_TIMES = "时间有变：淘富成真"


async def state(desk: Mentoring, day_id: int, member_id: str | None = None) -> str:
    return state_of(at_table(await desk.arranging.timetable(day_id), member_id))


async def delays(desk: Mentoring, day_id: int) -> list[tuple[str, int]]:
    return [(one.member_id, one.delay) for one in await desk.arranging.timetable(day_id)]


@pytest.fixture
async def two_tables(desk: Mentoring, database: Database, clock: FakeClock) -> int:
    """林工 and Emma at the factory at 13:30 and 13:45, 小赵 at the capital at 13:30; all reminded of tomorrow."""
    await admitted(desk, ZHAO, "capital")
    day_id = await published(desk, clock, LIN, EMMA)
    clock.set(STARTS - DAY)
    await desk.advance()
    await deliver(database)
    clock.set(STARTS - 5 * HOUR)
    return day_id


async def test_whoever_is_still_to_come_is_told_once_with_the_new_time(
    desk: Mentoring, database: Database, two_tables: int, clock: FakeClock
) -> None:
    clock.set(STARTS + 5 * MINUTE)
    await desk.delaying.shift(two_tables, 10, await state(desk, two_tables))
    assert await told(database) == [(EMMA, "New times: Mentoring day")]
    assert await last_text(database, EMMA) == ["New times: Mentoring day", "10 minutes late: 13:55 Factory"]
    assert await delays(desk, two_tables) == [("capital", 0), ("factory", 0), ("factory", 10)]


async def test_one_table_runs_late_and_catches_up_again(desk: Mentoring, database: Database, two_tables: int) -> None:
    await desk.delaying.shift(two_tables, 15, await state(desk, two_tables, "factory"), "factory")
    assert [chat for chat, _ in await told(database)] == [LIN, EMMA]
    assert (await last_text(database, LIN))[1] == "会晚 15 分钟：13:45 工厂"
    await desk.delaying.shift(two_tables, 5, await state(desk, two_tables, "factory"), "factory")
    assert (await last_text(database, LIN))[1] == "会晚 20 分钟：13:50 工厂"
    await desk.delaying.shift(two_tables, -30, await state(desk, two_tables))
    assert (await last_text(database, LIN))[1] == "按原来的时间：13:30 工厂"
    assert await delays(desk, two_tables) == [("capital", 0), ("factory", 0), ("factory", 0)]
    assert ZHAO not in {chat for chat, _ in await told(database)}


async def test_two_presses_of_one_button_count_once(desk: Mentoring, database: Database, two_tables: int) -> None:
    seen = await state(desk, two_tables)
    done = await asyncio.gather(*(desk.delaying.shift(two_tables, 10, seen) for _ in range(3)), return_exceptions=True)
    assert sorted(type(one).__name__ for one in done) == ["ChangedError", "ChangedError", "Day"]
    assert {late for _, late in await delays(desk, two_tables)} == {10}
    assert sorted(chat or 0 for chat, _ in await told(database)) == [LIN, EMMA, ZHAO]
    with pytest.raises(ChangedError):
        await desk.delaying.shift(two_tables, 10, seen)


async def test_nobody_is_called_into_the_past(desk: Mentoring, two_tables: int, clock: FakeClock) -> None:
    await desk.delaying.shift(two_tables, 30, await state(desk, two_tables))
    clock.set(STARTS + 20 * MINUTE + timedelta(seconds=1))
    await desk.delaying.shift(two_tables, -30, await state(desk, two_tables))
    assert await delays(desk, two_tables) == [("capital", 21), ("factory", 21), ("factory", 6)]


async def test_reminders_that_are_not_sent_tell_the_new_time(
    desk: Mentoring, database: Database, two_tables: int, clock: FakeClock
) -> None:
    await desk.delaying.shift(two_tables, 10, await state(desk, two_tables))
    await deliver(database)
    await advanced(desk, clock, STARTS - 2 * HOUR)
    assert LIN not in {chat for chat, _ in await told(database)}
    await advanced(desk, clock, STARTS - 2 * HOUR + 10 * MINUTE)
    assert (LIN, "马上开始：淘富成真") in await told(database)
    assert "13:40 工厂" in await last_text(database, LIN)
    # it waits still when the day gets later again: it goes with the time that is right then
    await desk.delaying.shift(two_tables, 20, await state(desk, two_tables))
    await desk.advance()
    assert [one for one in await told(database, "mentoring:") if one[0] == LIN] == []
    await advanced(desk, clock, STARTS - 2 * HOUR + 30 * MINUTE)
    assert [one for one in await told(database, "mentoring:") if one[0] == LIN] == [(LIN, "马上开始：淘富成真")]
    assert "14:00 工厂" in await last_text(database, LIN)


async def test_reminder_that_was_sent_does_not_come_again(
    desk: Mentoring, database: Database, two_tables: int, clock: FakeClock
) -> None:
    await advanced(desk, clock, STARTS - 2 * HOUR)
    await deliver(database)
    await desk.delaying.shift(two_tables, 10, await state(desk, two_tables))
    await advanced(desk, clock, STARTS - HOUR)
    assert [heading for chat, heading in await told(database) if chat == LIN] == [NEW_TIMES]


async def test_offered_time_is_late_like_its_table(desk: Mentoring, database: Database, clock: FakeClock) -> None:
    async with database.transaction() as session:
        for person in range(30, 34):
            await chats.upsert(session, person, "private", AT)
    day_id = await published(desk, clock, *range(30, 34), LIN)
    clock.set(STARTS - 3 * HOUR)
    await desk.delaying.shift(day_id, 15, await state(desk, day_id))
    await desk.applying.withdraw(day_id, 32)
    assert "14:15 工厂" in await last_text(database, LIN)


async def test_other_days_do_not_run_late(desk: Mentoring, two_tables: int, clock: FakeClock) -> None:
    seen = await state(desk, two_tables)
    clock.set(STARTS - DAY)
    with pytest.raises(NotTodayError):
        await desk.delaying.shift(two_tables, 10, seen)
    clock.set(STARTS - HOUR)
    await desk.changing.cancel(two_tables)
    with pytest.raises(CancelledError):
        await desk.delaying.shift(two_tables, 10, seen)
    with pytest.raises(NoDayError):
        await desk.delaying.shift(999, 10, seen)


async def test_who_is_moved_by_hand_waits_as_long_as_the_table_that_they_come_to(
    desk: Mentoring, two_tables: int
) -> None:
    await desk.delaying.shift(two_tables, 10, await state(desk, two_tables, "factory"), "factory")
    at_capital, at_factory, _ = await desk.arranging.timetable(two_tables)
    assert (at_capital.member_id, at_factory.member_id) == ("capital", "factory")
    await desk.arranging.move(at_factory.id or 0, "capital", STARTS)
    delays_of = {one.application_id: one.delay for one in await desk.arranging.timetable(two_tables)}
    assert delays_of[at_factory.application_id] == 0
    assert delays_of[at_capital.application_id] == 10
