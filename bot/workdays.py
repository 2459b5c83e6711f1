"""Days off and days that are worked: the public holidays of China, and what a park's staff say otherwise."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

DAY = timedelta(days=1)
_NAMES = {
    "new-year": ("New Year's Day",),
    "spring-festival": ("Chinese New Year",),
    "tomb-sweeping": ("Tomb-Sweeping",),
    "labour": ("Labor Day",),
    "dragon-boat": ("Dragon Boat",),
    "mid-autumn": ("Mid-Autumn",),
    "national": ("National Day",),
}


@dataclass(frozen=True)
class _Year:
    """The public holidays of China in a year by their names, and the days of weekends worked in exchange."""

    holidays: Mapping[date, str]
    worked: frozenset[date]


@lru_cache(maxsize=16)
def _year(year: int) -> _Year:
    # start-up time: most questions, and often the first, are of no holiday
    from holidays import country_holidays  # noqa: PLC0415

    found = country_holidays("CN", years=year, language="en_US")
    return _Year(dict(sorted(found.items())), frozenset(found.weekend_workdays))


def is_public_holiday(day: date) -> bool:
    """Whether the day is a public holiday of China, days off in exchange included."""
    return day in _year(day.year).holidays


def is_arranged(year: int) -> bool:
    """Whether the year's exchange of holidays with weekends is known; before that only the statutory days are sure."""
    return bool(_year(year).worked)


def holiday_days(name: str, after: date) -> list[date]:
    """The days off in a row, weekends beside it included, of the holiday of that name that is on or comes next.

    "any" is the next public holiday whatever its name; the list is empty for a year that no calendar knows.
    """
    for year in (after.year, after.year + 1):
        for day, label in _year(year).holidays.items():
            if (name == "any" or label.startswith(_NAMES[name])) and (days := _days_off(day))[-1] >= after:
                return days
    return []


def _days_off(day: date) -> list[date]:
    first = last = day
    while _is_day_off(first - DAY):
        first -= DAY
    while _is_day_off(last + DAY):
        last += DAY
    return [first + number * DAY for number in range((last - first).days + 1)]


def _is_day_off(day: date) -> bool:
    return is_public_holiday(day) or (day.weekday() >= 5 and day not in _year(day.year).worked)


@dataclass(frozen=True)
class Workdays:
    """The public calendar with days that are `off` besides, and others that are `worked` whatever it says."""

    off: Collection[date] = ()
    worked: Collection[date] = ()

    def is_holiday(self, day: date) -> bool:
        """Whether it is a public holiday or another day off; a weekend is none."""
        return day in self.off or (is_public_holiday(day) and day not in self.worked)

    def is_worked(self, day: date) -> bool:
        return day not in self.off and (day in self.worked or not _is_day_off(day))

    def nearest(self, day: date, step: timedelta, reach: timedelta) -> date | None:
        """The next working day from there in steps of a day, forward or back; None if none is within reach."""
        days = (day + number * step for number in range(1, reach // DAY + 1))
        return next((one for one in days if self.is_worked(one)), None)
