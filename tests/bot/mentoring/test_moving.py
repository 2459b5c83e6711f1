"""Days whose programme was changed, or that are away with it: they move, and everybody who knew is told once."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import col, select

from bot.knowledge.kinds import Programme
from bot.knowledge.snapshot import Snapshot
from bot.knowledge.store import publish
from bot.mentoring.service import Mentoring
from storage import chats
from storage.database import Database
from storage.models import StoredOccurrence
from tests.bot.mentoring.conftest import (
    CLOSES,
    DAY,
    DESK,
    EMMA,
    HOUR,
    LIN,
    OPENS,
    RECORDS,
    STARTS,
    WANG,
    ZHAO,
    admitted,
    advanced,
    applied,
    begun,
    deliver,
    last_text,
    told,
)
from tests.factories import AT
from tests.fakes import FakeClock

QUARTER = timedelta(minutes=15)
THURSDAY = {"on_holiday": "preceding", "days_off": ["2026-12-25"]}
MONDAY = {"on_holiday": "following", "days_off": ["2026-12-25"]}
CANCELLED = [
    (one, "Cancelled: Mentoring day" if one == EMMA else "取消了：淘富成真") for one in (LIN, WANG, EMMA, ZHAO, DESK)
]

Publishing = Callable[..., Awaitable[None]]


@pytest.fixture
def publishing(database: Database, clock: FakeClock) -> Publishing:
    async def published(**changes: object) -> None:
        """The programme with these changes; with none at all it is retired."""
        kept = [one for one in RECORDS if not isinstance(one, Programme)]
        (before,) = (one for one in RECORDS if isinstance(one, Programme))
        changed = [Programme.model_validate(before.model_dump() | changes)] if changes else []
        await publish(database, [*kept, *changed], replace=True, clock=clock)

    return published


def behind(desk: Mentoring, snapshot: Snapshot) -> Mentoring:
    """A replica that did not hear of what was published since."""

    async def knowledge(_now: datetime) -> Snapshot:
        return snapshot

    return Mentoring.of(replace(desk.days, knowledge=knowledge))


async def rows(database: Database) -> list[StoredOccurrence]:
    async with database.read() as session:
        return list((await session.exec(select(StoredOccurrence).order_by(col(StoredOccurrence.id)))).all())


async def published_day(desk: Mentoring, clock: FakeClock, *people: int) -> int:
    for person in people:
        day = await admitted(desk, person, "factory", "capital")
    await advanced(desk, clock, CLOSES)
    await desk.arranging.publish(day.id)
    return day.id


async def test_added_day_off_moves_the_stored_day(
    desk: Mentoring, database: Database, clock: FakeClock, publishing: Publishing
) -> None:
    await applied(desk, LIN)
    await begun(desk, EMMA)
    await desk.advance()
    await deliver(database)
    await publishing(**THURSDAY)
    await advanced(desk, clock, OPENS + HOUR)
    (row,) = await rows(database)
    assert (row.original_at, row.starts_at, row.revision) == (STARTS, STARTS - DAY, 2)
    assert sorted(await told(database), key=str) == [
        (LIN, "改时间了：淘富成真"),
        (WANG, "改时间了：淘富成真"),
        (EMMA, "Another time: Mentoring day"),
        (ZHAO, "改时间了：淘富成真"),
        (DESK, "改时间了：淘富成真"),
    ]
    assert (await last_text(database, LIN))[1:] == ["12月24日（周四） 13:30–14:30", "路演厅"]
    assert (await last_text(database, ZHAO))[1:] == [
        "12月24日（周四） 13:30–14:30",
        "路演厅",
        "12月21日（周一） 18:00 截止报名",
    ]
    (shown, after) = await desk.days.upcoming("taofu", LIN)
    assert (shown.id, after.occurrence.id) == (row.id, None)


async def test_a_later_change_moves_the_same_day_again(
    desk: Mentoring, database: Database, clock: FakeClock, publishing: Publishing
) -> None:
    await applied(desk, LIN)
    for changes, starts in ((THURSDAY, STARTS - DAY), (MONDAY, STARTS + 3 * DAY), ({"free": True}, STARTS)):
        await publishing(**changes)
        await advanced(desk, clock, OPENS + HOUR)
        (row,) = await rows(database)
        assert row.starts_at == starts
    # what nobody read of the days in between is taken back
    assert [one for one in await told(database) if one[0] == LIN] == [(LIN, "改时间了：淘富成真")]
    assert (await last_text(database, LIN))[1] == "12月25日（周五） 13:30–14:30"


async def test_a_new_time_of_the_day_and_a_new_place_are_one_message(
    desk: Mentoring, database: Database, clock: FakeClock, publishing: Publishing
) -> None:
    await applied(desk, LIN)
    await publishing(starts_at="14:00", ends_at="16:00", place=None)
    await advanced(desk, clock, OPENS)
    (row,) = await rows(database)
    assert (row.starts_at, row.place) == (STARTS + 30 * timedelta(minutes=1), None)
    await deliver(database)
    await publishing(starts_at="14:00", ends_at="16:00")
    await advanced(desk, clock, OPENS + HOUR)
    assert (LIN, "换地方了：淘富成真") in await told(database)
    assert len(await rows(database)) == 1


async def test_left_out_day_is_cancelled_and_comes_back(
    desk: Mentoring, database: Database, clock: FakeClock, publishing: Publishing
) -> None:
    await applied(desk, LIN)
    await advanced(desk, clock, OPENS)
    await deliver(database)
    await publishing(on_holiday="skip", days_off=["2026-12-25"])
    await advanced(desk, clock, OPENS + HOUR)
    assert sorted(await told(database)) == CANCELLED  # once, also to those who read that registration is open
    await deliver(database)
    await publishing(on_holiday="keep")
    await advanced(desk, clock, OPENS + 2 * HOUR)
    assert (LIN, "照常举行：淘富成真") in await told(database)
    (row,) = await rows(database)
    assert (row.cancelled, row.starts_at, row.revision) == (False, STARTS, 3)


async def test_day_that_nobody_knows_of_goes_without_a_word(
    desk: Mentoring, database: Database, clock: FakeClock, publishing: Publishing
) -> None:
    clock.set(OPENS - DAY)
    assert [one.occurrence.starts_at for one in await desk.days.ahead()] == [STARTS, STARTS + 35 * DAY]
    await publishing(rrule="FREQ=MONTHLY;BYDAY=-1TH", first_day="2026-12-31")
    await advanced(desk, clock, OPENS - DAY + HOUR)
    assert await rows(database) == []
    assert [f"{one.occurrence.starts_at:%m-%d}" for one in await desk.days.ahead()] == ["12-31", "01-28"]
    assert await told(database) == []


async def test_retired_programme_cancels_its_days(
    desk: Mentoring, database: Database, clock: FakeClock, publishing: Publishing
) -> None:
    await applied(desk, LIN)
    await advanced(desk, clock, OPENS)
    await deliver(database)
    await publishing()
    await advanced(desk, clock, OPENS + HOUR)
    await advanced(desk, clock, OPENS + 2 * HOUR)
    assert sorted(await told(database)) == CANCELLED  # once, also to those who read that registration is open
    assert [row.cancelled for row in await rows(database)] == [True]


async def test_replica_that_knows_the_old_programme_does_not_move_a_day_back(
    desk: Mentoring, database: Database, clock: FakeClock, publishing: Publishing
) -> None:
    await applied(desk, LIN)
    await advanced(desk, clock, OPENS)
    late = behind(desk, await desk.days.knowledge(clock.now()))
    await deliver(database)
    await publishing(**THURSDAY)
    await desk.advance()
    clock.set(OPENS + HOUR)
    await late.advance()
    assert [(row.starts_at, row.revision) for row in await rows(database)] == [(STARTS - DAY, 2)]
    assert [text for chat, text in await told(database) if chat == LIN] == ["改时间了：淘富成真"]


async def test_replica_that_knows_of_no_programme_cancels_nothing(
    desk: Mentoring, database: Database, clock: FakeClock, publishing: Publishing
) -> None:
    await applied(desk, LIN)
    await advanced(desk, clock, OPENS)
    await deliver(database)
    await publishing()
    late = behind(desk, await desk.days.knowledge(clock.now()))
    await publishing(free=True)
    clock.set(OPENS + HOUR)
    await late.advance()
    assert [(row.cancelled, row.revision) for row in await rows(database)] == [(False, 1)]
    assert await told(database) == []


async def test_what_staff_moved_themselves_stays(
    desk: Mentoring, database: Database, clock: FakeClock, publishing: Publishing
) -> None:
    day = await applied(desk, LIN)
    await desk.changing.move(day.id, STARTS + 2 * DAY, STARTS + 2 * DAY + HOUR)
    await publishing(**THURSDAY)
    await advanced(desk, clock, OPENS)
    assert [(row.original_at, row.starts_at) for row in await rows(database)] == [(STARTS, STARTS + 2 * DAY)]


async def test_a_day_that_has_begun_or_would_be_over_stays(
    desk: Mentoring, database: Database, clock: FakeClock, publishing: Publishing
) -> None:
    await applied(desk, LIN)
    clock.set(STARTS - HOUR)
    await publishing(**THURSDAY)
    await advanced(desk, clock, STARTS - HOUR)
    await publishing(**MONDAY)
    await advanced(desk, clock, STARTS + QUARTER)
    assert [row.starts_at for row in await rows(database)] == [STARTS]
    days = await desk.days.upcoming("taofu", LIN)
    assert [one.occurrence.starts_at for one in days] == [STARTS, STARTS + 35 * DAY]


async def test_published_times_move_along_and_those_beyond_the_end_are_told(
    desk: Mentoring, database: Database, clock: FakeClock, publishing: Publishing
) -> None:
    day_id = await published_day(desk, clock, LIN, EMMA)
    await deliver(database)
    before = [(one.member_id, one.application_id, one.starts_at) for one in await desk.arranging.timetable(day_id)]
    assert len(before) == 4
    await publishing(starts_at="10:30", ends_at="11:00")
    await advanced(desk, clock, CLOSES + HOUR)
    after = [(one.member_id, one.application_id, one.starts_at) for one in await desk.arranging.timetable(day_id)]
    assert after == [(table, whose, at - 3 * HOUR) for table, whose, at in before if at < STARTS + 2 * QUARTER]
    assert await told(database) == [(LIN, "改时间了：淘富成真"), (EMMA, "Another time: Mentoring day")]
    assert "10:30 工厂" in await last_text(database, LIN)
    assert "您有一场排不进新的时间，先空出来了；不便之处请包涵。" in await last_text(database, LIN)


async def test_times_change_places_among_each_other_without_colliding(
    desk: Mentoring, database: Database, clock: FakeClock, publishing: Publishing
) -> None:
    async with database.transaction() as session:
        for person in range(30, 34):
            await chats.upsert(session, person, "private", AT)
    day_id = await published_day(desk, clock, 30, 31, 32, 33)
    count = len(await desk.arranging.timetable(day_id))
    for starts, ends in (("13:45", "14:45"), ("13:30", "14:30")):
        await publishing(starts_at=starts, ends_at=ends)
        await advanced(desk, clock, CLOSES + HOUR)
    times = {one.starts_at for one in await desk.arranging.timetable(day_id)}
    assert (len(await desk.arranging.timetable(day_id)), min(times)) == (count, STARTS)


async def test_reminders_are_of_the_new_date_alone_and_once(
    desk: Mentoring, database: Database, clock: FakeClock, publishing: Publishing
) -> None:
    day_id = await published_day(desk, clock, LIN)
    await deliver(database)
    await advanced(desk, clock, STARTS - DAY)
    assert await told(database) == [(LIN, "明天：淘富成真")]
    await publishing(**MONDAY)
    await advanced(desk, clock, STARTS - DAY + HOUR)
    assert await told(database, f"mentoring:{day_id}:1:day:") == []
    assert await told(database, f"mentoring:{day_id}:told:2:moved") == [(LIN, "改时间了：淘富成真")]
    await deliver(database)
    await advanced(desk, clock, STARTS - HOUR)
    assert await told(database) == []
    await advanced(desk, clock, STARTS + 2 * DAY)
    await advanced(desk, clock, STARTS + 2 * DAY + HOUR)
    assert await told(database, f"mentoring:{day_id}:2:day:") == [(LIN, "明天：淘富成真")]
    assert (await last_text(database, LIN))[1] == "12月28日（周一） 13:30–14:30"


async def test_opening_is_not_told_again_but_to_whom_it_never_reached(
    desk: Mentoring, database: Database, clock: FakeClock, publishing: Publishing
) -> None:
    await applied(desk, LIN)
    await advanced(desk, clock, OPENS)
    assert (ZHAO, "开始报名：淘富成真") in await told(database)
    await publishing(**MONDAY)  # before it was sent
    await advanced(desk, clock, OPENS + HOUR)
    assert [one for one in await told(database) if one[0] == ZHAO] == []
    # registration of the new date opens three days later; Lin, who applied, knows of it
    await advanced(desk, clock, OPENS + 3 * DAY)
    assert sorted(await told(database), key=str) == [
        (LIN, "改时间了：淘富成真"),
        (WANG, "开始报名：淘富成真"),
        (EMMA, "Registration is open: Mentoring day"),
        (ZHAO, "开始报名：淘富成真"),
        (DESK, "开始报名：淘富成真"),
    ]
    await deliver(database)
    await publishing(**MONDAY, place=None)
    await advanced(desk, clock, OPENS + 4 * DAY)
    assert {heading for _, heading in await told(database)} == {"换地方了：淘富成真", "Another place: Mentoring day"}


async def test_proposal_that_was_not_published_is_made_anew_when_one_can_apply_again(
    desk: Mentoring, database: Database, clock: FakeClock, publishing: Publishing
) -> None:
    day = await admitted(desk, LIN)
    await advanced(desk, clock, CLOSES)
    assert len(await desk.arranging.timetable(day.id)) == 1
    await publishing(**MONDAY)
    await advanced(desk, clock, CLOSES + HOUR)
    assert await desk.arranging.timetable(day.id) == []
    await admitted(desk, EMMA)
    await advanced(desk, clock, CLOSES + 3 * DAY)
    assert len(await desk.arranging.timetable(day.id)) == 2


async def test_what_takes_place_once_moves_with_its_day(
    desk: Mentoring, database: Database, clock: FakeClock, publishing: Publishing
) -> None:
    await publishing(rrule="")
    await applied(desk, LIN)
    await publishing(rrule="", first_day="2026-12-30")
    await advanced(desk, clock, OPENS)
    (row,) = await rows(database)
    assert row.starts_at == STARTS + 5 * DAY
    assert [one.id for one in await desk.days.upcoming("taofu", LIN)] == [row.id]
    clock.set(STARTS + 6 * DAY)
    await publishing(rrule="", first_day="2027-03-05")
    (next_one,) = await desk.days.upcoming("taofu", LIN)
    assert next_one.occurrence.starts_at == datetime(2027, 3, 5, 5, 30, tzinfo=UTC)
