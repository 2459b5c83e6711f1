"""Mentoring days: applications, admissions, the timetable; each call is one transaction."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from zoneinfo import ZoneInfo

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.calendars import occurrences
from bot.clock import Clock
from bot.knowledge.kinds import Programme
from bot.knowledge.snapshot import Snapshot
from bot.languages import Language
from bot.mentoring import duties, placing, telling
from bot.mentoring.days import Day, members_of, planned_row
from bot.mentoring.errors import (
    CancelledError,
    ClosedError,
    DecidedError,
    NoDayError,
    NotOpenError,
    NoWishError,
    PublishedError,
)
from bot.mentoring.notices import Words
from storage import chats, memberships, registrations
from storage import mentoring as stored
from storage.database import Database
from storage.models import Application, ApplicationState, Slot, StoredOccurrence

log = structlog.get_logger(__name__)

SHOWN = 2
"""Days ahead of a programme that are shown."""
LONGEST_PRODUCT = 200
OPEN_STATES = (ApplicationState.APPLIED, ApplicationState.ADMITTED)


@dataclass(frozen=True)
class Mentoring:
    """`knowledge` reads what is in force; `wake` tells the delivery that there is work. All raise MentoringError."""

    database: Database
    clock: Clock
    zone: ZoneInfo
    knowledge: Callable[[datetime], Awaitable[Snapshot]]
    wake: Callable[[], object] = field(default=lambda: None)

    async def days(self, programme_id: str, chat_id: int) -> list[Day]:
        """The next days of a programme as the chat's party sees them; raises NoDayError without any."""
        now = self.clock.now()
        snapshot = await self.knowledge(now)
        programme = snapshot.get(Programme, programme_id)
        if programme is None:
            raise NoDayError
        async with self.database.read() as session:
            rows = await self._rows(session, programme, now)
            party = await _party(session, chat_id)
            found = [await self._day(session, row, snapshot, party) for row in rows]
        if not found:
            raise NoDayError
        return found

    async def begin(
        self, programme_id: str, original_at: datetime, chat_id: int, spoken: Language | None = None
    ) -> Day:
        """The day, with a draft of an application while one can apply; raises NoDayError.

        `spoken` is the language in which the chat is told of it, and of what comes later.
        """
        now = self.clock.now()
        snapshot = await self.knowledge(now)
        days = await self.days(programme_id, chat_id)
        day = next((one for one in days if one.occurrence.original_at == original_at), None)
        if day is None:
            raise NoDayError
        if not day.is_open(now):
            return day
        async with self.database.transaction() as session:
            await chats.upsert(session, chat_id, "private", now, **({"spoken": spoken.value} if spoken else {}))
            row = await registrations.occurrence(session, day.occurrence)
            party = await _party(session, chat_id)
            if await stored.of_party(session, row.id or 0, party) is None:
                draft = Application(
                    occurrence_id=row.id or 0, chat_id=chat_id, party=party, applied_at=now, changed_at=now
                )
                await stored.save(session, draft)
            return await self._day(session, row, snapshot, party)

    async def find(self, occurrence_id: int, chat_id: int | None = None) -> Day:
        """A day that is stored; raises NoDayError."""
        snapshot = await self.knowledge(self.clock.now())
        async with self.database.read() as session:
            row = await registrations.find_occurrence(session, occurrence_id)
            party = await _party(session, chat_id) if chat_id else None
            return await self._day(session, row, snapshot, party)

    async def wish(self, occurrence_id: int, chat_id: int, member_id: str) -> Day:
        """Whom they wish to see: added as the last, or taken away. Raises NotOpenError, ClosedError, CancelledError."""
        async with self._changing(occurrence_id, chat_id) as (session, day, application):
            if day.member(member_id) is None:
                raise NoDayError
            kept = [one for one in application.wishes if one != member_id]
            application.wishes = kept if member_id in application.wishes else [*kept, member_id]
            if not application.wishes:
                application.state = ApplicationState.DRAFT
            await stored.save(session, application)
        return await self.find(occurrence_id, chat_id)

    async def apply(self, occurrence_id: int, chat_id: int, product: str) -> Day:
        """The application with what they make, in a line; raises NoWishError besides what `wish` raises."""
        async with self._changing(occurrence_id, chat_id) as (session, _, application):
            if not application.wishes:
                raise NoWishError
            application.product = " ".join(product.split())[:LONGEST_PRODUCT]
            if application.state not in OPEN_STATES:
                application.state, application.applied_at = ApplicationState.APPLIED, self.clock.now()
            application.chat_id, application.changed_at = chat_id, self.clock.now()
            await stored.save(session, application)
        log.info("mentoring.applied", occurrence=occurrence_id)
        return await self.find(occurrence_id, chat_id)

    async def withdraw(self, occurrence_id: int, chat_id: int) -> Day:
        """Give it up; a slot that comes free goes to who has none. Raises NoDayError and DecidedError."""
        now = self.clock.now()
        snapshot = await self.knowledge(now)
        async with self.database.transaction() as session:
            row = await registrations.locked(session, occurrence_id)
            day = await self._day(session, row, snapshot, await _party(session, chat_id))
            if day.own is None or not day.takes_part or day.occurrence.starts_at <= now:
                raise DecidedError
            day.own.state, day.own.changed_at = ApplicationState.WITHDRAWN, now
            await stored.save(session, day.own)
            await stored.remove_slots(session, Slot.application_id == day.own.id)
            if day.is_published:
                await placing.fill(session, Words(day, snapshot, now))
        self.wake()
        return await self.find(occurrence_id, chat_id)

    async def coming(self) -> list[Day]:
        """For staff: the days for which somebody applied, the next one first."""
        now = self.clock.now()
        snapshot = await self.knowledge(now)
        async with self.database.read() as session:
            rows = await stored.coming(session, now)
            return [await self._day(session, row, snapshot, None) for row in rows if _is_known(row, snapshot)]

    async def applications(self, occurrence_id: int) -> list[Application]:
        """For staff: all but drafts and what was withdrawn, who applied first comes first."""
        async with self.database.read() as session:
            return await stored.applications(session, occurrence_id, (*OPEN_STATES, ApplicationState.DECLINED))

    async def application(self, application_id: int) -> Application:
        """Raises DecidedError for one that is gone."""
        async with self.database.read() as session:
            if application := await stored.get(session, application_id):
                return application
        raise DecidedError

    async def decide(self, application_id: int, reason: str | None = None) -> Application:
        """Admit it, or decline it with a `reason` (of telling.REASONS); the founder is told. Raises DecidedError."""
        now = self.clock.now()
        snapshot = await self.knowledge(now)
        async with self.database.transaction() as session:
            application = await stored.get(session, application_id)
            row = await registrations.locked(session, application.occurrence_id) if application else None
            if application is None or application.state not in (ApplicationState.APPLIED, ApplicationState.DECLINED):
                raise DecidedError
            day = await self._day(session, row, snapshot, application.party)
            application.state = ApplicationState.DECLINED if reason else ApplicationState.ADMITTED
            application.reason, application.changed_at = reason, now
            await stored.save(session, application)
            await telling.decision(session, Words(day, snapshot, now), application)
        self.wake()
        return application

    async def timetable(self, occurrence_id: int) -> list[Slot]:
        async with self.database.read() as session:
            return await stored.slots(session, occurrence_id)

    async def move(self, slot_id: int, member_id: str, at: datetime) -> Day:
        """Staff put a slot elsewhere; who sits there changes places with it. Raises TakenError, NoDayError."""
        async with self._arranging(slot_id) as (session, words, slot):
            await placing.move(session, words, slot, member_id, at)
        return await self.find(slot.occurrence_id)

    async def free(self, slot_id: int) -> Day:
        """Staff take a slot away; raises NoDayError."""
        async with self._arranging(slot_id) as (session, words, slot):
            await stored.remove_slots(session, Slot.id == slot_id)
            if words.day.is_published:
                await telling.slots_of(session, words, slot.application_id)
        return await self.find(slot.occurrence_id)

    async def publish(self, occurrence_id: int) -> Day:
        """Tell everybody who was admitted when they see whom; raises PublishedError and NoDayError."""
        now = self.clock.now()
        snapshot = await self.knowledge(now)
        async with self.database.transaction() as session:
            row = await registrations.locked(session, occurrence_id)
            day = await self._day(session, row, snapshot, None)
            if day.timetable is None or day.is_published or day.occurrence.cancelled:
                raise PublishedError
            await stored.publish(session, day.timetable, now)
            for application in await stored.applications(session, day.id, (ApplicationState.ADMITTED,)):
                await telling.slots_of(session, Words(day, snapshot, now), application.id or 0)
        self.wake()
        return await self.find(occurrence_id)

    async def cancel(self, occurrence_id: int) -> Day:
        """The day does not take place: everybody is told, and no more reminded. Raises NoDayError."""
        now = self.clock.now()
        snapshot = await self.knowledge(now)
        async with self.database.transaction() as session:
            row = await registrations.locked(session, occurrence_id)
            day = await self._day(session, row, snapshot, None)
            if not day.occurrence.cancelled:
                words = Words(day, snapshot, now)
                await duties.withdraw(session, words)
                day.occurrence.cancelled, day.occurrence.revision = True, day.occurrence.revision + 1
                session.add(day.occurrence)
                await telling.cancelled(session, words)
        self.wake()
        return await self.find(occurrence_id)

    async def advance(self) -> None:
        """Whatever time brings; called every half a second, by as many processes as like."""
        now = self.clock.now()
        snapshot = await self.knowledge(now)
        async with self.database.read() as session:
            rows = await self._to_watch(session, snapshot, now)
            days = [await self._day(session, row, snapshot, None) for row in rows]
            due = [day for day in days if await duties.waits(session, Words(day, snapshot, now))]
        for day in due:
            async with self.database.transaction() as session:
                row = await registrations.occurrence(session, day.occurrence)
                locked = await self._day(session, row, snapshot, None)
                await duties.do(session, Words(locked, snapshot, now))
        if due:
            self.wake()

    async def _to_watch(self, session: AsyncSession, snapshot: Snapshot, now: datetime) -> list[StoredOccurrence]:
        """Days that are stored, and those of which registration is open by now."""
        known = {(row.record_id, row.original_at): row for row in await stored.coming(session, now)}
        for programme in snapshot.of_kind(Programme):
            for row in await self._rows(session, programme, now):
                if await self._is_open(session, row, snapshot, now):
                    known.setdefault((row.record_id, row.original_at), row)
        return [row for row in known.values() if _is_known(row, snapshot)]

    async def _is_open(self, session: AsyncSession, row: StoredOccurrence, snapshot: Snapshot, now: datetime) -> bool:
        return (await self._day(session, row, snapshot, None)).is_open(now)

    async def _rows(self, session: AsyncSession, programme: Programme, now: datetime) -> list[StoredOccurrence]:
        kept = {
            row.original_at: row for row in await registrations.of_record(session, Programme.kind, programme.id, now)
        }
        planned = [planned_row(programme, one) for one in islice(occurrences(programme, now, self.zone), SHOWN)]
        return [kept.get(row.original_at, row) for row in planned if row.ends_at > now]

    async def _day(
        self, session: AsyncSession, row: StoredOccurrence | None, snapshot: Snapshot, party: str | None
    ) -> Day:
        programme = snapshot.get(Programme, row.record_id) if row and row.kind == Programme.kind else None
        if row is None or programme is None:
            raise NoDayError
        members = members_of(programme, snapshot)
        if row.id is None:
            return Day(programme, row, members, self.zone)
        own = await stored.of_party(session, row.id, party) if party else None
        slots: Sequence[Slot] = await stored.slots_of(session, own.id or 0) if own else ()
        counts = await stored.counts(session, row.id)
        return Day(
            programme,
            row,
            members,
            self.zone,
            own,
            tuple(slots),
            await stored.timetable(session, row.id),
            sum(counts.get(state, 0) for state in OPEN_STATES),
        )

    @asynccontextmanager
    async def _changing(self, occurrence_id: int, chat_id: int) -> AsyncIterator[tuple[AsyncSession, Day, Application]]:
        """The own application, while one can apply and it is not decided; the day is locked."""
        now = self.clock.now()
        snapshot = await self.knowledge(now)
        async with self.database.transaction() as session:
            row = await registrations.locked(session, occurrence_id)
            day = await self._day(session, row, snapshot, await _party(session, chat_id))
            _demand_open(day, now)
            if day.own is None:
                raise NoDayError
            if day.own.state in (ApplicationState.ADMITTED, ApplicationState.DECLINED):
                raise DecidedError
            yield session, day, day.own

    @asynccontextmanager
    async def _arranging(self, slot_id: int) -> AsyncIterator[tuple[AsyncSession, Words, Slot]]:
        """A slot of a day that is to come, locked."""
        now = self.clock.now()
        snapshot = await self.knowledge(now)
        async with self.database.transaction() as session:
            slot = await stored.slot(session, slot_id)
            row = await registrations.locked(session, slot.occurrence_id) if slot else None
            day = await self._day(session, row, snapshot, None)
            if slot is None or day.occurrence.ends_at <= now:
                raise NoDayError
            yield session, Words(day, snapshot, now), slot
        self.wake()


def _demand_open(day: Day, now: datetime) -> None:
    if day.occurrence.cancelled:
        raise CancelledError
    if now < day.opens_at:
        raise NotOpenError
    if now >= day.closes_at:
        raise ClosedError


def _is_known(row: StoredOccurrence, snapshot: Snapshot) -> bool:
    return snapshot.get(Programme, row.record_id) is not None


async def _party(session: AsyncSession, chat_id: int) -> str:
    """For whom the chat applies: its company, or itself."""
    member = await memberships.of_chat(session, chat_id)
    return member.company_id if member else f"chat:{chat_id}"
