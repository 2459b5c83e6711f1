"""Mentoring days as they stand: read from the programme and the store, or locked to be changed."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import Clock
from bot.knowledge.kinds import Programme
from bot.knowledge.snapshot import Snapshot
from bot.mentoring.days import Day, day_by_rule, experts_of, planned_row
from bot.mentoring.errors import NoDayError
from bot.mentoring.notices import Words
from bot.occurrences import SHIFT, occurrences
from storage import memberships, records, registrations
from storage import mentoring as stored
from storage.database import Database
from storage.models import Slot, StoredOccurrence

SHOWN = 2
"""Days ahead of a programme that are shown."""
RECENT = timedelta(days=60)
SETTLED = SHIFT + timedelta(days=2)
"""So long ago no day to come is by its programme's rule, though it may have been laid off a holiday."""


@dataclass(frozen=True)
class Days:
    """`knowledge` reads what is in force; `wake` tells the delivery that there is work. All raise NoDayError."""

    database: Database
    clock: Clock
    zone: ZoneInfo
    knowledge: Callable[[datetime], Awaitable[Snapshot]]
    wake: Callable[[], object] = field(default=lambda: None)

    async def upcoming(self, programme_id: str, chat_id: int) -> list[Day]:
        """The next days of a programme as the chat's party sees them, one at least."""
        now = self.clock.now()
        snapshot = await self.knowledge(now)
        programme = snapshot.get(Programme, programme_id)
        if programme is None:
            raise NoDayError
        async with self.database.read() as session:
            rows = await self.rows(session, programme, now)
            party = await party_of(session, chat_id)
            found = [await self.read(session, row, snapshot, party) for row in rows]
        if not found:
            raise NoDayError
        return found

    async def find(self, occurrence_id: int, chat_id: int | None = None) -> Day:
        """A day that is stored, as the chat's party sees it."""
        snapshot = await self.knowledge(self.clock.now())
        async with self.database.read() as session:
            row = await registrations.find_occurrence(session, occurrence_id)
            party = await party_of(session, chat_id) if chat_id else None
            return await self.read(session, row, snapshot, party)

    async def coming(self) -> list[Day]:
        """The days that are stored, the next one first."""
        now = self.clock.now()
        snapshot = await self.knowledge(now)
        async with self.database.read() as session:
            rows = await stored.coming(session, now)
            return [await self.read(session, row, snapshot) for row in rows if is_known(row, snapshot)]

    async def ahead(self) -> list[Day]:
        """For staff: with the next days of every programme, which are stored so that they can be changed."""
        now = self.clock.now()
        snapshot = await self.knowledge(now)
        async with self.database.transaction() as session:
            for programme in snapshot.of_kind(Programme):
                for row in await self.rows(session, programme, now):
                    if row.id is None:
                        await registrations.occurrence(session, row)
        return await self.coming()

    async def recent(self) -> list[Day]:
        """For staff: the days of the last weeks for which somebody applied, the last one first."""
        now = self.clock.now()
        snapshot = await self.knowledge(now)
        async with self.database.read() as session:
            rows = [row for row in await stored.begun_after(session, now - RECENT) if row.ends_at <= now]
            return [await self.read(session, row, snapshot) for row in reversed(rows) if is_known(row, snapshot)]

    async def words(self, day: Day) -> Words:
        """How the day is put into words now."""
        now = self.clock.now()
        return Words(day, await self.knowledge(now), now)

    @asynccontextmanager
    async def locked(self, occurrence_id: int, chat_id: int | None = None) -> AsyncIterator[tuple[AsyncSession, Words]]:
        """A day that nobody else changes until the end, when it is committed and the delivery woken."""
        now = self.clock.now()
        snapshot = await self.knowledge(now)
        async with self.database.transaction() as session:
            row = await registrations.locked(session, occurrence_id)
            party = await party_of(session, chat_id) if chat_id else None
            yield session, Words(await self.read(session, row, snapshot, party), snapshot, now)
        self.wake()

    async def rows(self, session: AsyncSession, programme: Programme, now: datetime) -> list[StoredOccurrence]:
        """The next days of a programme, those that are not stored yet by its rule; cancelled ones in between."""
        kept = await stored.of_programme(session, programme.id, now - SETTLED)
        taken = {day_by_rule(programme, row, self.zone, now) for row in kept}
        planned = (one for one in occurrences(programme, now, self.zone) if one.original.date() not in taken)
        fresh = [planned_row(programme, one) for one in islice(planned, SHOWN)]
        found = sorted((*fresh, *(row for row in kept if row.ends_at > now)), key=lambda row: row.starts_at)
        shown = [row for row in found if not row.cancelled][:SHOWN]
        last = shown[-1].starts_at if shown else datetime.max.replace(tzinfo=UTC)
        return [row for row in found if row.starts_at <= last]

    async def read(
        self, session: AsyncSession, row: StoredOccurrence | None, snapshot: Snapshot, party: str | None = None
    ) -> Day:
        """The day of a row, with what the `party` has of it."""
        day = self.outline(row, snapshot)
        if row is None or row.id is None:
            return day
        own = await stored.of_party(session, row.id, party) if party else None
        slots: Sequence[Slot] = await stored.slots_of(session, own.id or 0) if own else ()
        offer = await stored.offer_to(session, own.id or 0) if own else None
        counts = await stored.counts(session, row.id)
        return replace(
            day,
            own=own,
            slots=tuple(slots),
            offer=offer,
            timetable=await stored.timetable(session, row.id),
            applied=sum(counts.get(state, 0) for state in stored.LIVE),
            arranged=await stored.expert_tables(session, row.id),
        )

    def outline(self, row: StoredOccurrence | None, snapshot: Snapshot) -> Day:
        """The day of a row by its programme alone."""
        programme = snapshot.get(Programme, row.record_id) if row and row.kind == Programme.kind else None
        if row is None or programme is None:
            raise NoDayError
        return Day(programme, row, experts_of(programme, snapshot), self.zone)

    async def retired(self, session: AsyncSession, row: StoredOccurrence, snapshot: Snapshot) -> Day | None:
        """The day of a programme that is not in force any more, as it was last known."""
        record = await records.get(session, Programme.kind, row.record_id)
        programme = Programme.model_validate(record.data) if record else None
        return Day(programme, row, experts_of(programme, snapshot), self.zone) if programme else None


def is_known(row: StoredOccurrence, snapshot: Snapshot) -> bool:
    return snapshot.get(Programme, row.record_id) is not None


async def party_of(session: AsyncSession, chat_id: int) -> str:
    """For whom the chat applies: its company, or itself."""
    member = await memberships.of_chat(session, chat_id)
    return member.company_id if member else stored.alone(chat_id)
