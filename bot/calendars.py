"""When things are open and when they take place: opening hours, recurrence, days moved off holidays."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from heapq import heappop, heappush
from itertools import islice, takewhile
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from bot.knowledge.hours import MIDNIGHT, OpeningHours, Span
from bot.knowledge.kinds import Event, Programme
from bot.workdays import DAY, Workdays, is_public_holiday

SHIFT = timedelta(days=31)
"""How far a day is moved off a holiday at most; where no working day is so near it is left out."""


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
    """One date of an event or programme, zone-aware, half-open; by the rule it would start at `original`."""

    starts: datetime
    ends: datetime
    original: datetime


def occurrences(record: Event | Programme, after: datetime, zone: ZoneInfo) -> Iterator[Occurrence]:
    """The occurrences that end after the moment, in order; endless for a rule without an end."""
    after = after.astimezone(UTC)  # times of one zone would be compared without their offsets
    for starts, original in _starts(record, after.astimezone(zone).replace(tzinfo=None)):
        ends = starts + _length(record)
        occurrence = Occurrence(*(moment.replace(tzinfo=zone) for moment in (starts, ends, original)))
        if occurrence.ends > after:
            yield occurrence


def occurrence_of(record: Event | Programme, day: date, zone: ZoneInfo) -> Occurrence | None:
    """The occurrence that by the rule would be on the day; None where there is none, or it is left out."""
    start, end = (datetime.combine(day + by, time(), tzinfo=zone) for by in (-SHIFT, SHIFT + DAY))
    near = takewhile(lambda one: one.starts < end, occurrences(record, start, zone))
    return next((one for one in near if one.original.date() == day), None)


def _first(record: Event | Programme) -> datetime:
    return datetime.combine(record.first_day, record.starts_at) if isinstance(record, Programme) else record.starts


def _length(record: Event | Programme) -> timedelta:
    if isinstance(record, Event):
        return record.ends - record.starts
    first = _first(record)
    return (datetime.combine(record.first_day, record.ends_at) - first) % DAY  # may run over midnight


def _starts(record: Event | Programme, after: datetime) -> Iterator[tuple[datetime, datetime]]:
    """When occurrences that may not have ended by then start, in order, and when they would by the rule."""
    first, before = _first(record), after - _length(record) - DAY  # a day more: clocks may change
    if isinstance(record, Event) or record.on_holiday == "keep":
        yield from ((start, start) for start in _by_rule(record.rrule, first, before))
        return
    waiting: list[tuple[datetime, bool, datetime]] = []
    for original in _by_rule(record.rrule, first, before - SHIFT):
        yield from _settled(waiting, original.date() - SHIFT)
        if (day := _shifted(record, original.date())) is not None:
            heappush(waiting, (datetime.combine(day, original.time()), day != original.date(), original))
    yield from _settled(waiting, date.max)


def _settled(waiting: list[tuple[datetime, bool, datetime]], until: date) -> Iterator[tuple[datetime, datetime]]:
    """Takes those before the day off the heap; of several that a holiday lays upon one day only the first."""
    while waiting and waiting[0][0].date() < until:
        start, _, original = heappop(waiting)
        while waiting and waiting[0][0] == start:
            heappop(waiting)
        yield start, original


def _shifted(programme: Programme, day: date) -> date | None:
    """The day on which the programme takes place for one that falls on `day`; None if not at all."""
    calendar = Workdays(programme.days_off, programme.workdays)
    if not calendar.is_holiday(day):
        return day
    if programme.on_holiday == "skip":
        return None
    return calendar.nearest(day, -DAY if programme.on_holiday == "preceding" else DAY, SHIFT)


def _by_rule(rrule: str, first: datetime, after: datetime) -> Iterable[datetime]:
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
