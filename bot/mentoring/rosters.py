"""Whom an expert sees: the next day's meetings at one table, and nothing of others."""

from dataclasses import dataclass

from bot.mentoring.meetings import Meeting, meetings_of
from bot.mentoring.notices import Words
from bot.mentoring.reading import Days


@dataclass(frozen=True)
class Roster:
    """Of an expert's table, by time; no meetings before the timetable is published."""

    words: Words
    member_id: str
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True)
class Rosters:
    days: Days

    async def following(self, member_id: str) -> Roster | None:
        """That of the next day to which the expert comes; None if there is none."""
        coming = await self.days.coming()
        day = next((one for one in coming if one.member(member_id) and not one.occurrence.cancelled), None)
        if day is None:
            return None
        async with self.days.database.read() as session:
            meetings = await meetings_of(session, day) if day.is_published else ()
        own = tuple(one for one in meetings if one.slot.member_id == member_id)
        return Roster(await self.days.words(day), member_id, own)
