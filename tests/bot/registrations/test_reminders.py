"""Reminders: once, at their time, in their language, never in quiet hours; and what becomes of them when dates move."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from prometheus_client import REGISTRY

from bot.knowledge.snapshot import Snapshot
from bot.registrations.service import Registrations
from storage.database import Database
from storage.dispatching import Holding, claim
from storage.models import OutgoingState, Preferences, StoredOccurrence
from storage.obstacles import Moment
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
    texts,
    told,
)
from tests.fakes import FakeClock
from tests.parks import ZONE

DAY = timedelta(days=1)


def returning(snapshot: Snapshot) -> Callable[[datetime], Awaitable[Snapshot]]:
    async def knowledge(_now: datetime) -> Snapshot:
        return snapshot

    return knowledge


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


async def test_after_an_outage_what_still_makes_sense_goes_and_nothing_after_the_start(
    desk: Registrations, database: Database, clock: FakeClock
) -> None:
    await join(desk, LIN)
    clock.set(STARTS - HOUR)
    await desk.advance()
    assert await told(database) == [(LIN, "马上开始：工作坊")]
    await join(desk, LIN, "run", 4)
    clock.set(STARTS + 10 * DAY)
    await desk.advance()
    assert len(await told(database)) == 1


@pytest.mark.parametrize(("minutes", "late"), [(5, False), (6, True)])
async def test_late_one_says_so(
    desk: Registrations, database: Database, clock: FakeClock, minutes: int, late: bool
) -> None:
    await join(desk, LIN)
    await join(desk, EMMA)
    before = REGISTRY.get_sample_value("parkbot_reminders_total", {"late": "yes"}) or 0
    clock.set(STARTS - DAY + timedelta(minutes=minutes))
    await desk.advance()
    lines = [text.splitlines()[-1] for text in await texts(database)]
    said = ["这条提醒来晚了，不好意思。", "Sorry, this reminder comes late."]
    assert lines == (said if late else ["服务大厅", "Service hall"])
    counted = REGISTRY.get_sample_value("parkbot_reminders_total", {"late": "yes"}) or 0
    assert counted - before == (2 if late else 0)


async def test_date_moved_to_where_it_is_soon_is_not_called_late(
    desk: Registrations, database: Database, clock: FakeClock
) -> None:
    await join(desk, LIN)
    clock.set(STARTS - 3 * DAY)
    await change(database, clock, WORKSHOP | {"starts": "2026-11-30 20:00", "ends": "2026-11-30 22:00"}, TALK, RUN)
    await desk.advance()
    moved, reminder = await texts(database)
    assert moved.startswith("改了时间或地点")
    assert reminder.splitlines() == ["今天：工作坊", "11月30日（周一） 20:00–22:00", "服务大厅"]


@pytest.mark.parametrize(("starts", "heading"), [("09:30", "马上开始：讲座"), ("12:00", "今天：讲座")])
async def test_late_one_waits_for_people_to_wake(
    desk: Registrations, database: Database, clock: FakeClock, starts: str, heading: str
) -> None:
    """And says what is true when they read it."""
    await change(database, clock, WORKSHOP, TALK | {"starts": f"2026-12-03 {starts}", "ends": "2026-12-03 17:00"}, RUN)
    await join(desk, LIN, "talk")
    clock.set(datetime(2026, 12, 2, 23, 0, tzinfo=ZONE).astimezone(UTC))
    await desk.advance()
    (row,) = await outgoing(database, "reminder")
    assert (row.quiet, await told(database)) == (True, [(LIN, heading)])
    async with database.transaction() as session:
        asleep = await claim(session, Holding("a", clock.now() + HOUR), Moment(clock.now(), ZONE), 10)
        awake = datetime(2026, 12, 3, 8, 0, tzinfo=ZONE)
        there = await claim(session, Holding("a", awake + HOUR), Moment(awake, ZONE), 10)
    assert ([one.id for one in asleep.messages], [one.id for one in there.messages]) == ([], [row.id])


async def test_early_start_wakes_who_would_miss_it(desk: Registrations, database: Database, clock: FakeClock) -> None:
    await change(database, clock, WORKSHOP, TALK | {"starts": "2026-12-03 07:00", "ends": "2026-12-03 08:30"}, RUN)
    await join(desk, LIN, "talk")
    clock.set(datetime(2026, 12, 2, 23, 0, tzinfo=ZONE).astimezone(UTC))
    await desk.advance()
    assert [(one.quiet, one.chat_id) for one in await outgoing(database, "reminder")] == [(False, LIN)]


async def test_reminder_that_quiet_hours_move_to_another_day_says_so(
    desk: Registrations, database: Database, clock: FakeClock
) -> None:
    """A day before 07:00 is in the night: it goes in the evening before that."""
    await change(database, clock, WORKSHOP, TALK | {"starts": "2026-12-03 07:00", "ends": "2026-12-03 08:30"}, RUN)
    await join(desk, LIN, "talk")
    clock.set(datetime(2026, 12, 1, 21, 30, tzinfo=ZONE).astimezone(UTC))
    await desk.advance()
    assert await told(database) == [(LIN, "快到了：讲座")]


async def test_mentoring_days_do_not_stop_it(desk: Registrations, database: Database, clock: FakeClock) -> None:
    ends = STARTS + HOUR
    async with database.transaction() as session:
        session.add(
            StoredOccurrence(kind="programme", record_id="clinic", original_at=STARTS, starts_at=STARTS, ends_at=ends)
        )
    await join(desk, LIN)
    clock.set(STARTS - DAY)
    await desk.advance()
    assert await told(database) == [(LIN, "明天：工作坊")]


async def test_replica_that_knows_the_old_date_does_not_move_it_back(
    desk: Registrations, database: Database, clock: FakeClock
) -> None:
    await join(desk, LIN)
    old = await desk.knowledge(clock.now())
    moved = {"starts": "2026-12-10 14:00", "ends": "2026-12-10 16:00", "register_until": "2026-12-09 18:00"}
    await change(database, clock, WORKSHOP | moved, TALK, RUN)
    await desk.advance()
    clock.set(STARTS - DAY)
    await replace(desk, knowledge=returning(old)).advance()
    assert await told(database) == [(LIN, "改了时间或地点：工作坊")]


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
