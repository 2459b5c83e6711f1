"""Whom an expert sees: the next day's meetings at one table, and nothing of others."""

from dataclasses import dataclass

from bot.mentoring.notices import Words
from bot.mentoring.reading import Days
from storage import mentoring as stored
from storage.models import Application, Slot


@dataclass(frozen=True)
class Roster:
    """Of an expert's table: each meeting with its application, by time; none before the timetable is published."""

    words: Words
    member_id: str
    meetings: tuple[tuple[Slot, Application], ...]


@dataclass(frozen=True)
class Rosters:
    days: Days

    async def following(self, member_id: str) -> Roster | None:
        """That of the next day to which the expert comes; None if there is none."""
        now = self.days.clock.now()
        coming = await self.days.coming()
        day = next((one for one in coming if one.member(member_id) and not one.occurrence.cancelled), None)
        if day is None:
            return None
        words = Words(day, await self.days.knowledge(now), now)
        return Roster(words, member_id, await self.meetings(day.id, member_id) if day.is_published else ())

    async def meetings(self, occurrence_id: int, member_id: str) -> tuple[tuple[Slot, Application], ...]:
        """All at the table, published or not, by time."""
        async with self.days.database.read() as session:
            slots = [one for one in await stored.slots(session, occurrence_id) if one.member_id == member_id]
            found = [(one, await stored.get(session, one.application_id)) for one in slots]
        return tuple((slot, application) for slot, application in found if application)
