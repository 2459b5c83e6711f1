"""What staff change about a mentoring day itself; each call is one transaction, and everybody it concerns is told."""

from dataclasses import dataclass

from bot.mentoring import duties, telling
from bot.mentoring.days import Day
from bot.mentoring.reading import Days


@dataclass(frozen=True)
class Changing:
    """All raise MentoringError."""

    days: Days

    async def cancel(self, occurrence_id: int) -> Day:
        """The day does not take place: everybody is told, and no more reminded. Raises NoDayError."""
        async with self.days.locked(occurrence_id) as (session, words):
            row = words.day.occurrence
            if not row.cancelled:
                await duties.withdraw(session, words)
                row.cancelled, row.by_hand, row.revision = True, True, row.revision + 1
                session.add(row)
                await telling.cancelled(session, words)
        return await self.days.find(occurrence_id)
