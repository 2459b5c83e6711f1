"""Announcements that come again."""

import asyncio
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.announcements.errors import PastError
from bot.announcements.repeating import Repeat
from bot.announcements.service import Announcements
from storage.database import Database
from storage.models import AnnouncementState
from tests.bot.announcements.conftest import WRITER, Released, draft, id_of, outgoing
from tests.fakes import FakeClock
from tests.parks import ZONE

MONDAYS = Repeat(rrule="FREQ=WEEKLY;BYDAY=MO", first=datetime(2026, 11, 30, 9))  # noqa: DTZ001 - the park's time
NEXT = datetime(2026, 11, 30, 9, tzinfo=ZONE)
WEEK = timedelta(weeks=1)


async def test_next_dates_are_in_the_parks_time(clock: FakeClock) -> None:
    assert MONDAYS.next(clock.now(), ZONE, 3) == [NEXT, NEXT + WEEK, NEXT + 2 * WEEK]
    assert MONDAYS.next(NEXT, ZONE, 1) == [NEXT + WEEK]


def test_hours_stay_where_clocks_change() -> None:
    zone = ZoneInfo("America/New_York")
    daily = Repeat(rrule="FREQ=DAILY", first=datetime(2026, 10, 31, 9))  # noqa: DTZ001
    dates = daily.next(datetime(2026, 10, 31, tzinfo=UTC), zone, 3)
    assert [one.hour for one in dates] == [9, 9, 9]
    assert [one.astimezone(UTC).hour for one in dates] == [13, 14, 14]


async def test_each_occurrence_goes_once_and_the_series_goes_on(
    desk: Announcements, database: Database, released: Released, clock: FakeClock
) -> None:
    series = await released(repeat=MONDAYS, send_at=NEXT)
    assert (series.state, series.send_at) == (AnnouncementState.SCHEDULED, NEXT)
    clock.set(NEXT)
    await asyncio.gather(*(desk.advance() for _ in range(3)))
    assert len(await outgoing(database)) == 5
    found = await desk.find(id_of(series))
    assert found
    assert (found.state, found.send_at) == (AnnouncementState.SCHEDULED, NEXT + WEEK)
    (occurrence,) = await desk.latest(frozenset({AnnouncementState.SENDING}))
    assert (occurrence.series_id, occurrence.occurs_at, occurrence.late) == (series.id, NEXT, False)


async def test_after_a_long_outage_the_latest_one_alone_goes_late(
    desk: Announcements, database: Database, released: Released, clock: FakeClock
) -> None:
    series = await released(repeat=MONDAYS, send_at=NEXT)
    clock.set(NEXT + 2 * WEEK + timedelta(hours=5))
    await desk.advance()
    await desk.advance()
    assert len(await outgoing(database)) == 5
    (occurrence,) = await desk.latest(frozenset({AnnouncementState.SENDING}))
    assert (occurrence.occurs_at, occurrence.late) == (NEXT + 2 * WEEK, True)
    found = await desk.find(id_of(series))
    assert found
    assert found.send_at == NEXT + 3 * WEEK


async def test_rule_with_an_end_ends(
    desk: Announcements, database: Database, released: Released, clock: FakeClock
) -> None:
    series = await released(repeat=MONDAYS.model_copy(update={"rrule": "FREQ=WEEKLY;COUNT=2"}), send_at=NEXT)
    for weeks in range(4):
        clock.set(NEXT + weeks * WEEK)
        await desk.advance()
    assert len(await outgoing(database)) == 10
    found = await desk.find(id_of(series))
    assert found
    assert found.state is AnnouncementState.SENT


async def test_cancelled_series_sends_no_more(
    desk: Announcements, database: Database, released: Released, clock: FakeClock
) -> None:
    series = await released(repeat=MONDAYS, send_at=NEXT)
    clock.set(NEXT)
    await desk.advance()
    await desk.cancel(id_of(series), WRITER, None)
    clock.set(NEXT + WEEK)
    await desk.advance()
    assert len(await outgoing(database)) == 5


async def test_rule_that_is_over_is_refused(desk: Announcements) -> None:
    over = Repeat(rrule="FREQ=DAILY;COUNT=2", first=datetime(2026, 1, 1, 9))  # noqa: DTZ001
    drafted = await desk.draft(WRITER, draft(repeat=over))
    with pytest.raises(PastError):
        await desk.release(id_of(drafted), WRITER, None)
