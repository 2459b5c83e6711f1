"""Mentoring days: what founders and staff do about them, and what time brings."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.knowledge.kinds import Programme
from bot.knowledge.snapshot import Snapshot
from bot.mentoring import duties, waiting_list
from bot.mentoring.applying import Applying
from bot.mentoring.arranging import Arranging
from bot.mentoring.changing import Changing
from bot.mentoring.delaying import Delaying
from bot.mentoring.notices import Words
from bot.mentoring.offers import Offers
from bot.mentoring.presence import Presence
from bot.mentoring.reading import Days, is_known
from bot.mentoring.rosters import Rosters
from storage import mentoring as stored
from storage import registrations
from storage.models import StoredOccurrence


@dataclass(frozen=True)
class Mentoring:
    days: Days
    applying: Applying
    arranging: Arranging
    changing: Changing
    offers: Offers
    delaying: Delaying
    presence: Presence
    rosters: Rosters

    @classmethod
    def of(cls, days: Days) -> "Mentoring":
        return cls(
            days,
            Applying(days),
            Arranging(days),
            Changing(days),
            Offers(days),
            Delaying(days),
            Presence(days),
            Rosters(days),
        )

    async def advance(self) -> None:
        """Whatever time brings; called every half a second, by as many processes as like."""
        now = self.days.clock.now()
        snapshot = await self.days.knowledge(now)
        async with self.days.database.read() as session:
            rows = await self._to_watch(session, snapshot, now)
            days = [await self.days.read(session, row, snapshot) for row in rows]
            due = [day for day in days if await _waits(session, Words(day, snapshot, now))]
        for day in due:
            async with self.days.database.transaction() as session:
                row = await registrations.occurrence(session, day.occurrence)
                locked = await self.days.read(session, row, snapshot)
                await _do(session, Words(locked, snapshot, now))
        if due:
            self.days.wake()

    async def _to_watch(self, session: AsyncSession, snapshot: Snapshot, now: datetime) -> list[StoredOccurrence]:
        """Days that are stored, and those of which registration is open by now."""
        known = {(row.record_id, row.original_at): row for row in await stored.coming(session, now)}
        for programme in snapshot.of_kind(Programme):
            for row in await self.days.rows(session, programme, now):
                if (await self.days.read(session, row, snapshot)).is_open(now):
                    known.setdefault((row.record_id, row.original_at), row)
        return [row for row in known.values() if is_known(row, snapshot)]


async def _waits(session: AsyncSession, words: Words) -> bool:
    return await duties.waits(session, words) or await waiting_list.waits(session, words)


async def _do(session: AsyncSession, words: Words) -> None:
    if await waiting_list.waits(session, words):
        await waiting_list.expire(session, words)
    await duties.do(session, words)
