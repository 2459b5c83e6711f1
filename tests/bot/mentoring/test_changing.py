"""What staff change about a day, and what they are refused, on both engines."""

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.mentoring.errors import (
    CancelledError,
    FarError,
    MentoringError,
    NoDayError,
    NoPlaceError,
    OtherDayError,
    PastError,
    SpanError,
    StartedError,
)
from bot.mentoring.service import Mentoring
from storage.database import Database
from tests.bot.mentoring.conftest import (
    CLOSES,
    DAY,
    EMMA,
    HOUR,
    LIN,
    OPENS,
    STARTS,
    ZHAO,
    admitted,
    applied,
    begun,
    deliver,
    last_text,
    told,
)
from tests.fakes import FakeClock

JANUARY = STARTS + 35 * DAY


async def test_as_many_are_told_that_a_day_takes_place_after_all_as_staff_were_told_beforehand(
    desk: Mentoring, database: Database
) -> None:
    day = await applied(desk, LIN)
    await desk.advance()
    await deliver(database)
    await desk.changing.cancel(day.id)
    await deliver(database)
    count = await desk.changing.concerned(day.id)
    await desk.changing.resume(day.id)
    assert count == len(await told(database)) == 5


async def test_staff_move_a_day_and_everybody_is_told_once(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    day = await applied(desk, LIN)
    await begun(desk, EMMA)
    await desk.advance()
    await deliver(database)
    assert await desk.changing.concerned(day.id) == 5
    starts, ends = STARTS + 5 * DAY + HOUR, STARTS + 5 * DAY + 3 * HOUR
    moved = await desk.changing.move(day.id, starts, ends)
    again = await desk.changing.move(day.id, starts, ends)
    assert (moved.occurrence.starts_at, moved.occurrence.ends_at, moved.occurrence.original_at) == (
        starts,
        ends,
        STARTS,
    )
    assert (again.occurrence.revision, again.occurrence.by_hand) == (2, True)
    clock.set(OPENS + HOUR)
    await desk.advance()
    heard = await told(database)
    assert (LIN, "改时间了：淘富成真") in heard
    assert len(heard) == len({chat for chat, _ in heard}) == 5
    assert (await last_text(database, LIN))[1] == "12月30日（周三） 14:30–16:30"


async def test_moved_day_stays_until_it_is_over_and_the_next_one_comes_after(desk: Mentoring, clock: FakeClock) -> None:
    day = await applied(desk, LIN)
    await desk.changing.move(day.id, STARTS + 5 * DAY, STARTS + 5 * DAY + HOUR)
    clock.set(STARTS + DAY)
    assert [one.occurrence.starts_at for one in await desk.days.upcoming("taofu", LIN)] == [STARTS + 5 * DAY, JANUARY]
    clock.set(STARTS + 6 * DAY)
    (first, _) = await desk.days.upcoming("taofu", LIN)
    assert first.occurrence.starts_at == JANUARY


async def test_day_moved_forward_is_not_planned_again(desk: Mentoring, clock: FakeClock) -> None:
    day = await applied(desk, LIN)
    await desk.changing.move(day.id, STARTS - 3 * DAY, STARTS - 3 * DAY + HOUR)
    clock.set(STARTS - DAY)
    (first, _) = await desk.days.upcoming("taofu", LIN)
    assert first.occurrence.starts_at == JANUARY


@pytest.mark.parametrize(
    ("starts", "length", "error"),
    [
        (OPENS - HOUR, HOUR, PastError),
        (OPENS, HOUR, PastError),
        (STARTS, timedelta(0), SpanError),
        (STARTS, -HOUR, SpanError),
        (STARTS, timedelta(minutes=14), SpanError),
        (STARTS, timedelta(days=1, minutes=1), SpanError),
        (JANUARY - HOUR, HOUR, OtherDayError),
        (STARTS + 400 * DAY, HOUR, FarError),
    ],
)
async def test_times_that_cannot_be_are_refused_and_nothing_changes(
    desk: Mentoring, database: Database, starts: datetime, length: timedelta, error: type[MentoringError]
) -> None:
    day = await applied(desk, LIN)
    for call in (desk.changing.check, desk.changing.move):
        with pytest.raises(error):
            await call(day.id, starts, starts + length)
    row = (await desk.days.find(day.id)).occurrence
    assert (row.starts_at, row.revision, row.by_hand) == (STARTS, 1, False)
    assert await told(database) == []


async def test_another_stored_day_bars_its_date_wherever_it_is(desk: Mentoring) -> None:
    first, second = await desk.days.ahead()
    await desk.changing.move(second.id, STARTS + 10 * DAY, STARTS + 10 * DAY + HOUR)
    with pytest.raises(OtherDayError):
        await desk.changing.move(first.id, STARTS + 10 * DAY + 2 * HOUR, STARTS + 10 * DAY + 3 * HOUR)
    # the date that it left is free
    await desk.changing.move(first.id, JANUARY, JANUARY + HOUR)
    await desk.changing.cancel(first.id)
    await desk.changing.move(second.id, JANUARY, JANUARY + HOUR)
    with pytest.raises(OtherDayError):
        await desk.changing.resume(first.id)


async def test_staff_give_a_day_another_place(desk: Mentoring, database: Database) -> None:
    day = await applied(desk, LIN)
    with pytest.raises(NoPlaceError):
        await desk.changing.relocate(day.id, "nowhere")
    same = await desk.changing.relocate(day.id, "hall")
    assert same.occurrence.revision == 1
    assert await told(database) == []


async def test_cancelled_day_takes_place_after_all_and_is_reminded_of(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    await admitted(desk, LIN)
    day = await admitted(desk, EMMA)
    clock.set(CLOSES)
    await desk.advance()
    await desk.arranging.publish(day.id)
    await deliver(database)
    await desk.changing.cancel(day.id)
    for call in (desk.changing.move(day.id, STARTS + DAY, STARTS + DAY + HOUR), desk.changing.relocate(day.id, "hall")):
        with pytest.raises(CancelledError):
            await call
    await desk.changing.resume(day.id)
    await desk.changing.resume(day.id)
    # the cancellation had not gone out yet
    assert await told(database) == [(LIN, "照常举行：淘富成真"), (EMMA, "It takes place after all: Mentoring day")]
    assert "13:30 工厂" in await last_text(database, LIN)
    await deliver(database)
    clock.set(STARTS - DAY)
    await desk.advance()
    assert await told(database) == [(LIN, "明天：淘富成真"), (EMMA, "Tomorrow: Mentoring day")]


async def test_nothing_changes_once_the_day_has_begun(desk: Mentoring, clock: FakeClock) -> None:
    day = await applied(desk, LIN)
    clock.set(STARTS)
    for call in (
        desk.changing.move(day.id, STARTS + DAY, STARTS + DAY + HOUR),
        desk.changing.relocate(day.id, "hall"),
        desk.changing.cancel(day.id),
        desk.changing.resume(day.id),
    ):
        with pytest.raises(StartedError):
            await call
    with pytest.raises(NoDayError):
        await desk.changing.move(99, STARTS + DAY, STARTS + DAY + HOUR)


async def test_move_that_races_the_reminder_leaves_one_of_them(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    await admitted(desk, LIN)
    day = await admitted(desk, ZHAO)
    clock.set(CLOSES)
    await desk.advance()
    await desk.arranging.publish(day.id)
    await deliver(database)
    clock.set(STARTS - DAY)
    moving = desk.changing.move(day.id, STARTS + 2 * DAY, STARTS + 2 * DAY + HOUR)
    await asyncio.gather(*(desk.advance() for _ in range(3)), moving, *(desk.advance() for _ in range(3)))
    assert await told(database, f"mentoring:{day.id}:1") == []
    assert sorted(chat or 0 for chat, _ in await told(database, f"mentoring:{day.id}:told:2:moved")) == [LIN, ZHAO]
    clock.set(STARTS + DAY)
    await asyncio.gather(*(desk.advance() for _ in range(3)))
    assert len(await told(database, f"mentoring:{day.id}:2:day:")) == 2
