"""Reminders: once, at their time, in their language, never in quiet hours; and what becomes of them when dates move."""

import asyncio
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quiet_hours import BEFORE_QUIET, before_quiet
from bot.registrations.reminders import EARLIEST, REMINDERS
from bot.registrations.service import Registrations
from storage.database import Database
from storage.models import OutgoingState, Preferences
from tests.bot.registrations.conftest import (
    EMMA,
    HOUR,
    LIN,
    RUN,
    STARTS,
    TALK,
    WANG,
    WORKSHOP,
    change,
    deliver,
    join,
    outgoing,
    told,
)
from tests.fakes import FakeClock

DAY = timedelta(days=1)
TALK_STARTS = STARTS - timedelta(hours=4, minutes=30)


async def test_a_day_and_two_hours_before_everybody_is_reminded_once(
    desk: Registrations, database: Database, clock: FakeClock
) -> None:
    await join(desk, LIN)
    await join(desk, EMMA)
    clock.set(STARTS - DAY - timedelta(seconds=1))
    await desk.advance()
    assert await told(database) == []
    clock.set(STARTS - DAY)
    await asyncio.gather(*(desk.advance() for _ in range(4)))
    assert await told(database) == [(LIN, "明天：工作坊"), (EMMA, "Tomorrow: Workshop")]
    await deliver(database)
    for minutes in range(0, 24 * 60, 30):
        clock.set(STARTS - DAY + timedelta(minutes=minutes))
        await desk.advance()
    assert await told(database) == [(LIN, "马上开始：工作坊"), (EMMA, "Starting soon: Workshop")]
    rows = await outgoing(database, "reminder:hours")
    assert {(one.due_at, one.expires_at, one.quiet) for one in rows} == {(STARTS - 2 * HOUR, STARTS, False)}


async def test_after_an_outage_what_is_due_goes_and_nothing_after_the_start(
    desk: Registrations, database: Database, clock: FakeClock
) -> None:
    await join(desk, LIN)
    clock.set(STARTS - HOUR)
    await desk.advance()
    assert len(await told(database)) == 2
    await join(desk, LIN, "run", 4)
    clock.set(STARTS + 10 * DAY)
    await desk.advance()
    assert len(await told(database)) == 2


async def test_clock_that_is_set_back_reminds_nobody_again(
    desk: Registrations, database: Database, clock: FakeClock
) -> None:
    await join(desk, LIN)
    for hours in (24, 25, 48, 24, 2, 3, 24, 2):
        clock.set(STARTS - hours * HOUR)
        await desk.advance()
    assert len(await told(database)) == 2


async def test_who_signs_up_later_is_not_reminded_of_what_was_due_before(
    desk: Registrations, database: Database, clock: FakeClock
) -> None:
    clock.set(TALK_STARTS - 4 * HOUR)
    await join(desk, LIN, "talk")
    await desk.advance()
    assert await told(database) == []


async def test_who_waits_or_left_is_not_reminded(desk: Registrations, database: Database, clock: FakeClock) -> None:
    first, *_ = [await join(desk, person) for person in (LIN, WANG, EMMA)]
    clock.set(STARTS - 3 * DAY)
    await desk.leave(first.occurrence.id or 0, LIN)
    clock.set(STARTS - DAY)
    await desk.advance()
    assert [chat for chat, _ in await told(database, "reminder")] == [WANG]


async def test_in_quiet_hours_it_comes_before_they_begin(
    desk: Registrations, database: Database, clock: FakeClock
) -> None:
    """The talk begins at 09:30: two hours before are in the quiet hours of those who did not change them."""
    async with database.transaction() as session:
        session.add(Preferences(chat_id=WANG, quiet_from=0, quiet_until=0))
    await join(desk, LIN, "talk")
    await join(desk, WANG, "talk")
    clock.set(TALK_STARTS - 12 * HOUR)
    await desk.advance()
    hours = await outgoing(database, "reminder:hours")
    assert [(one.chat_id, one.due_at) for one in hours] == [(LIN, TALK_STARTS - 12 * HOUR)]
    clock.set(TALK_STARTS - 2 * HOUR)
    await desk.advance()
    assert [one.chat_id for one in await outgoing(database, "reminder:hours")] == [LIN, WANG]


