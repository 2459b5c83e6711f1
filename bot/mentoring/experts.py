"""What staff change about the experts' tables of one day; each call is one transaction.

Once the timetable is published, times that become free by it are offered to who waits.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.mentoring import telling, waiting_list
from bot.mentoring.days import Day
from bot.mentoring.errors import CancelledError, NoDayError, SeatedError
from bot.mentoring.notices import Words
from bot.mentoring.reading import Days
from storage import mentoring as stored
from storage.models import ExpertTable, Slot


@dataclass(frozen=True)
class Experts:
    """All raise MentoringError."""

    days: Days

    async def invite(self, occurrence_id: int, member_id: str) -> Day:
        """The expert comes on this day; any member of the alliance may. Raises NoDayError and CancelledError."""
        async with self._changing(occurrence_id, member_id) as (session, words, table):
            table.present = True
            await waiting_list.fill(session, await _arranged(session, words, table))
        return await self.days.find(occurrence_id)

    async def excuse(self, occurrence_id: int, member_id: str) -> Day:
        """The expert does not come, or goes: their slots that have not begun are freed, and who knew of one is told.

        Raises as `invite` does.
        """
        async with self._changing(occurrence_id, member_id) as (session, words, table):
            table.present = False
            slots = await stored.slots_and_offers(session, words.day.id)
            to_come = [one for one in slots if one.member_id == member_id and one.begins_at > words.now]
            await stored.remove_slots(session, col(Slot.id).in_([one.id for one in to_come]))
            without = await _arranged(session, words, table)
            if without.day.is_published:
                await _refill(session, without, {one.application_id for one in to_come})
        return await self.days.find(occurrence_id)

    async def limit(self, occurrence_id: int, member_id: str, most: int | None) -> Day:
        """So many slots at most; raises SeatedError if there are more, besides what `invite` raises."""
        async with self._changing(occurrence_id, member_id) as (session, words, table):
            slots = await stored.slots_and_offers(session, words.day.id)
            if most is not None and sum(one.member_id == member_id for one in slots) > most:
                raise SeatedError
            table.most = most
            await waiting_list.fill(session, await _arranged(session, words, table))
        return await self.days.find(occurrence_id)

    async def pause(self, occurrence_id: int, member_id: str, at: datetime, *, closed: bool) -> Day:
        """Close one of the day's times, or open it again; raises SeatedError if somebody has it, and NoDayError."""
        async with self._changing(occurrence_id, member_id) as (session, words, table):
            day = words.day
            if at not in day.times:
                raise NoDayError
            slots = await stored.slots_and_offers(session, day.id)
            if closed and any((one.member_id, one.starts_at) == (member_id, at) for one in slots):
                raise SeatedError
            kept = [one for one in day.times if day.is_break(member_id, one) and one != at]
            breaks = sorted([*kept, at] if closed else kept)
            table.breaks = [round((one - day.occurrence.starts_at).total_seconds() / 60) for one in breaks]
            await waiting_list.fill(session, await _arranged(session, words, table))
        return await self.days.find(occurrence_id)

    @asynccontextmanager
    async def _changing(
        self, occurrence_id: int, member_id: str
    ) -> AsyncIterator[tuple[AsyncSession, Words, ExpertTable]]:
        async with self.days.locked(occurrence_id) as (session, words):
            day = words.day
            if day.expert(member_id) is None or day.is_over(words.now):
                raise NoDayError
            if day.occurrence.cancelled:
                raise CancelledError
            new = ExpertTable(occurrence_id=day.id, member_id=member_id, present=day.is_present(member_id))
            yield session, words, day.arranged.get(member_id) or new


async def _arranged(session: AsyncSession, words: Words, table: ExpertTable) -> Words:
    """The words of the day with this table, which is kept."""
    await stored.save(session, table)
    return replace(words, day=replace(words.day, arranged={**words.day.arranged, table.member_id: table}))


async def _refill(session: AsyncSession, words: Words, concerned: set[int]) -> None:
    """Whoever lost a slot is told once: of what they are offered instead, of what is left to them, or that none is."""
    empty = concerned - await _holding(session, words)
    await waiting_list.fill(session, words)
    offered = empty & await _holding(session, words)
    for application_id in sorted(concerned - offered):
        await telling.slots_of(session, words, application_id)


async def _holding(session: AsyncSession, words: Words) -> set[int]:
    """The applications with a slot, or with one on offer."""
    return {one.application_id for one in await stored.slots_and_offers(session, words.day.id)}
