"""The dates of events and programmes, against days looked at one by one."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.kinds import Event, Programme
from bot.occurrences import Occurrence, occurrences, occurrences_between
from tests.bot.records import event, programme

ZONE = ZoneInfo("Asia/Shanghai")
BIWEEKLY = event(starts="2026-11-25 15:00", ends="2026-11-25 17:00", rrule="FREQ=WEEKLY;INTERVAL=2;BYDAY=WE")
FIRST_MONDAY = event(starts="2026-12-07 10:00", ends="2026-12-07 11:30", rrule="FREQ=MONTHLY;BYDAY=1MO")
LAST_FRIDAY = programme(rrule="FREQ=MONTHLY;BYDAY=-1FR")
TWICE_A_WEEK = event(starts="2026-11-24 19:00", ends="2026-11-24 20:00", rrule="FREQ=WEEKLY;BYDAY=TU,TH")
ONCE = event(starts="2026-12-12 09:00", ends="2026-12-13 18:00")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def next_of(record: Event | Programme, after: datetime) -> Occurrence | None:
    return next(occurrences(record, after, ZONE), None)


@pytest.mark.parametrize(
    ("record", "after", "days"),
    [
        (BIWEEKLY, "2026-11-01 00:00", ["2026-11-25", "2026-12-09", "2026-12-23"]),
        (BIWEEKLY, "2026-11-26 00:00", ["2026-12-09", "2026-12-23", "2027-01-06"]),
        (FIRST_MONDAY, "2026-11-01 00:00", ["2026-12-07", "2027-01-04", "2027-02-01"]),
        (LAST_FRIDAY, "2026-11-01 00:00", ["2026-11-27", "2026-12-25", "2027-01-29"]),
        (TWICE_A_WEEK, "2026-11-25 00:00", ["2026-11-26", "2026-12-01", "2026-12-03"]),
        (ONCE, "2026-11-25 00:00", ["2026-12-12"]),
        (ONCE, "2026-12-13 17:59", ["2026-12-12"]),
        (ONCE, "2026-12-13 18:00", []),
    ],
)
def test_occurrences_follow_the_rule(record: Event | Programme, after: str, days: list[str]) -> None:
    found = islice(occurrences(record, at(after), ZONE), 3)
    assert [one.starts.date().isoformat() for one in found] == days


def test_occurrence_goes_on_until_it_ends() -> None:
    on = next_of(BIWEEKLY, at("2026-11-25 16:59"))
    assert on is not None
    assert (on.starts, on.ends) == (at("2026-11-25 15:00"), at("2026-11-25 17:00"))
    later = next_of(BIWEEKLY, at("2026-11-25 17:00"))
    assert later is not None
    assert later.starts == at("2026-12-09 15:00")


def test_rule_with_an_end_is_over_after_it() -> None:
    record = event(starts="2026-11-02 10:00", ends="2026-11-02 11:00", rrule="FREQ=WEEKLY;BYDAY=MO;COUNT=3")
    assert next_of(record, at("2026-11-16 10:30")) is not None
    assert next_of(record, at("2026-11-16 11:00")) is None


def test_programme_over_midnight_ends_the_next_day() -> None:
    night = next_of(programme(starts_at="22:00", ends_at="01:00"), at("2026-11-25 00:00"))
    assert night is not None
    assert (night.starts, night.ends) == (at("2026-11-27 22:00"), at("2026-11-28 01:00"))


def test_times_are_those_of_the_park_whatever_zone_asks() -> None:
    asked = datetime(2026, 11, 25, 8, 59, tzinfo=UTC)  # 16:59 in the park
    on = next_of(BIWEEKLY, asked)
    assert on is not None
    assert on.ends == datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
    assert on.starts.tzinfo is ZONE


def test_wall_clock_stays_where_clocks_change() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    record = event(starts="2026-03-28 10:00", ends="2026-03-28 11:00", rrule="FREQ=WEEKLY;BYDAY=SA")
    found = list(islice(occurrences(record, datetime(2026, 3, 27, tzinfo=berlin), berlin), 2))
    assert [one.starts.astimezone(UTC).hour for one in found] == [9, 8]


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2026-11-24 00:00", "2026-11-27 00:00", ["2026-11-24", "2026-11-26"]),
        ("2026-11-24 20:00", "2026-11-26 19:00", []),
        ("2026-11-24 19:59", "2026-11-26 19:01", ["2026-11-24", "2026-11-26"]),
    ],
)
def test_occurrences_between_share_time_with_the_interval(start: str, end: str, days: list[str]) -> None:
    found = occurrences_between(TWICE_A_WEEK, at(start), at(end), ZONE)
    assert [one.starts.date().isoformat() for one in found] == days


def test_occurrences_between_stop_at_the_limit() -> None:
    found = occurrences_between(TWICE_A_WEEK, at("2026-11-24 00:00"), at("2030-01-01 00:00"), ZONE, limit=5)
    assert len(found) == 5
    assert found[-1].starts == at("2026-12-08 19:00")


def last_of_month(day: date) -> bool:
    return (day + timedelta(weeks=1)).month != day.month


RULES: dict[str, Callable[[date, date], bool]] = {
    "FREQ=WEEKLY;BYDAY=TU,TH": lambda day, _: day.weekday() in {1, 3},
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE": lambda day, first: day.weekday() == 2 and (day - first).days % 14 == 0,
    "FREQ=MONTHLY;BYDAY=1MO": lambda day, _: day.weekday() == 0 and day.day <= 7,
    "FREQ=MONTHLY;BYDAY=-1FR": lambda day, _: day.weekday() == 4 and last_of_month(day),
    "FREQ=DAILY;INTERVAL=3": lambda day, first: (day - first).days % 3 == 0,
}


@given(
    st.sampled_from(sorted(RULES)),
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    st.integers(0, 23 * 60),
    st.integers(1, 20 * 60),
    st.tuples(st.integers(0, 300 * 24 * 60), st.integers(1, 60)),
)
def test_occurrences_between_agree_with_every_day_looked_at(
    rule: str, first: date, minute: int, length: int, window: tuple[int, int]
) -> None:
    fits = RULES[rule]
    first = next(day for day in (first + timedelta(days=ahead) for ahead in range(60)) if fits(day, day))
    begins = datetime.combine(first, datetime.min.time()) + timedelta(minutes=minute)
    record = event(starts=begins, ends=begins + timedelta(minutes=length), rrule=rule)
    start = begins.replace(tzinfo=ZONE) + timedelta(minutes=window[0] - 30 * 24 * 60)
    end = start + timedelta(days=window[1])
    expected = [
        moment
        for moment in ((begins + timedelta(days=ahead)).replace(tzinfo=ZONE) for ahead in range(400))
        if fits(moment.date(), first) and moment < end and start < moment + timedelta(minutes=length)
    ]
    assert [one.starts for one in occurrences_between(record, start, end, ZONE, limit=100)] == expected
