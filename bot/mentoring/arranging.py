"""What staff do about who sees whom: admit, decline, change the timetable, publish it; each call is one transaction."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.mentoring import placing, telling, waiting_list
from bot.mentoring.days import Day
from bot.mentoring.errors import CancelledError, DecidedError, NoDayError, PublishedError
from bot.mentoring.notices import Words
from bot.mentoring.reading import Days
from storage import mentoring as stored
from storage.models import Application, ApplicationState, Slot

DECLINABLE = (ApplicationState.APPLIED,)
ADMISSIBLE = (*DECLINABLE, ApplicationState.DECLINED)


@dataclass(frozen=True)
class Arranging:
    """All raise MentoringError."""

    days: Days

    async def applications(self, occurrence_id: int) -> list[Application]:
        """All but drafts and what was withdrawn, who applied first comes first."""
        async with self.days.database.read() as session:
            return await stored.applications(session, occurrence_id, (*stored.LIVE, ApplicationState.DECLINED))

    async def every_application(self, occurrence_id: int) -> list[Application]:
        """Also drafts and what was withdrawn, who applied first comes first."""
        async with self.days.database.read() as session:
            return await stored.applications(session, occurrence_id, tuple(ApplicationState))

    async def application(self, application_id: int) -> Application:
        """Raises DecidedError for one that is gone."""
        async with self.days.database.read() as session:
            if application := await stored.get(session, application_id):
                return application
        raise DecidedError

    async def decide(self, application_id: int, reason: str | None = None) -> Application:
        """Admit it, or decline it with a `reason` (of telling.REASONS); the founder is told.

        What was declined can be admitted after all. Raises DecidedError, CancelledError and, after the day, NoDayError.
        """
        occurrence_id = (await self.application(application_id)).occurrence_id
        async with self.days.locked(occurrence_id) as (session, words):
            application = await stored.get(session, application_id)
            if application is None or application.state not in (DECLINABLE if reason else ADMISSIBLE):
                raise DecidedError
            if words.day.occurrence.cancelled:
                raise CancelledError
            if words.day.is_over(words.now):
                raise NoDayError
            application.state = ApplicationState.DECLINED if reason else ApplicationState.ADMITTED
            application.reason, application.changed_at = reason, words.now
            await stored.save(session, application)
            await telling.decision(session, words, application)
            await waiting_list.fill(session, words)
        return application

    async def timetable(self, occurrence_id: int) -> list[Slot]:
        """Also the slots that are on offer."""
        async with self.days.database.read() as session:
            return await stored.slots_and_offers(session, occurrence_id)

    async def move(self, slot_id: int, member_id: str, at: datetime) -> Day:
        """Put a slot elsewhere; who sits there changes places with it. Raises TakenError, NoDayError."""
        async with self._changing(slot_id) as (session, words, slot):
            await placing.move(session, words, slot, member_id, at)
        return await self.days.find(slot.occurrence_id)

    async def free(self, slot_id: int) -> Day:
        """Take a slot away, which goes to somebody else; raises NoDayError."""
        async with self._changing(slot_id) as (session, words, slot):
            if words.day.is_published:
                await stored.remove_slots(session, Slot.id == slot_id)
                await telling.slots_of(session, words, slot.application_id)
                await waiting_list.fill(session, words, freed_from=slot.application_id)
            else:
                await waiting_list.pass_over(session, words, slot)
        return await self.days.find(slot.occurrence_id)

    async def publish(self, occurrence_id: int) -> Day:
        """Tell everybody who was admitted when they see whom; raises PublishedError and NoDayError.

        Times that are free by then go to who has none, such as those who were admitted after the proposal.
        """
        async with self.days.locked(occurrence_id) as (session, words):
            day = words.day
            if day.timetable is None or day.is_published or day.occurrence.cancelled:
                raise PublishedError
            await waiting_list.seat(session, words)
            await stored.publish(session, day.timetable, words.now)
            for application in await stored.applications(session, day.id, (ApplicationState.ADMITTED,)):
                await telling.slots_of(session, words, application.id or 0)
        return await self.days.find(occurrence_id)

    @asynccontextmanager
    async def _changing(self, slot_id: int) -> AsyncIterator[tuple[AsyncSession, Words, Slot]]:
        """A slot of a day that is not over, locked."""
        async with self.days.database.read() as session:
            found = await stored.slot(session, slot_id)
        async with self.days.locked(found.occurrence_id if found else 0) as (session, words):
            slot = await stored.slot(session, slot_id)
            if slot is None or words.day.is_over(words.now):
                raise NoDayError
            yield session, words, slot
