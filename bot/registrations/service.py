"""Signing up for events: seats, a waiting list, offers, reminders; each call is one transaction."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import Clock
from bot.knowledge.kinds import Event
from bot.knowledge.snapshot import Snapshot
from bot.languages import Language
from bot.registrations import moving, reminders, seats
from bot.registrations.dates import Date, look, upcoming
from bot.registrations.errors import CancelledError, ClosedError, NoDateError, NotOwnError, OfferOverError
from bot.registrations.notices import Words
from storage import chats, records
from storage import registrations as stored
from storage.database import Database
from storage.models import Membership, Registration, RegistrationState, StoredOccurrence

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Registrations:
    """`knowledge` reads what is in force; `wake` tells the delivery that there is work. All raise RegistrationError."""

    database: Database
    clock: Clock
    zone: ZoneInfo
    knowledge: Callable[[datetime], Awaitable[Snapshot]]
    wake: Callable[[], object] = field(default=lambda: None)

    async def dates(self, event_id: str, chat_id: int) -> list[Date]:
        """The next dates of an event; raises NoDateError when none are left."""
        now, event = self.clock.now(), await self._event(event_id)
        async with self.database.read() as session:
            found = await upcoming(session, event, chat_id, now, self.zone)
        if not found:
            raise NoDateError
        return found

    async def sign_up(self, event_id: str, original_at: datetime, chat_id: int, spoken: Language | None = None) -> Date:
        """Register the chat, or put it on the waiting list; nothing changes for one that did before.

        `spoken` is the language in which it is told so, and of what it is told later.

        Raises NoDateError, CancelledError and ClosedError.
        """
        now, event = self.clock.now(), await self._event(event_id)
        async with self.database.transaction() as session:
            known = await upcoming(session, event, chat_id, now, self.zone)
            planned = next((one for one in known if one.occurrence.original_at == original_at), None)
            if planned is None:
                raise NoDateError
            await chats.upsert(session, chat_id, "private", now, **({"spoken": spoken.value} if spoken else {}))
            date = await look(session, event, await stored.occurrence(session, planned.occurrence), chat_id)
            if not date.present:
                self._demand_open(date, now)
                await stored.save(session, _registration(date, chat_id, now))
                log.info("registration.made", record=event_id)
            return await look(session, event, date.occurrence, chat_id)

    async def leave(self, occurrence_id: int, chat_id: int) -> Date:
        """Give up the place; the seat is offered to who waits. Raises NotOwnError and NoDateError once it is over."""
        now, snapshot = self.clock.now(), await self.knowledge(self.clock.now())
        async with self.database.transaction() as session:
            date = await self._own(session, snapshot, occurrence_id, chat_id, now)
            if date.own and date.present:
                date.own.state, date.own.changed_at = RegistrationState.WITHDRAWN, now
                await stored.save(session, date.own)
                await seats.fill(session, self._words(date, snapshot, now))
        self.wake()
        return date

    async def take(self, occurrence_id: int, chat_id: int) -> Date:
        """Take an offered seat; raises OfferOverError when the time for it is over."""
        now, snapshot = self.clock.now(), await self.knowledge(self.clock.now())
        async with self.database.transaction() as session:
            date = await self._own(session, snapshot, occurrence_id, chat_id, now)
            own = date.own
            if own is None or own.state is RegistrationState.REGISTERED:
                return date
            if own.state is not RegistrationState.OFFERED or own.offered_until is None or own.offered_until <= now:
                raise OfferOverError
            own.state, own.changed_at = RegistrationState.REGISTERED, now
            await stored.save(session, own)
            return date

    async def confirm(self, occurrence_id: int, chat_id: int) -> Date:
        """The person said, on being reminded, that they are coming; raises NotOwnError."""
        now, snapshot = self.clock.now(), await self.knowledge(self.clock.now())
        async with self.database.transaction() as session:
            date = await self._own(session, snapshot, occurrence_id, chat_id, now)
            if date.own is None or date.own.state is not RegistrationState.REGISTERED:
                raise NotOwnError
            date.own.confirmed_at = now
            await stored.save(session, date.own)
            return date

    async def own(self, chat_id: int) -> list[Date]:
        """What the chat signed up for and is not over, the next one first."""
        now, snapshot = self.clock.now(), await self.knowledge(self.clock.now())
        async with self.database.read() as session:
            rows = await stored.present_of_chat(session, chat_id, now)
            events = [(snapshot.get(Event, row.record_id), row) for _, row in rows]
            return [await look(session, event, row, chat_id) for event, row in events if event]

    async def words(self, date: Date) -> Words:
        now = self.clock.now()
        return self._words(date, await self.knowledge(now), now)

    async def find(self, occurrence_id: int, chat_id: int | None = None) -> Date:
        """A date as it stands; raises NoDateError."""
        now = self.clock.now()
        snapshot = await self.knowledge(now)
        async with self.database.read() as session:
            row = await stored.find_occurrence(session, occurrence_id)
            event = snapshot.get(Event, row.record_id) if row else None
            if row is None or event is None:
                raise NoDateError
            return await look(session, event, row, chat_id)

    async def attended(self) -> list[Date]:
        """For staff: the dates to come for which somebody signed up, the next one first."""
        now = self.clock.now()
        snapshot = await self.knowledge(now)
        async with self.database.read() as session:
            rows = await stored.coming(session, Event.kind, now)
            events = [(snapshot.get(Event, row.record_id), row) for row in rows]
            return [await look(session, event, row) for event, row in events if event]

    async def attendees(self, occurrence_id: int) -> list[tuple[Registration, Membership | None]]:
        """For staff: who is registered or waits, in the order in which they came."""
        async with self.database.read() as session:
            return await stored.attendees(session, occurrence_id)

    async def advance(self) -> None:
        """Whatever time or a change of the knowledge brings; called twice a second, by as many processes as like."""
        now = self.clock.now()
        async with self.database.read() as session:
            rows = await stored.coming(session, Event.kind, now)
        if not rows:
            return
        snapshot = await self.knowledge(now)
        async with self.database.read() as session:
            waiting = await self._waiting(session, rows, snapshot, now)
        for occurrence_id in waiting:
            async with self.database.transaction() as session:
                await self._advance_date(session, occurrence_id, snapshot, now)
        if waiting:
            self.wake()

    async def _waiting(
        self, session: AsyncSession, rows: list[StoredOccurrence], snapshot: Snapshot, now: datetime
    ) -> list[int]:
        """The dates with something to do, by their ids, the next one first."""
        events = [(snapshot.get(Event, row.record_id), row) for row in rows]
        found = {row.id for event, row in events if moving.differs(event, row, self.zone)}
        dates = [Words(event, row, snapshot, self.zone, now) for event, row in events if event and not row.cancelled]
        found |= await seats.waiting(session, dates, now) | await reminders.waiting(session, dates)
        return [row.id for row in rows if row.id and row.id in found]

    async def _advance_date(self, session: AsyncSession, occurrence_id: int, snapshot: Snapshot, now: datetime) -> None:
        row = await stored.locked(session, occurrence_id)
        if await records.revision(session) != snapshot.revision:
            return  # a replica that knows more may have moved the date: this one must not move it back
        event = snapshot.get(Event, row.record_id) if row else None
        named = event or (await _retired(session, row) if row else None)
        if row is None or named is None:
            return
        words = Words(named, row, snapshot, self.zone, now)
        moved = await moving.follow(session, words, event)
        if not row.cancelled:
            await seats.expire(session, words)
            await reminders.enqueue(session, words, moved=moved)

    def _words(self, date: Date, snapshot: Snapshot, now: datetime) -> Words:
        return Words(date.event, date.occurrence, snapshot, self.zone, now)

    async def _event(self, event_id: str) -> Event:
        event = (await self.knowledge(self.clock.now())).get(Event, event_id)
        if event is None:
            raise NoDateError
        return event

    async def _own(
        self, session: AsyncSession, snapshot: Snapshot, occurrence_id: int, chat_id: int, now: datetime
    ) -> Date:
        row = await stored.locked(session, occurrence_id)
        event = snapshot.get(Event, row.record_id) if row else None
        if row is None or event is None or row.ends_at <= now:
            raise NoDateError
        date = await look(session, event, row, chat_id)
        if not date.present:
            raise NotOwnError
        return date

    def _demand_open(self, date: Date, now: datetime) -> None:
        if date.occurrence.cancelled:
            raise CancelledError
        if date.closes(self.zone) <= now:
            raise ClosedError


def _registration(date: Date, chat_id: int, now: datetime) -> Registration:
    """A place of its own: a seat where one is free and nobody waits for it. One that was given up begins anew."""
    seated = date.free is None or (date.free > 0 and date.waiting == 0)
    registration = date.own or Registration(
        occurrence_id=date.occurrence.id or 0,
        chat_id=chat_id,
        state=RegistrationState.WAITING,
        queued_at=now,
        changed_at=now,
    )
    registration.state = RegistrationState.REGISTERED if seated else RegistrationState.WAITING
    registration.queued_at = registration.changed_at = now
    registration.confirmed_at = None
    return registration


async def _retired(session: AsyncSession, row: StoredOccurrence) -> Event | None:
    """The event as it was last known."""
    record = await records.get(session, row.kind, row.record_id)
    return Event.model_validate(record.data) if record else None
