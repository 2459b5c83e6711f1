"""A mentoring day: when one can apply, who the experts are, at which times they can be seen."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.calendars import Occurrence
from bot.knowledge.kinds import Alliance, Programme
from bot.knowledge.snapshot import Snapshot
from bot.knowledge.values import Member
from storage.models import Application, ApplicationState, Slot, StoredOccurrence, Timetable

OPENS_BEFORE = timedelta(days=14)
OPENS_AT = time(9)


@dataclass(frozen=True)
class Day:
    """`own` is the application of the party that looks, with its `slots` and the one that is on `offer` to it.

    Those of others are counted in `applied`.
    """

    programme: Programme
    occurrence: StoredOccurrence
    members: tuple[Member, ...]
    zone: ZoneInfo
    own: Application | None = None
    slots: tuple[Slot, ...] = ()
    offer: Slot | None = None
    timetable: Timetable | None = None
    applied: int = 0

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
    def first_at(self) -> datetime:
        """When the party's first slot begins, or the one on offer to it, or else the day."""
        kept = [*self.slots, *([self.offer] if self.offer else [])]
        return min((one.begins_at for one in kept), default=self.occurrence.starts_at)

    def is_on(self, now: datetime) -> bool:
        """Whether it is the day's date in the park."""
        return self.starts.date() == now.astimezone(self.zone).date()

    def is_open(self, now: datetime) -> bool:
        return not self.occurrence.cancelled and self.opens_at <= now < self.closes_at

    @property
    def slot_length(self) -> timedelta:
        return timedelta(minutes=self.programme.slot_minutes)

    @property
    def times(self) -> list[datetime]:
        """When slots begin, UTC: each ends within the day."""
        count = (self.occurrence.ends_at - self.occurrence.starts_at) // self.slot_length
        return [self.occurrence.starts_at + number * self.slot_length for number in range(count)]

    def member(self, member_id: str) -> Member | None:
        return next((one for one in self.members if one.id == member_id), None)


def members_of(programme: Programme, snapshot: Snapshot) -> tuple[Member, ...]:
    """The experts, in the programme's order."""
    known = {member.id: member for alliance in snapshot.of_kind(Alliance) for member in alliance.members}
    return tuple(known[one] for one in programme.mentors if one in known)


def planned_row(programme: Programme, occurrence: Occurrence) -> StoredOccurrence:
    starts = occurrence.starts.astimezone(UTC)
    return StoredOccurrence(
        kind=Programme.kind,
        record_id=programme.id,
        original_at=starts,
        starts_at=starts,
        ends_at=occurrence.ends.astimezone(UTC),
        place=programme.place,
    )
