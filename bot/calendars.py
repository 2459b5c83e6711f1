"""When things are open and when they take place: opening hours, public holidays, recurrence."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

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
class Schedule:
    """Opening hours together with whether the place closes on public holidays."""

    hours: OpeningHours
    closed_on_holidays: bool = False

    def spans(self, day: date) -> tuple[Span, ...]:
        """The spans of that day, in minutes after its midnight."""
        if self.closed_on_holidays and is_public_holiday(day):
            return ()
        return self.hours.week[day.weekday()]

    def spans_in(self, day: date, part: Span) -> tuple[Span, ...]:
        """The spans that share some minutes with a part of the day; one from the night before starts below 0."""
        return part_of_span((*_over_midnight(self.spans(day - DAY)), *self.spans(day)), part)

    def usual_spans_in(self, weekday: int, part: Span) -> tuple[Span, ...]:
        """The same for a weekday (Monday is 0) that is no holiday."""
        week = self.hours.week
        return part_of_span((*_over_midnight(week[weekday - 1]), *week[weekday]), part)

    def span_at(self, moment: datetime) -> tuple[datetime, datetime] | None:
        """The opening that holds the moment, as zone-aware [start, end), or None when closed."""
        for day in (moment.date() - DAY, moment.date()):
            for opened, closed in self._openings(day, moment):
                if opened <= moment < closed:
                    return opened, self._prolonged(closed)
        return None

    def _openings(self, day: date, zone_of: datetime) -> list[tuple[datetime, datetime]]:
        return [(at_minute(day, start, zone_of), at_minute(day, end, zone_of)) for start, end in self.spans(day)]

    def _prolonged(self, closed: datetime) -> datetime:
        """When it closes if a span that begins where another ends goes on with it; a week is looked ahead."""
        for _ in range(7):
            going_on = [end for start, end in self._openings(closed.date(), closed) if start == closed]
            if not going_on:
                break
            closed = going_on[0]
        return closed

    def next_opening(self, moment: datetime, within_days: int = 15) -> datetime | None:
        """When it opens next after the moment; None when not within so many days."""
        for ahead in range(within_days + 1):
            for opens, _ in self._openings(moment.date() + ahead * DAY, moment):
                if opens > moment:
                    return opens
        return None


def at_minute(day: date, minute: int, zone_of: datetime) -> datetime:
    """The moment so many minutes (up to 2880) into a day, in the zone of another moment."""
    days, rest = divmod(minute, MIDNIGHT)
    return datetime.combine(day + days * DAY, time(rest // 60, rest % 60), tzinfo=zone_of.tzinfo)


def _over_midnight(spans: tuple[Span, ...]) -> list[Span]:
    """The spans that run into the next day, as that day counts minutes."""
    return [(start - MIDNIGHT, end - MIDNIGHT) for start, end in spans if end > MIDNIGHT]


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
        length = (datetime.combine(record.first_day, record.ends_at) - first) % DAY  # may run over midnight
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
