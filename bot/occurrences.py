"""When events and programmes take place by their rules: recurrence, days moved off holidays."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from heapq import heappop, heappush
from itertools import islice, takewhile
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from bot.knowledge.kinds import Event, Programme
from bot.workdays import DAY, Workdays

SHIFT = timedelta(days=31)
"""How far a day is moved off a holiday at most; where no working day is so near it is left out."""


@dataclass(frozen=True)
class Occurrence:
    """One date of an event or programme, zone-aware, half-open; by the rule it would start at `original`.

    `place` is the facility's id. One that is `cancelled` would have been then and there.
    """

    starts: datetime
    ends: datetime
    original: datetime
    place: str | None
    cancelled: bool = False


def occurrences(record: Event | Programme, after: datetime, zone: ZoneInfo) -> Iterator[Occurrence]:
    """The occurrences that end after the moment, in order; endless for a rule without an end."""
    after = after.astimezone(UTC)  # times of one zone would be compared without their offsets
    length = _length(record)
    for begins, by_rule in _starts(record, after.astimezone(zone).replace(tzinfo=None)):
        starts, ends, original = (moment.replace(tzinfo=zone) for moment in (begins, begins + length, by_rule))
        occurrence = Occurrence(starts, ends, original, record.place)
        if occurrence.ends > after:
            yield occurrence


def occurrence_of(record: Event | Programme, day: date, zone: ZoneInfo) -> Occurrence | None:
    """The occurrence that by the rule would be on the day; None where there is none, or it is left out."""
    start, end = (datetime.combine(day + by, time(), tzinfo=zone) for by in (-SHIFT, SHIFT + DAY))
    near = takewhile(lambda one: one.starts < end, occurrences(record, start, zone))
    return next((one for one in near if one.original.date() == day), None)


def first_start(record: Event | Programme) -> datetime:
    """When the first or only occurrence starts by the rule, on the park's clocks."""
    return datetime.combine(record.first_day, record.starts_at) if isinstance(record, Programme) else record.starts


def _length(record: Event | Programme) -> timedelta:
    if isinstance(record, Event):
        return record.ends - record.starts
    first = first_start(record)
    return (datetime.combine(record.first_day, record.ends_at) - first) % DAY  # may run over midnight


def _starts(record: Event | Programme, after: datetime) -> Iterator[tuple[datetime, datetime]]:
    """When occurrences that may not have ended by then start, in order, and when they would by the rule."""
    first, before = first_start(record), after - _length(record) - DAY  # a day more: clocks may change
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


def occurrences_between(
    record: Event | Programme, start: datetime, end: datetime, zone: ZoneInfo, limit: int = 40
) -> list[Occurrence]:
    """The occurrences that share some time with [start, end)."""
    return begun_by(end, islice(occurrences(record, start, zone), limit))


def begun_by(end: datetime, ordered: Iterable[Occurrence]) -> list[Occurrence]:
    """Those that start before the moment."""
    return list(takewhile(lambda one: one.starts < end, ordered))
