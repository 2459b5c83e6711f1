"""Mentoring days: what founders and staff do about them, and what time brings."""

from dataclasses import dataclass
from datetime import datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.knowledge.kinds import Programme
from bot.knowledge.snapshot import Snapshot
from bot.mentoring import duties, moving, waiting_list
from bot.mentoring.afterwards import Afterwards
from bot.mentoring.applying import Applying
from bot.mentoring.arranging import Arranging
from bot.mentoring.changing import Changing
from bot.mentoring.delaying import Delaying
from bot.mentoring.experts import Experts
from bot.mentoring.notices import Words
from bot.mentoring.offers import Offers
from bot.mentoring.presence import Presence
from bot.mentoring.reading import Days, is_known
from bot.mentoring.reminders.due import Times
from bot.mentoring.reminders.table import LONGEST
from bot.mentoring.reminders.times import ReminderTimes
from bot.mentoring.results import Results
from bot.mentoring.rosters import Rosters
from storage import mentoring as stored
from storage import records, registrations, reminder_times
from storage.models import StoredOccurrence

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Mentoring:
    days: Days
    applying: Applying
    arranging: Arranging
    changing: Changing
    experts: Experts
    offers: Offers
    delaying: Delaying
    presence: Presence
    rosters: Rosters
    reminder_times: ReminderTimes
    results: Results
    afterwards: Afterwards

    @classmethod
    def of(cls, days: Days) -> "Mentoring":
        return cls(
            days,
            Applying(days),
            Arranging(days),
            Changing(days),
            Experts(days),
            Offers(days),
            Delaying(days),
            Presence(days),
            Rosters(days),
            ReminderTimes(days),
            Results(days),
            Afterwards(days),
        )

    async def advance(self) -> None:
        """Whatever time brings; called every half a second, by as many processes as like."""
        now = self.days.clock.now()
        snapshot = await self.days.knowledge(now)
        async with self.days.database.read() as session:
            times = await reminder_times.every(session)
            rows = await self._to_watch(session, snapshot, now, times)
            days = [await self.days.read(session, row, snapshot) for row in rows]
            due = [day for day in days if await _waits(session, Words(day, snapshot, now), times)]
            gone = await self._retired(session, snapshot, now)
        for day in due:
            async with self.days.database.transaction() as session:
                await self._advance_day(session, day.occurrence, snapshot, now)
        for occurrence_id in gone:
            await self._cancel_retired(occurrence_id, snapshot, now)
        if due or gone:
            self.days.wake()

    async def _advance_day(
        self, session: AsyncSession, planned: StoredOccurrence, snapshot: Snapshot, now: datetime
    ) -> None:
        row = await registrations.occurrence(session, planned)
        if await records.revision(session) != snapshot.revision:
            return  # a replica that knows more may have moved the day: this one must not move it back
        day = await self.days.read(session, row, snapshot)
        if words := await moving.follow(session, Words(day, snapshot, now)):
            await _do(session, words, await reminder_times.every(session))

    async def _retired(self, session: AsyncSession, snapshot: Snapshot, now: datetime) -> list[int]:
        """Days to come whose programme is not in force any more."""
        rows = await stored.coming(session, now)
        unknown = (row for row in rows if not is_known(row, snapshot))
        return [row.id or 0 for row in unknown if row.starts_at > now and not row.cancelled]

    async def _cancel_retired(self, occurrence_id: int, snapshot: Snapshot, now: datetime) -> None:
        async with self.days.database.transaction() as session:
            row = await registrations.locked(session, occurrence_id)
            if await records.revision(session) != snapshot.revision:
                return  # as above: the programme may be in force again
            day = await self.days.retired(session, row, snapshot) if row and not row.cancelled else None
            if day:
                await moving.cancel(session, Words(day, snapshot, now))
                log.info("mentoring.retired", occurrence=occurrence_id)

    async def _to_watch(
        self, session: AsyncSession, snapshot: Snapshot, now: datetime, times: Times
    ) -> list[StoredOccurrence]:
        """Days that are stored and not over or of which people are still to be told, and those that open by now."""
        rows = [row for row in await stored.begun_after(session, now - LONGEST) if is_known(row, snapshot)]
        known = {(row.record_id, row.original_at) for row in rows}
        for programme in snapshot.of_kind(Programme):
            planned = await self.days.rows(session, programme, now)
            rows += [row for row in planned if (row.record_id, row.original_at) not in known and row.id is None]
        words = ((row, Words(self.days.outline(row, snapshot), snapshot, now)) for row in rows)
        return [row for row, one in words if (row.id and row.ends_at > now) or duties.may_wait(one, times)]


async def _waits(session: AsyncSession, words: Words, times: Times) -> bool:
    """Whether there is anything to do for the day."""
    if moving.differs(words.day, words.now):
        return True
    return await duties.waits(session, words, times) or await waiting_list.waits(session, words)


async def _do(session: AsyncSession, words: Words, times: Times) -> None:
    if await waiting_list.waits(session, words):
        await waiting_list.expire(session, words)
    await duties.do(session, words, times)
