"""When reminders are due, against a reckoning of its own: zones, the nights in which clocks change, quiet hours."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.store import load
from bot.quiet_hours import BEFORE_QUIET, after_quiet, before_quiet
from bot.registrations.reminders import EARLIEST, REMINDERS
from bot.registrations.service import Registrations
from storage import chats
from storage.database import Database, opened
from storage.models import Preferences
from tests.bot.registrations.conftest import EMMA, LIN, change, outgoing
from tests.bot.registrations.zones import (
    DAY,
    HOUR,
    LISBON,
    NEW_YORK,
    SHANGHAI,
    ZONES,
    changes,
    changes_near,
    is_quiet,
    moment,
    wall,
)
from tests.factories import AT
from tests.fakes import FakeClock

MINUTE = timedelta(minutes=1)
NIGHTS = [
    (zone, change) for zone in (NEW_YORK, LISBON) for year in (2026, 2027) for change in changes(zone, year) or ()
]
zones = st.sampled_from(ZONES)
minutes = st.integers(0, 24 * 60 - 1)
some_quiet = st.tuples(minutes, minutes)
whole_day = minutes.map(lambda minute: (minute, (minute - 1) % (24 * 60)))
quiet_hours = st.one_of(st.sampled_from([(22 * 60, 8 * 60), (0, 0), (0, 7 * 60)]), some_quiet, whole_day)
any_time = st.integers(0, 2 * 365 * 24 * 60).map(lambda minute: datetime(2026, 1, 1, tzinfo=UTC) + minute * MINUTE)


@st.composite
def near_changes(draw: st.DrawFn) -> tuple[ZoneInfo, datetime]:
    """A moment within three days of a change of clocks."""
    zone, at = draw(st.sampled_from(NIGHTS))
    return zone, at + draw(st.integers(-3 * 24 * 60, 3 * 24 * 60)) * MINUTE


places = st.one_of(st.tuples(zones, any_time), near_changes())


def due_by_hand(kind: str, zone: ZoneInfo, starts: datetime) -> datetime:
    return starts - 2 * HOUR if kind == "hours" else moment(zone, wall(zone, starts) - DAY)


def before_quiet_by_hand(zone: ZoneInfo, at: datetime, quiet: tuple[int, int]) -> datetime:
    """Minute by minute back to the one before the quiet hours; half an hour before them, or what they leave."""
    if not is_quiet(zone, at, quiet):
        return at
    while is_quiet(zone, at - MINUTE, quiet):
        at -= MINUTE
    for _ in range(30):
        if not is_quiet(zone, at - MINUTE, quiet):
            at -= MINUTE
    return at


@given(places, quiet_hours)
@settings(deadline=None)
def test_due_times_are_those_reckoned_by_hand(place: tuple[ZoneInfo, datetime], quiet: tuple[int, int]) -> None:
    zone, starts = place
    for reminder in REMINDERS:
        meant = due_by_hand(reminder.kind, zone, starts)
        assert reminder.due(starts, zone, (0, 0)) == meant
        if not changes_near(zone, meant):
            assert reminder.due(starts, zone, quiet) == before_quiet_by_hand(zone, meant, quiet)


@given(places, quiet_hours)
@settings(deadline=None)
def test_every_reminder_is_due_before_the_start_and_never_in_quiet_hours(
    place: tuple[ZoneInfo, datetime], quiet: tuple[int, int]
) -> None:
    zone, starts = place
    for reminder in REMINDERS:
        due = reminder.due(starts, zone, quiet)
        assert starts - EARLIEST < due < starts
        assert due <= due_by_hand(reminder.kind, zone, starts)
        assert not is_quiet(zone, due, quiet)


@given(places, quiet_hours)
@settings(deadline=None)
def test_quiet_hours_are_left_on_both_sides(place: tuple[ZoneInfo, datetime], quiet: tuple[int, int]) -> None:
    zone, at = place
    before, after = before_quiet(at, zone, quiet), after_quiet(at, zone, quiet)
    if not is_quiet(zone, at, quiet):
        assert before == after == at
        return
    assert before < at < after
    assert not is_quiet(zone, before, quiet)
    assert not is_quiet(zone, after, quiet)
    if not changes_near(zone, at):
        length = timedelta(minutes=(quiet[1] - quiet[0]) % (24 * 60))
        assert after - before <= length + BEFORE_QUIET
        assert is_quiet(zone, after - MINUTE, quiet)


@pytest.mark.parametrize(
    ("zone", "starts", "kind", "due"),
    [
        (SHANGHAI, "2026-03-08T18:30Z", "day", "2026-03-07T18:30Z"),
        (NEW_YORK, "2026-03-09T06:30Z", "day", "2026-03-08T07:30Z"),  # clocks leave 02:30 out: 03:30
        (NEW_YORK, "2026-03-08T07:30Z", "hours", "2026-03-08T05:30Z"),  # of 03:30: 00:30
        (NEW_YORK, "2026-11-02T06:30Z", "day", "2026-11-01T05:30Z"),  # the first 01:30 of two
        (NEW_YORK, "2026-11-01T06:30Z", "hours", "2026-11-01T04:30Z"),  # of the second 01:30: 00:30
        (LISBON, "2026-03-30T00:30Z", "day", "2026-03-29T01:30Z"),  # clocks leave 01:30 out: 02:30
        (LISBON, "2026-10-26T01:30Z", "day", "2026-10-25T00:30Z"),  # the first 01:30 of two
        (LISBON, "2026-10-25T03:00Z", "hours", "2026-10-25T01:00Z"),  # of 03:00: the second 01:00
    ],
)
def test_times_that_clocks_leave_out_or_show_twice(zone: ZoneInfo, starts: str, kind: str, due: str) -> None:
    (reminder,) = [one for one in REMINDERS if one.kind == kind]
    assert reminder.due(datetime.fromisoformat(starts), zone, (0, 0)) == datetime.fromisoformat(due)


@pytest.fixture
async def store(sqlite_url: str) -> AsyncIterator[Database]:
    """The time that it is does not hang on the engine."""
    async with opened(sqlite_url) as database:
        yield database


@pytest.mark.parametrize(("zone", "at"), [(SHANGHAI, AT), *[(zone, at) for zone, at in NIGHTS if at.year == 2027]])
async def test_over_the_night_each_is_written_at_its_hour(
    store: Database, clock: FakeClock, zone: ZoneInfo, at: datetime
) -> None:
    """The clock goes on by the hour; one person has quiet hours and the other has none."""
    first = wall(zone, at).replace(hour=0, minute=0)
    starts = [first + hours * HOUR for hours in (1, 2.5, 12, 25.5, 26.5, 36)]
    events = [_event(number, one) for number, one in enumerate(starts)]
    clock.set(moment(zone, first - 2 * DAY))
    await change(store, clock, *events)
    async with store.transaction() as session:
        for person in (LIN, EMMA):
            await chats.upsert(session, person, "private", clock.now())
        session.add(Preferences(chat_id=EMMA, quiet_from=0, quiet_until=0))
    desk = Registrations(store, clock, zone, lambda _now: load(store))
    expected = {}
    for event in events:
        for person, quiet in ((LIN, (22 * 60, 8 * 60)), (EMMA, (0, 0))):
            (date, *_) = await desk.dates(event["id"], person)
            joined = await desk.sign_up(event["id"], date.occurrence.original_at, person)
            for one in REMINDERS:
                key = f"reminder:{one.kind}:{joined.occurrence.id}:1:{person}"
                expected[key] = one.due(joined.occurrence.starts_at, zone, quiet)
    seen: dict[str, datetime] = {}
    while clock.now() < moment(zone, starts[-1]):
        clock.advance(hours=1)
        await desk.advance()
        for row in await outgoing(store, "reminder"):
            seen.setdefault(row.key, clock.now())
    assert seen.keys() == expected.keys()
    assert all(expected[key] <= at < expected[key] + HOUR for key, at in seen.items())


def _event(number: int, starts: datetime) -> dict[str, Any]:
    shown = {"starts": starts.strftime("%Y-%m-%d %H:%M"), "ends": (starts + HOUR).strftime("%Y-%m-%d %H:%M")}
    return {"id": f"event-{number}", "name": {"zh": f"活动{number}"}, **shown}
