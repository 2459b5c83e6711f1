"""What staff change about a mentoring day itself; each call is one transaction, and everybody it concerns is told."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.knowledge.kinds import Facility
from bot.mentoring import moving, telling
from bot.mentoring.days import Day, day_by_rule
from bot.mentoring.errors import (
    CancelledError,
    FarError,
    NoPlaceError,
    OtherDayError,
    PastError,
    SpanError,
    StartedError,
)
from bot.mentoring.notices import Words
from bot.mentoring.reading import SETTLED, Days
from bot.occurrences import occurrences_between
from storage import mentoring as stored

DAY = timedelta(days=1)
FURTHEST = timedelta(days=366)
"""How far ahead a day can be moved."""


@dataclass(frozen=True)
class Changing:
    """All raise MentoringError."""

    days: Days

    async def concerned(self, occurrence_id: int) -> int:
        """How many chats would be told of a change."""
        words = await self.days.words(await self.days.find(occurrence_id))
        async with self.days.database.read() as session:
            return await telling.count(session, words)

    async def check(self, occurrence_id: int, starts: datetime, ends: datetime) -> Day:
        """The day, if it can be moved there; raises what `move` raises."""
        words = await self.days.words(await self.days.find(occurrence_id))
        async with self.days.database.read() as session:
            await _demand_movable(session, words, starts, ends)
        return words.day

    async def move(self, occurrence_id: int, starts: datetime, ends: datetime) -> Day:
        """To [starts, ends). Raises NoDay, Cancelled, Started, Past, Far, Span and OtherDayError."""
        async with self._changing(occurrence_id) as (session, words):
            row = words.day.occurrence
            await _demand_movable(session, words, starts, ends)
            if (row.starts_at, row.ends_at) != (starts, ends):
                row.by_hand = True
                await moving.take_place(session, words, starts, ends, row.place)
        return await self.days.find(occurrence_id)

    async def relocate(self, occurrence_id: int, facility_id: str) -> Day:
        """To another facility. Raises NoDay, Cancelled, Started and NoPlaceError."""
        async with self._changing(occurrence_id) as (session, words):
            row = words.day.occurrence
            if words.snapshot.get(Facility, facility_id) is None:
                raise NoPlaceError
            if row.cancelled:
                raise CancelledError
            if row.place != facility_id:
                row.by_hand = True
                await moving.take_place(session, words, row.starts_at, row.ends_at, facility_id)
        return await self.days.find(occurrence_id)

    async def cancel(self, occurrence_id: int) -> Day:
        """The day does not take place: everybody is told, and no more reminded. Raises NoDayError and StartedError."""
        async with self._changing(occurrence_id) as (session, words):
            if not words.day.occurrence.cancelled:
                words.day.occurrence.by_hand = True
                await moving.cancel(session, words)
        return await self.days.find(occurrence_id)

    async def resume(self, occurrence_id: int) -> Day:
        """A cancelled day takes place after all. Raises NoDay, Started and OtherDayError."""
        async with self._changing(occurrence_id) as (session, words):
            row = words.day.occurrence
            if row.cancelled:
                await _demand_free(session, words, row.starts_at)
                row.by_hand = True
                await moving.take_place(session, words, row.starts_at, row.ends_at, row.place)
        return await self.days.find(occurrence_id)

    @asynccontextmanager
    async def _changing(self, occurrence_id: int) -> AsyncIterator[tuple[AsyncSession, Words]]:
        async with self.days.locked(occurrence_id) as (session, words):
            if words.day.occurrence.starts_at <= words.now:
                raise StartedError
            yield session, words


async def _demand_movable(session: AsyncSession, words: Words, starts: datetime, ends: datetime) -> None:
    row = words.day.occurrence
    if row.starts_at <= words.now:
        raise StartedError
    if row.cancelled:
        raise CancelledError
    if starts <= words.now:
        raise PastError
    if starts > words.now + FURTHEST:
        raise FarError
    if not words.day.slot_length <= ends - starts <= DAY:
        raise SpanError
    await _demand_free(session, words, starts)


async def _demand_free(session: AsyncSession, words: Words, starts: datetime) -> None:
    """No other day of the programme is on that date, neither one that is stored nor one by its rule."""
    day = words.day
    on = starts.astimezone(day.zone).date()
    rows = await stored.of_programme(session, day.programme.id, words.now - SETTLED)
    others = (row for row in rows if row.id != day.id and not row.cancelled)
    taken = any(row.starts_at.astimezone(day.zone).date() == on for row in others)
    midnight = datetime(on.year, on.month, on.day, tzinfo=day.zone)
    kept = {day_by_rule(day.programme, row, day.zone, words.now) for row in rows}
    by_rule = occurrences_between(day.programme, midnight, midnight + DAY, day.zone)
    fresh = (one for one in by_rule if one.starts.date() == on and one.original.date() not in kept)
    if taken or any(fresh):
        raise OtherDayError
