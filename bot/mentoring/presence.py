"""Who says to come, who is there, and who never came; each call is one transaction."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.mentoring.attending import doors_open, last_end
from bot.mentoring.days import Day
from bot.mentoring.errors import CancelledError, DecidedError, DoorError, EarlyError, NoDayError, NoSlotError
from bot.mentoring.notices import Words
from bot.mentoring.reading import Days
from bot.people.secret_links import hash_of, secret
from storage import door_links
from storage import mentoring as stored
from storage.models import Application, ApplicationState

log = structlog.get_logger(__name__)

STAFF_BEFORE = timedelta(hours=6)
"""So long before the day staff can check somebody in."""


@dataclass(frozen=True)
class Presence:
    """Everybody of a party may speak for it. All raise MentoringError."""

    days: Days

    async def confirm(self, occurrence_id: int, chat_id: int) -> Day:
        """They are coming; raises NoSlotError."""
        async with self._with_slots(occurrence_id, chat_id) as (session, words, own):
            own.confirmed_at = own.confirmed_at or words.now
            await stored.save(session, own)
        return await self.days.find(occurrence_id, chat_id)

    async def arrive(self, occurrence_id: int, chat_id: int) -> Day:
        """They are there; raises NoSlotError, and EarlyError for who says so long before."""
        async with self._with_slots(occurrence_id, chat_id) as (session, words, own):
            if not doors_open(words.day, words.now):
                raise EarlyError
            await _arrived(session, words, own)
        return await self.days.find(occurrence_id, chat_id)

    async def open_door(self, occurrence_id: int) -> str:
        """A secret for a code at the door, kept nowhere; raises NoDayError."""
        made = secret()
        async with self.days.locked(occurrence_id) as (session, words):
            if words.day.occurrence.cancelled:
                raise CancelledError
            await door_links.add(session, hash_of(made), occurrence_id)
        return made

    async def arrive_at_door(self, made: str, chat_id: int) -> Day:
        """They scanned the code at the door; raises DoorError unless it is that day's, and NoSlotError."""
        async with self.days.database.read() as session:
            link = await door_links.get(session, hash_of(made))
        day = await self.days.find(link.occurrence_id) if link else None
        if link is None or day is None or not day.is_on(self.days.clock.now()):
            raise DoorError
        async with self._with_slots(link.occurrence_id, chat_id) as (session, words, own):
            await _arrived(session, words, own)
        return await self.days.find(link.occurrence_id, chat_id)

    async def check_in(self, application_id: int, *, here: bool) -> Day:
        """Staff say who is there, or that it was a mistake; raises NoSlotError and EarlyError."""
        async with self.days.database.read() as session:
            found = await stored.get(session, application_id)
        async with self.days.locked(found.occurrence_id if found else 0) as (session, words):
            application = await stored.get(session, application_id)
            if application is None or not await stored.slots_of(session, application_id):
                raise NoSlotError
            if words.now < words.day.occurrence.starts_at - STAFF_BEFORE:
                raise EarlyError
            if here:
                await _arrived(session, words, application)
            else:
                application.arrived_at = None
                await stored.save(session, application)
        return await self.days.find(application.occurrence_id)

    async def missed(self, application: Application) -> bool:
        """Whether its party had a time on the programme's last day before and never came."""
        day = await self.days.find(application.occurrence_id)
        async with self.days.database.read() as session:
            return application.party in await stored.parties_missing(session, day.occurrence)

    @asynccontextmanager
    async def _with_slots(
        self, occurrence_id: int, chat_id: int
    ) -> AsyncIterator[tuple[AsyncSession, Words, Application]]:
        """The party's application with slots on a day that is neither cancelled nor over; the day is locked."""
        async with self.days.locked(occurrence_id, chat_id) as (session, words):
            day = words.day
            if day.occurrence.cancelled:
                raise CancelledError
            if last_end(day) <= words.now:
                raise NoDayError
            if day.own and day.own.state is ApplicationState.WITHDRAWN:
                raise DecidedError
            if day.own is None or not day.slots or not day.is_published:
                raise NoSlotError
            yield session, words, day.own


async def _arrived(session: AsyncSession, words: Words, application: Application) -> None:
    if application.arrived_at is None:
        application.arrived_at = words.now
        await stored.save(session, application)
        log.info("mentoring.arrived", application=application.id)
