"""The dates of what recurs, against calendars gone through day by day."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from itertools import islice
from typing import NamedTuple
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.kinds import Event
from bot.occurrences import occurrences
from bot.registrations.dates import planned_row, utc
from bot.registrations.moving import differs
from tests.bot.registrations.zones import DAY, HOUR, ZONES, moment

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
HORIZON = 3 * 366  # days that are gone through


class Rule(NamedTuple):
    """A rule as records have it, and whether a day fits it when it begins on another one."""

    text: str
    fits: Callable[[date, date], bool]


def daily(interval: int) -> Rule:
    return Rule(f"FREQ=DAILY;INTERVAL={interval}", lambda first, day: (day - first).days % interval == 0)


def weekly(interval: int, days: set[int]) -> Rule:
    def fits(first: date, day: date) -> bool:
        weeks = (_monday(day) - _monday(first)).days // 7
        return weeks % interval == 0 and day.weekday() in days

    return Rule(f"FREQ=WEEKLY;INTERVAL={interval};BYDAY={','.join(DAYS[day] for day in sorted(days))}", fits)


def monthly(interval: int, number: int, weekday: int) -> Rule:
    def fits(first: date, day: date) -> bool:
        nth = (day.day - 1) // 7 + 1 == number if number > 0 else (day + 7 * DAY).month != day.month
        return _months(first, day) % interval == 0 and day.weekday() == weekday and nth

    return Rule(f"FREQ=MONTHLY;INTERVAL={interval};BYDAY={number}{DAYS[weekday]}", fits)


def on_a_day_of_the_month(interval: int, number: int) -> Rule:
    def fits(first: date, day: date) -> bool:
        counted = day.day if number > 0 else -1 if (day + DAY).day == 1 else 0
        return _months(first, day) % interval == 0 and counted == number

    return Rule(f"FREQ=MONTHLY;INTERVAL={interval};BYMONTHDAY={number}", fits)


def _monday(day: date) -> date:
    return day - day.weekday() * DAY


def _months(first: date, day: date) -> int:
    return (day.year - first.year) * 12 + day.month - first.month


intervals, weekdays = st.integers(1, 4), st.integers(0, 6)
rules = st.one_of(
    st.builds(daily, intervals),
    st.builds(weekly, intervals, st.sets(weekdays, min_size=1)),
    st.builds(monthly, intervals, st.sampled_from([1, 2, 3, 4, 5, -1]), weekdays),
    st.builds(on_a_day_of_the_month, intervals, st.sampled_from([1, 15, 29, 30, 31, -1])),
)
days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
hours = st.one_of(st.times(), st.times(time(0, 0), time(3, 0))).map(
    lambda at: at.replace(second=0, microsecond=0, fold=0)
)


def enumerated(rule: Rule, first: date, count: int | None, until: date | None) -> Iterator[date]:
    fitting = (day for day in (first + number * DAY for number in range(HORIZON)) if rule.fits(first, day))
    return islice((day for day in fitting if until is None or day <= until), count)


ends = st.one_of(st.just(""), st.integers(1, 6), days)


@given(st.sampled_from(ZONES), rules, st.tuples(days, hours, st.integers(1, 30)), ends)
@settings(deadline=None)
def test_dates_are_those_of_the_calendar(
    zone: ZoneInfo, rule: Rule, first: tuple[date, time, int], end: str | int | date
) -> None:
    day, at, length = first
    count, until = end if isinstance(end, int) else None, end if isinstance(end, date) else None
    ending = f";COUNT={count}" if count else f";UNTIL={until:%Y%m%d}T235959" if until else ""
    starts, lasts = datetime.combine(day, at), length * HOUR
    event = Event.model_validate(
        {"id": "run", "name": {"zh": "夜跑"}, "starts": starts, "ends": starts + lasts, "rrule": rule.text + ending}
    )
    found = list(islice(occurrences(event, moment(zone, starts) - DAY, zone), 8))
    found = [one for one in found if one.starts.date() < day + HORIZON * DAY]
    expected = [datetime.combine(one, at) for one in islice(enumerated(rule, day, count, until), 8)]
    # in UTC: Python calls a time that clocks leave out equal to none of another zone
    assert [utc(one.starts) for one in found] == [moment(zone, one) for one in expected]
    assert [utc(one.ends) for one in found] == [moment(zone, one + lasts) for one in expected]
    assert not any(differs(event, planned_row(event, one), zone) for one in found)
