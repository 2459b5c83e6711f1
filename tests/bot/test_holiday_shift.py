"""Programmes on public holidays, against every day of two years looked at by itself."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.knowledge.kinds import Programme
from bot.occurrences import occurrence_of, occurrences, occurrences_between
from tests.bot.records import programme

ZONE = ZoneInfo("Asia/Shanghai")
DAY = timedelta(days=1)
ZONES = ("Asia/Shanghai", "America/New_York", "Europe/Lisbon")
RULES: dict[str, Callable[[date], bool]] = {
    "FREQ=DAILY": lambda _: True,
    "FREQ=WEEKLY;BYDAY=TH,FR": lambda day: day.weekday() in {3, 4},
    "FREQ=WEEKLY;BYDAY=SA": lambda day: day.weekday() == 5,
    "FREQ=MONTHLY;BYDAY=-1FR": lambda day: day.weekday() == 4 and (day + 7 * DAY).month != day.month,
    "FREQ=MONTHLY;BYMONTHDAY=1": lambda day: day.day == 1,
}
FIRST = date(2026, 1, 1)
# as the State Council announced them for 2026, and the statutory days of 2027
HOLIDAYS = {
    *(date(2026, 1, day) for day in (1, 2)),
    *(date(2026, 2, day) for day in (16, 17, 18, 19, 20, 23)),
    *(date(2026, 4, day) for day in (5, 6)),
    *(date(2026, 5, day) for day in (1, 2, 4, 5)),
    date(2026, 6, 19),
    date(2026, 9, 25),
    *(date(2026, 10, day) for day in (1, 2, 3, 5, 6, 7)),
    date(2027, 1, 1),
    *(date(2027, 2, day) for day in (5, 6, 7, 8, 9, 10)),
}
WORKED = {date(2026, *day) for day in ((1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10))}


def last_friday(**given: object) -> Programme:
    return programme(rrule="FREQ=MONTHLY;BYDAY=-1FR", first_day="2026-01-30", **given)


def starts(record: Programme, first: str, until: str) -> list[str]:
    start, end = (datetime.fromisoformat(f"{day} 00:00").replace(tzinfo=ZONE) for day in (first, until))
    return [f"{one.starts:%m-%d %H:%M}" for one in occurrences_between(record, start, end, ZONE)]


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("keep", ["08-28 13:30", "09-25 13:30", "10-30 13:30"]),
        ("preceding", ["08-28 13:30", "09-24 13:30", "10-30 13:30"]),
        ("following", ["08-28 13:30", "09-28 13:30", "10-30 13:30"]),
        ("skip", ["08-28 13:30", "10-30 13:30"]),
    ],
)
def test_day_on_a_holiday_takes_place_as_staff_chose(rule: str, days: list[str]) -> None:
    assert starts(last_friday(on_holiday=rule), "2026-08-01", "2026-11-01") == days


def test_staff_add_days_off_and_workdays() -> None:
    off = last_friday(on_holiday="preceding", days_off=["2026-08-28", "2026-08-27"])
    assert starts(off, "2026-08-01", "2026-10-01") == ["08-26 13:30", "09-24 13:30"]
    worked = last_friday(on_holiday="following", workdays=["2026-09-25"])
    assert starts(worked, "2026-09-01", "2026-10-01") == ["09-25 13:30"]
    made_up = last_friday(on_holiday="following", workdays=["2026-09-27"])
    assert starts(made_up, "2026-09-01", "2026-10-01") == ["09-27 13:30"]


def test_the_day_by_the_rule_is_known() -> None:
    shifted = occurrence_of(last_friday(on_holiday="following"), date(2026, 9, 25), ZONE)
    assert shifted is not None
    assert (shifted.original, shifted.starts) == (
        datetime(2026, 9, 25, 13, 30, tzinfo=ZONE),
        datetime(2026, 9, 28, 13, 30, tzinfo=ZONE),
    )
    assert occurrence_of(last_friday(on_holiday="skip"), date(2026, 9, 25), ZONE) is None
    assert occurrence_of(last_friday(), date(2026, 9, 24), ZONE) is None


def test_no_day_takes_place_where_all_are_off() -> None:
    off = [(date(2026, 8, 1) + number * DAY).isoformat() for number in range(90)]
    assert starts(last_friday(on_holiday="following", days_off=off), "2026-08-01", "2026-11-01") == ["10-30 13:30"]


def test_a_day_cannot_be_off_and_worked() -> None:
    with pytest.raises(ValidationError, match="2026-09-25 is both a day off and a workday"):
        programme(days_off=["2026-09-25"], workdays=["2026-09-25", "2026-09-27"])


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(sorted(RULES)),
    st.tuples(st.sampled_from(["keep", "preceding", "following", "skip"]), st.sampled_from(ZONES)),
    st.tuples(st.integers(0, 23 * 60 + 59), st.integers(1, 20 * 60)),
    st.tuples(st.sets(st.dates(FIRST, date(2026, 12, 31)), max_size=12), st.sets(st.sampled_from(sorted(HOLIDAYS)))),
    st.tuples(st.integers(0, 330 * 24 * 60), st.integers(1, 40)),
)
def test_shifted_days_agree_with_every_day_looked_at(
    rule: str,
    shift_and_zone: tuple[str, str],
    times: tuple[int, int],
    overrides: tuple[set[date], set[date]],
    window: tuple[int, int],
) -> None:
    shift, zone = shift_and_zone[0], ZoneInfo(shift_and_zone[1])
    off, worked = overrides[0] - overrides[1], overrides[1]
    begins, length = datetime.combine(FIRST, time(times[0] // 60, times[0] % 60)), timedelta(minutes=times[1])
    record = programme(
        rrule=rule,
        first_day=next(day for day in days_from(FIRST) if RULES[rule](day)),
        starts_at=begins.time(),
        ends_at=(begins + length).time(),
        on_holiday=shift,
        days_off=sorted(off),
        workdays=sorted(worked),
    )
    start = datetime(2026, 1, 10, tzinfo=UTC) + timedelta(minutes=window[0])
    end = start + window[1] * DAY

    expected: dict[date, list[date]] = {}
    for day in takewhile(lambda day: day.year < 2027 or day.month < 3, days_from(FIRST)):
        if RULES[rule](day) and (chosen := where(day, shift, off, worked)):
            expected.setdefault(chosen, []).append(day)
    found = occurrences_between(record, start, end, zone, limit=1000)
    assert [(one.starts.date(), one.original.date()) for one in found] == [
        (day, day if day in originals else originals[0])
        for day, originals in sorted(expected.items())
        for moment in [datetime.combine(day, begins.time(), tzinfo=zone)]
        if moment.astimezone(UTC) < end
        and (moment.replace(tzinfo=None) + length).replace(tzinfo=zone).astimezone(UTC) > start
    ]
    assert all(one.starts.timetz() == begins.time().replace(tzinfo=zone) for one in found)


def days_from(first: date) -> Iterator[date]:
    while True:
        yield first
        first += DAY


def where(day: date, shift: str, off: set[date], worked: set[date]) -> date | None:
    """One step after the other, as somebody with a wall calendar would find it."""
    if shift == "keep" or not ((day in HOLIDAYS and day not in worked) or day in off):
        return day
    if shift == "skip":
        return None
    for _ in range(31):
        day += DAY if shift == "following" else -DAY
        weekend = day.weekday() >= 5 and day not in WORKED
        if day in worked or (day not in off and day not in HOLIDAYS and not weekend):
            return day
    return None


def test_a_window_after_the_other_has_every_day_once() -> None:
    record = programme(rrule="FREQ=WEEKLY;BYDAY=TH,FR", first_day="2026-01-01", on_holiday="preceding")
    start, end = datetime(2026, 1, 5, tzinfo=ZONE), datetime(2026, 12, 1, tzinfo=ZONE)
    whole = [one.starts for one in takewhile(lambda one: one.starts < end, occurrences(record, start, ZONE))]
    pieces: list[datetime] = []
    at = start
    while at < end:
        pieces += [one.starts for one in occurrences_between(record, at, at + 12 * timedelta(hours=1), ZONE)]
        at += 12 * timedelta(hours=1)
    assert list(dict.fromkeys(pieces)) == whole == sorted(set(whole))
