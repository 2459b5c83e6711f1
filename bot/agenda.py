"""When events and programmes take place: by their rules, but for the dates that staff changed by hand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from heapq import merge
from itertools import islice
from zoneinfo import ZoneInfo

from bot.knowledge.kinds import Event, Programme
from bot.occurrences import Occurrence, begun_by, first_start, occurrence_of, occurrences
from storage.models import StoredOccurrence

__all__ = ["UNCHANGED", "Agenda", "Changed", "Occurrence", "changed_dates", "day_by_rule", "stored_date"]

Changed = Mapping[tuple[str, str], Sequence[Occurrence]]
"""Dates that staff changed, as they are now, by kind and id of their record."""

UNCHANGED: Changed = {}


@dataclass(frozen=True)
class Agenda:
    """What takes place as it looks at the moment `now`."""

    now: datetime
    zone: ZoneInfo
    changed: Changed

    def occurrences(self, record: Event | Programme, after: datetime) -> Iterator[Occurrence]:
        """Those that end after the moment, in order; endless for a rule without an end."""
        after = after.astimezone(UTC)  # times of one zone would be compared without their offsets
        changed = self._changed(record)
        replaced = {day_by_rule(record, one, self.now) for one in changed}
        by_rule = (one for one in occurrences(record, after, self.zone) if one.original.date() not in replaced)
        instead = (one for one in changed if one.ends > after and not one.cancelled)
        return merge(by_rule, sorted(instead, key=_begins), key=_begins)

    def coming(self, record: Event | Programme, after: datetime) -> Occurrence | None:
        """The one that is on or comes next, None when all are over."""
        return next(self.occurrences(record, after), None)

    def between(self, record: Event | Programme, start: datetime, end: datetime, limit: int = 40) -> list[Occurrence]:
        """Those that share some time with [start, end)."""
        return begun_by(end, islice(self.occurrences(record, start), limit))

    def lost(self, record: Event | Programme, start: datetime, end: datetime) -> list[tuple[datetime, Occurrence]]:
        """Those that were to start in [start, end) and are cancelled, or on at another time: with when, in order."""
        expected = (
            (at, one) for one in self._changed(record) for at in self._expected(record, one) if start <= at < end
        )
        lost = {one: at for at, one in expected if one.cancelled or one.starts != at}
        return sorted(((at, one) for one, at in lost.items()), key=lambda pair: pair[0])

    def _expected(self, record: Event | Programme, one: Occurrence) -> tuple[datetime, datetime]:
        """When people may think that it starts: by the rule, or as they were told last."""
        by_rule = occurrence_of(record, day_by_rule(record, one, self.now), self.zone)
        return by_rule.starts if by_rule else one.original, one.starts

    def _changed(self, record: Event | Programme) -> Sequence[Occurrence]:
        return self.changed.get((record.kind, record.id), ())


def changed_dates(rows: Iterable[StoredOccurrence], zone: ZoneInfo) -> Changed:
    """The dates of the rows."""
    found: dict[tuple[str, str], list[Occurrence]] = {}
    for row in rows:
        found.setdefault((row.kind, row.record_id), []).append(stored_date(row, zone))
    return found


def stored_date(row: StoredOccurrence, zone: ZoneInfo) -> Occurrence:
    starts, ends, original = (at.astimezone(zone) for at in (row.starts_at, row.ends_at, row.original_at))
    return Occurrence(starts, ends, original, row.place, row.cancelled)


def day_by_rule(record: Event | Programme, one: Occurrence, now: datetime) -> date:
    """On which day a stored one is by its record's rule; what takes place once keeps to the record's day."""
    once = not record.rrule and one.ends > now
    return first_start(record).date() if once else one.original.date()


def _begins(one: Occurrence) -> datetime:
    return one.starts.astimezone(UTC)
