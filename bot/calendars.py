"""When things are open and when they take place: opening hours, public holidays, recurrence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from holidays import country_holidays

from bot.knowledge.hours import MIDNIGHT, OpeningHours, Span
from bot.knowledge.kinds import Event, Programme

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


@lru_cache(maxsize=16)
def _year_of_holidays(year: int) -> dict[date, str]:
    return dict(country_holidays("CN", years=year, language="en_US"))


def is_public_holiday(day: date) -> bool:
    """Whether the day is a public holiday of China, days off in exchange included."""
    return day in _year_of_holidays(day.year)


def holiday_days(name: str, after: date) -> list[date]:
    """The days of the next holiday of that name ("any" = the next one whatever its name), from `after` on."""
    found: list[date] = []
    for year in (after.year, after.year + 1):
        for day, label in sorted(_year_of_holidays(year).items()):
            if day < after or (name != "any" and not label.startswith(_NAMES[name])):
                continue
            if found and (day - found[-1]).days > 3:
                return found
            found.append(day)
        if found:
            return found
    return found


@dataclass(frozen=True)
class Schedule:
    """Opening hours together with whether the place closes on public holidays."""

    hours: OpeningHours
    closed_on_holidays: bool = False

    def spans(self, day: date) -> tuple[Span, ...]:
        """The spans of that day, in minutes after its midnight."""
        if self.closed_on_holidays and is_public_holiday(day):
            return ()
        return self.hours.week[day.weekday()]

    def span_at(self, moment: datetime) -> tuple[datetime, datetime] | None:
        """The opening that holds the moment, as zone-aware [start, end), or None when closed."""
        for day in (moment.date() - DAY, moment.date()):
            for start, end in self.spans(day):
                opened, closed = at_minute(day, start, moment), at_minute(day, end, moment)
                if opened <= moment < closed:
                    return opened, closed
        return None

    def next_opening(self, moment: datetime, within_days: int = 15) -> datetime | None:
        """When it opens next after the moment; None when not within so many days."""
        for ahead in range(within_days + 1):
            day = moment.date() + ahead * DAY
            for start, _ in self.spans(day):
                if (opens := at_minute(day, start, moment)) > moment:
                    return opens
        return None


def at_minute(day: date, minute: int, zone_of: datetime) -> datetime:
    """The moment so many minutes (up to 2880) into a day, in the zone of another moment."""
    days, rest = divmod(minute, MIDNIGHT)
    return datetime.combine(day + days * DAY, time(rest // 60, rest % 60), tzinfo=zone_of.tzinfo)


def part_of_span(spans: tuple[Span, ...], part: tuple[int, int]) -> tuple[Span, ...]:
    """The spans that share some minutes with a part of the day, whole."""
    return tuple(span for span in spans if span[0] < part[1] and part[0] < span[1])


@dataclass(frozen=True)
class Occurrence:
    """One date of an event or programme, zone-aware, half-open."""

    starts: datetime
    ends: datetime


def occurrences(record: Event | Programme, after: datetime, zone: ZoneInfo) -> Iterator[Occurrence]:
    """The occurrences that end after the moment, in order; endless for a rule without an end."""
    if isinstance(record, Programme):
        first = datetime.combine(record.first_day, record.starts_at)
        length = datetime.combine(record.first_day, record.ends_at) - first
    else:
        first, length = record.starts, record.ends - record.starts
    for start in _starts(record.rrule, first, after.astimezone(zone).replace(tzinfo=None) - length):
        occurrence = Occurrence(start.replace(tzinfo=zone), (start + length).replace(tzinfo=zone))
        if occurrence.ends > after:
            yield occurrence


def _starts(rrule: str, first: datetime, after: datetime) -> Iterable[datetime]:
    return rrulestr(rrule, dtstart=first).xafter(after, inc=False) if rrule else [first]


def next_occurrence(record: Event | Programme, after: datetime, zone: ZoneInfo) -> Occurrence | None:
    """The occurrence that is on or comes next, None when all are over."""
    return next(occurrences(record, after, zone), None)


def occurrences_between(
    record: Event | Programme, start: datetime, end: datetime, zone: ZoneInfo, limit: int = 40
) -> list[Occurrence]:
    """The occurrences that share some time with [start, end)."""
    found: list[Occurrence] = []
    for occurrence in islice(occurrences(record, start, zone), limit):
        if occurrence.starts >= end:
            break
        found.append(occurrence)
    return found
