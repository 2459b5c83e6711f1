"""A mentoring day: when one can apply, who the experts are, at which times they can be seen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot import agenda
from bot.agenda import Occurrence, stored_date
from bot.knowledge.kinds import Programme
from bot.knowledge.snapshot import Snapshot
from bot.knowledge.values import Member
from storage.models import Application, ApplicationState, ExpertTable, Slot, StoredOccurrence, Timetable

OPENS_BEFORE = timedelta(days=14)
OPENS_AT = time(9)


@dataclass(frozen=True)
class Day:
    """`own` is the application of the party that looks, with its `slots` and the one that is on `offer` to it.

    Those of others are counted in `applied`. `experts` are all who could come, always in the same order, so that
    buttons can number them; `arranged` is what staff changed of their tables, by their ids.
    """

    programme: Programme
    occurrence: StoredOccurrence
    experts: tuple[Member, ...]
    zone: ZoneInfo
    own: Application | None = None
    slots: tuple[Slot, ...] = ()
    offer: Slot | None = None
    timetable: Timetable | None = None
    applied: int = 0
    arranged: Mapping[str, ExpertTable] = field(default_factory=dict)

    @property
    def id(self) -> int:
        return self.occurrence.id or 0

    @property
    def starts(self) -> datetime:
        return self.occurrence.starts_at.astimezone(self.zone)

    @property
    def opens_at(self) -> datetime:
        return datetime.combine(self.starts.date() - OPENS_BEFORE, OPENS_AT, tzinfo=self.zone)

    @property
    def closes_at(self) -> datetime:
        day = self.starts.date() - timedelta(days=self.programme.closes_days_before)
        at = self.programme.closes_at
        return datetime.combine(day, time(at.hour, at.minute), tzinfo=self.zone)

    @property
    def is_published(self) -> bool:
        return self.timetable is not None and self.timetable.published_at is not None

    @property
    def takes_part(self) -> bool:
        return self.own is not None and self.own.state in (ApplicationState.APPLIED, ApplicationState.ADMITTED)

    @property
    def is_decided(self) -> bool:
        """Whether the party was admitted or declined."""
        return self.own is not None and self.own.state in (ApplicationState.ADMITTED, ApplicationState.DECLINED)

    @property
    def first_at(self) -> datetime:
        """When the party's first slot begins, or the one on offer to it, or else the day."""
        kept = [*self.slots, *([self.offer] if self.offer else [])]
        return min((one.begins_at for one in kept), default=self.occurrence.starts_at)

    def is_on(self, now: datetime) -> bool:
        """Whether it is the day's date in the park."""
        return self.starts.date() == now.astimezone(self.zone).date()

    def is_over(self, now: datetime) -> bool:
        return self.occurrence.ends_at <= now

    def is_open(self, now: datetime) -> bool:
        return not self.occurrence.cancelled and self.would_be_open(now)

    def would_be_open(self, now: datetime) -> bool:
        """Whether one could apply now, were the day not cancelled."""
        return self.opens_at <= now < self.closes_at

    @property
    def slot_length(self) -> timedelta:
        return timedelta(minutes=self.programme.slot_minutes)

    @property
    def times(self) -> list[datetime]:
        """When slots begin, UTC: each ends within the day."""
        count = (self.occurrence.ends_at - self.occurrence.starts_at) // self.slot_length
        return [self.occurrence.starts_at + number * self.slot_length for number in range(count)]

    @property
    def members(self) -> tuple[Member, ...]:
        """The experts who come."""
        return tuple(one for one in self.experts if self.is_present(one.id))

    def is_present(self, member_id: str) -> bool:
        table = self.arranged.get(member_id)
        return table.present if table else member_id in self.programme.mentors

    def member(self, member_id: str) -> Member | None:
        """An expert who comes."""
        return next((one for one in self.members if one.id == member_id), None)

    def expert(self, member_id: str) -> Member | None:
        """One who could come."""
        return next((one for one in self.experts if one.id == member_id), None)

    def most(self, member_id: str) -> int | None:
        """How many slots the expert has at most."""
        table = self.arranged.get(member_id)
        return table.most if table else None

    def is_break(self, member_id: str, at: datetime) -> bool:
        table = self.arranged.get(member_id)
        begins = (self.occurrence.starts_at + timedelta(minutes=one) for one in (table.breaks if table else ()))
        return any(at <= one < at + self.slot_length for one in begins)

    def open_times(self, member_id: str) -> list[datetime]:
        """Those of `times` at which the expert can be seen."""
        return [at for at in self.times if not self.is_break(member_id, at)] if self.is_present(member_id) else []

    def has_room(self, member_id: str, slots: Iterable[Slot]) -> bool:
        """Whether one slot more than these is within the expert's limit."""
        most = self.most(member_id)
        return most is None or sum(one.member_id == member_id for one in slots) < most


def experts_of(programme: Programme, snapshot: Snapshot) -> tuple[Member, ...]:
    """The programme's experts in its order, then all others of the alliance."""
    known = snapshot.members
    named = [one for one in programme.mentors if one in known]
    return tuple(known[one] for one in (*named, *(one for one in known if one not in named)))


def day_by_rule(programme: Programme, row: StoredOccurrence, zone: ZoneInfo, now: datetime) -> date:
    """On which day a stored one is by the programme's rule."""
    return agenda.day_by_rule(programme, stored_date(row, zone), now)


def planned_row(programme: Programme, occurrence: Occurrence) -> StoredOccurrence:
    return StoredOccurrence(
        kind=Programme.kind,
        record_id=programme.id,
        original_at=occurrence.original.astimezone(UTC),
        starts_at=occurrence.starts.astimezone(UTC),
        ends_at=occurrence.ends.astimezone(UTC),
        place=programme.place,
    )
