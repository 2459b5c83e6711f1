"""The dates of an event that people can sign up for: as its record says, and as the store has moved them."""

from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.agenda import day_by_rule, stored_date
from bot.knowledge.kinds import Event
from bot.occurrences import Occurrence, occurrences
from storage import registrations as stored
from storage.models import Registration, RegistrationState, StoredOccurrence

SHOWN = 5
"""Dates of a recurring event that are offered."""


@dataclass(frozen=True)
class Date:
    """One date of an event; `free` seats, None without a limit; `own` is the asking chat's registration."""

    event: Event
    occurrence: StoredOccurrence
    free: int | None = None
    waiting: int = 0
    own: Registration | None = None

    def closes(self, zone: ZoneInfo) -> datetime:
        """When registration closes: at the event's own deadline, else when it starts."""
        until = self.event.register_until
        return until.replace(tzinfo=zone) if until and not self.event.rrule else self.occurrence.starts_at

    @property
    def present(self) -> bool:
        """Whether the asking chat is registered, offered a seat, or waits."""
        return self.own is not None and self.own.state in stored.PRESENT


async def upcoming(session: AsyncSession, event: Event, chat_id: int, now: datetime, zone: ZoneInfo) -> list[Date]:
    """The next dates that have not begun, with how they stand; one that was moved is the one it was."""
    stored_rows = await stored.of_record(session, Event.kind, event.id, now)
    kept = {day_by_rule(event, stored_date(row, zone), now): row for row in reversed(stored_rows)}
    planned = islice(occurrences(event, now, zone), SHOWN)
    rows = [kept.get(one.original.date()) or planned_row(event, one) for one in planned]
    return [await look(session, event, row, chat_id) for row in rows if row.starts_at > now]


async def look(session: AsyncSession, event: Event, row: StoredOccurrence, chat_id: int | None = None) -> Date:
    """A date with how it stands; of one that is not stored yet all seats are free."""
    if row.id is None:
        return Date(event, row, event.seats)
    counts = await stored.counts(session, row.id)
    taken = sum(counts.get(state, 0) for state in stored.SEATED)
    free = max(event.seats - taken, 0) if event.seats else None
    own = await stored.of_chat(session, row.id, chat_id) if chat_id else None
    return Date(event, row, free, counts.get(RegistrationState.WAITING, 0), own)


def planned_row(event: Event, occurrence: Occurrence) -> StoredOccurrence:
    return StoredOccurrence(
        kind=Event.kind,
        record_id=event.id,
        original_at=utc(occurrence.starts),
        starts_at=utc(occurrence.starts),
        ends_at=utc(occurrence.ends),
        place=event.place,
    )


def utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
