"""Days as half-open intervals: dates, weekdays, weeks and months, counted from today. Weeks begin on Monday."""

import calendar
import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from bot.answering.moment import DAY, Grain
from bot.patterns import later


class Found(NamedTuple):
    """The days from `first` until before `end`."""

    first: date
    end: date
    grain: Grain = Grain.RANGE


Made = Callable[[re.Match[str], date], Found | None]
Rule = tuple[re.Pattern[str], Made]

THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "end": (-6, 31)}
"""Parts of a month by their days, both counted; the end of a month is its last seven days."""
LAST = -1


def rule(pattern: str, made: Made) -> Rule:
    return later(pattern), made


def on(day: date | None, grain: Grain = Grain.DAY) -> Found | None:
    return Found(day, day + DAY, grain) if day else None


def ahead(days: int) -> Made:
    """The day so many days from today."""
    return lambda _match, today: on(today + days * DAY)


def coming(month: int, day: int) -> Made:
    """A day that comes every year."""
    return lambda _match, today: dated(today, month, day)


def weeks(offset: int) -> Made:
    """The whole week so many weeks from this one."""

    def made(_match: re.Match[str], today: date) -> Found:
        first = monday(today, offset)
        return Found(first, first + 7 * DAY)

    return made


def monday(today: date, offset: int = 0) -> date:
    """The Monday of the week so many weeks from today's."""
    return today + (7 * offset - today.weekday()) * DAY


def weekday(today: date, number: int, week: int | None) -> Found | None:
    """A weekday of this (0), the next (1) ... week; the coming one when no week is named."""
    if week is None:
        return on(today + (number - today.weekday()) % 7 * DAY, Grain.WEEKDAY)
    return on(monday(today, week) + number * DAY)


def weekdays(today: date, numbers: list[int], week: int | None) -> Found:
    """From the first of several weekdays to the last; of the next week when this one's are over."""
    first = monday(today, week or 0) + numbers[0] * DAY
    end = first + ((numbers[-1] - numbers[0]) % 7 + 1) * DAY
    late = week is None and end <= today
    return Found(first + 7 * DAY, end + 7 * DAY) if late else Found(first, end)


def weekend(today: date, week: int | None) -> Found:
    saturday = monday(today, week or 0) + 5 * DAY
    return Found(saturday, saturday + 2 * DAY)


def month(today: date, offset: int = 0) -> Found:
    """The month so many months from this one."""
    year, number = divmod(today.year * 12 + today.month - 1 + offset, 12)
    first = date(year, number + 1, 1)
    return Found(first, first + calendar.monthrange(year, number + 1)[1] * DAY)


def named_month(today: date, number: int, year: int | None = None) -> Found | None:
    """A month by its number: of the year, else the one that is or comes next."""
    if not 1 <= number <= 12:
        return None
    if year is None:
        return month(today, (number - today.month) % 12)
    return month(date(year, number, 1))


def third(whole: Found | None, name: str) -> Found | None:
    """A part of a month."""
    if whole is None:
        return None
    first, last = THIRDS[name]
    length = (whole.end - whole.first).days
    first += 0 if first > 0 else length
    return Found(whole.first + (first - 1) * DAY, whole.first + min(last, length) * DAY)


def coming_third(today: date, name: str) -> Found | None:
    """A part of this month, of the next one when it is over."""
    found = third(month(today), name)
    return third(month(today, 1), name) if found and found.end <= today else found


def dated(today: date, number: int, day: int, year: int | None = None) -> Found | None:
    """A date by its numbers: of the year, else the one that is or comes next; None for days that do not exist."""
    try:
        named = date(year or today.year, number, day)
        return on(named if year or named >= today else named.replace(year=today.year + 1))
    except ValueError:
        return None


def day_of_month(today: date, day: int) -> Found | None:
    """The next day of that number in a month that has it."""
    for offset in range(3):
        whole = month(today, offset)
        named = whole.first + (day - 1) * DAY
        if day >= 1 and today <= named < whole.end:
            return on(named)
    return None


def nth_weekday(whole: Found | None, number: int, name: int) -> Found | None:
    """The nth (from 0, or LAST) of a weekday in a month."""
    if whole is None:
        return None
    days = [day for day in span(whole) if day.weekday() == name]
    return on(days[number]) if number < len(days) else None


def coming_nth_weekday(today: date, number: int, name: int) -> Found | None:
    """The same in this month, in the next one when it is over."""
    found = nth_weekday(month(today), number, name)
    return found if found and found.first >= today else nth_weekday(month(today, 1), number, name)


def within(today: date, count: int, unit: int) -> Found | None:
    """From today on, so many units of so many days."""
    return Found(today, today + count * unit * DAY) if count else None


def span(found: Found) -> list[date]:
    """The days of an interval."""
    return [found.first + number * DAY for number in range((found.end - found.first).days)]


def in_days(today: date, count: int, unit: int) -> Found | None:
    """The day that is so many units of so many days from today."""
    return on(today + count * unit * DAY) if count else None


def year_end(year: int) -> Found:
    return Found(date(year, 12, 1), date(year + 1, 1, 1))


def whole_year(year: int) -> Found:
    return Found(date(year, 1, 1), date(year + 1, 1, 1))


def later_year(today: date, year: int) -> Found | None:
    """A year to come; one that has begun is mostly that in which something was founded."""
    return whole_year(year) if year > today.year else None