@given(
    moment=st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001
    quiet=st.tuples(st.integers(0, 1439), st.integers(0, 1439)),
    zone=st.sampled_from([ZoneInfo("Asia/Shanghai"), ZoneInfo("America/New_York"), ZoneInfo("Europe/Lisbon")]),
)
def test_nothing_comes_in_quiet_hours_and_nothing_later(
    moment: datetime, quiet: tuple[int, int], zone: ZoneInfo
) -> None:
    moved = before_quiet(moment, zone, quiet)
    assert moved <= moment
    assert moment - moved <= DAY + BEFORE_QUIET + HOUR
    local = moment.astimezone(zone)
    minutes = {(local.hour * 60 + local.minute - quiet[0]) % 1440}
    in_quiet = quiet[0] != quiet[1] and min(minutes) < (quiet[1] - quiet[0]) % 1440
    assert (moved != moment) == in_quiet


@given(
    starts=st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001
    quiet=st.tuples(st.integers(0, 1439), st.integers(0, 1439)),
    zone=st.sampled_from([ZoneInfo("Asia/Shanghai"), ZoneInfo("America/New_York"), ZoneInfo("Europe/Lisbon")]),
)
def test_no_reminder_is_due_before_the_days_that_are_looked_at(
    starts: datetime, quiet: tuple[int, int], zone: ZoneInfo
) -> None:
    for reminder in REMINDERS:
        due = reminder.due(starts, zone, quiet)
        assert starts - EARLIEST < due < starts


def test_a_day_before_is_the_same_time_of_day_where_clocks_change() -> None:
    zone, (day, _) = ZoneInfo("America/New_York"), REMINDERS
    starts = datetime(2026, 11, 1, 15, 0, tzinfo=zone).astimezone(UTC)  # clocks were set back that morning
    assert day.due(starts, zone, (0, 0)).astimezone(zone) == datetime(2026, 10, 31, 15, 0, tzinfo=zone)


async def test_moved_date_tells_everybody_and_reminds_of_the_new_one(
    desk: Registrations, database: Database, clock: FakeClock
) -> None:
    for person in (LIN, WANG, EMMA):
        await join(desk, person)
    clock.set(STARTS - DAY)
    await desk.advance()
    moved = {"starts": "2026-12-10 14:00", "ends": "2026-12-10 16:00", "register_until": "2026-12-09 18:00"}
    await change(database, clock, WORKSHOP | moved, TALK, RUN)
    await asyncio.gather(desk.advance(), desk.advance())
    reminders = await outgoing(database, "reminder:day")
    assert {one.state for one in reminders} == {OutgoingState.CANCELLED}
    assert await told(database, "moved") == [
        (LIN, "改了时间或地点：工作坊"),
        (WANG, "改了时间或地点：工作坊"),
        (EMMA, "Another time or place: Workshop"),
    ]
    clock.set(STARTS + 6 * DAY)
    await desk.advance()
    assert [chat for chat, _ in await told(database, "reminder:day")] == [LIN, WANG]


async def test_retired_event_is_cancelled_for_everybody(
    desk: Registrations, database: Database, clock: FakeClock
) -> None:
    await join(desk, LIN)
    await join(desk, WANG, "run", 0)
    await change(database, clock, TALK)
    await desk.advance()
    await desk.advance()
    assert await told(database) == [(WANG, "取消了：夜跑"), (LIN, "取消了：工作坊")]
    clock.set(STARTS - DAY)
    await desk.advance()
    assert len(await told(database)) == 2


@pytest.mark.parametrize("rrule", ["FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=TH"])
async def test_rule_that_leaves_a_day_out_cancels_that_day_alone(
    desk: Registrations, database: Database, clock: FakeClock, rrule: str
) -> None:
    await join(desk, LIN, "run", 0)
    await join(desk, WANG, "run", 1)
    first = "2026-11-24" if rrule.endswith("TU") else "2026-11-26"
    times = {"starts": f"{first} 19:30", "ends": f"{first} 20:30"}
    await change(database, clock, WORKSHOP, TALK, RUN | times | {"rrule": rrule})
    await desk.advance()
    kinds = {one.chat_id: one.key.partition(":")[0] for one in await outgoing(database, "")}
    stays, goes = (LIN, WANG) if rrule.endswith("TU") else (WANG, LIN)
    assert kinds == {stays: "moved", goes: "cancelled"}
