"""When reminders are due, whatever the zone, the day and the quiet hours."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.kinds import Programme
from bot.knowledge.snapshot import Snapshot
from bot.mentoring.days import Day
from bot.mentoring.notices import Words
from bot.mentoring.reminders.guests import Guest
from bot.mentoring.reminders.kinds import Kind, Reminder
from bot.mentoring.reminders.table import KINDS, LONGEST
from storage.models import Slot, StoredOccurrence
from tests.bot.mentoring.conftest import RECORDS

ZONES = ("Asia/Shanghai", "America/New_York", "Europe/Lisbon")
PROGRAMME = next(one for one in RECORDS if isinstance(one, Programme))
BY_NAME = {kind.name: kind for kind in KINDS}


def reminder(name: str, day: date, zone: str, minutes: int | None = None, guest: Guest | None = None) -> Reminder:
    """Of a day from 13:30 to 14:30, told to somebody whose slot begins with it."""
    there = ZoneInfo(zone)
    starts = datetime.combine(day, time(13, 30), tzinfo=there).astimezone(UTC)
    row = StoredOccurrence(
        id=1,
        kind="programme",
        record_id=PROGRAMME.id,
        original_at=starts,
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
    )
    words = Words(Day(PROGRAMME, row, (), there), Snapshot.of(RECORDS), starts)
    kind = BY_NAME[name]
    slot = Slot(occurrence_id=1, member_id="factory", starts_at=starts, application_id=1)
    return Reminder(kind, kind.minutes if minutes is None else minutes, words, guest or Guest(1, (0, 0), slots=(slot,)))


@given(day=st.dates(date(2026, 1, 1), date(2030, 12, 31)), zone=st.sampled_from(ZONES))
def test_days_are_counted_by_the_parks_clock_and_hours_as_they_pass(day: date, zone: str) -> None:
    def local(name: str) -> datetime:
        return reminder(name, day, zone).due_at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)

    noon = datetime.combine(day, time(13, 30))
    assert local("day") == noon - timedelta(days=1)
    assert local("days") == noon - timedelta(days=3)
    assert local("roster") == datetime.combine(day - timedelta(days=1), time(18))
    assert local("feedback") == datetime.combine(day, time(18))
    assert local("follow-up") == datetime.combine(day + timedelta(days=7), time(10))
    assert local("follow-up-again") == datetime.combine(day + timedelta(days=21), time(10))
    one = reminder("hours", day, zone)
    assert one.words.day.occurrence.starts_at - one.due_at == timedelta(hours=2)


@given(
    day=st.dates(date(2026, 1, 1), date(2030, 12, 31)),
    zone=st.sampled_from(ZONES),
    quiet=st.tuples(st.integers(0, 1439), st.integers(0, 1439)),
    kind=st.sampled_from([kind for kind in KINDS if kind.of_the_day_before and kind.name != "closes"]),
    data=st.data(),
)
def test_quiet_hours_move_it_before_the_day_by_a_day_at_most(
    day: date, zone: str, quiet: tuple[int, int], kind: Kind, data: st.DataObject
) -> None:
    minutes = data.draw(st.sampled_from(kind.presets))
    name = kind.name
    loud = reminder(name, day, zone, minutes)
    moved = reminder(name, day, zone, minutes, Guest(1, quiet, slots=loud.guest.slots))
    # an hour more: the clock may be set back within the night
    assert timedelta() <= loud.due_at - moved.due_at <= timedelta(days=1, hours=1, minutes=30)
    assert moved.due_at < moved.until


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_every_choice_is_of_use_and_watched_for(kind: Kind) -> None:
    for minutes in kind.presets:
        one = reminder(kind.name, date(2026, 12, 25), "Asia/Shanghai", minutes)
        assert one.due_at < one.until <= one.words.day.occurrence.starts_at + LONGEST
    assert kind.minutes in kind.presets


def test_feedback_is_asked_half_an_hour_after_the_end_at_the_earliest() -> None:
    one = reminder("feedback", date(2026, 12, 25), "Asia/Shanghai")
    one.words.day.occurrence.ends_at += timedelta(hours=5)
    assert one.due_at == one.words.day.occurrence.ends_at + timedelta(minutes=30)


def test_names_differ() -> None:
    assert len(BY_NAME) == len(KINDS)
