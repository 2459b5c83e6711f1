"""When staff want a programme's reminders."""

from collections.abc import Sequence
from dataclasses import dataclass

import structlog

from bot.mentoring.days import Day
from bot.mentoring.errors import NoDayError
from bot.mentoring.reading import Days
from bot.mentoring.reminders.due import minutes_of
from bot.mentoring.reminders.kinds import Kind
from bot.mentoring.reminders.table import KINDS
from storage import reminder_times
from storage.models import ReminderTime

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class ReminderTimes:
    """A change counts for what is not written yet, of all days of the day's programme. All raise NoDayError."""

    days: Days

    async def of(self, occurrence_id: int) -> tuple[Day, Sequence[tuple[Kind, int | None]]]:
        """The day, and the kinds with their minutes, None for never."""
        day = await self.days.find(occurrence_id)
        async with self.days.database.read() as session:
            times = await reminder_times.every(session)
        return day, [(kind, minutes_of(kind, day.programme.id, times)) for kind in KINDS]

    async def change(self, occurrence_id: int, name: str, minutes: int | None) -> None:
        """The kind of that name comes then from now on: at one of its presets, or never."""
        kind = next((one for one in KINDS if one.name == name), None)
        if kind is None or (minutes is not None and minutes not in kind.presets):
            raise NoDayError
        day = await self.days.find(occurrence_id)
        async with self.days.database.transaction() as session:
            row = ReminderTime(record_id=day.programme.id, kind=name, minutes=minutes)
            await reminder_times.put(session, row)
        log.info("reminder.timed", programme=day.programme.id, kind=name, minutes=minutes)
