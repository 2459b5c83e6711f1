"""Running late: what is still to come of the day, or of one table, moves, and whoever it concerns is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.mentoring import duties, telling
from bot.mentoring.days import Day
from bot.mentoring.errors import CancelledError, ChangedError, NotTodayError
from bot.mentoring.reading import Days
from bot.messages.callbacks import mark_of
from storage import mentoring as stored
from storage.models import Slot

log = structlog.get_logger(__name__)

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Delaying:
    """Each call is one transaction. All raise MentoringError."""

    days: Days

    async def shift(self, occurrence_id: int, minutes: int, seen: str, member_id: str | None = None) -> Day:
        """Slots that have not begun, at one table or all, begin so much later, or sooner if negative.

        None begins before its own time, nor in the past. `seen` is the `state_of` the slots from which it was computed:
        raises ChangedError where they are otherwise by now, and NotTodayError but on the day itself.
        """
        async with self.days.locked(occurrence_id) as (session, words):
            if words.day.occurrence.cancelled:
                raise CancelledError
            if not words.day.is_on(words.now):
                raise NotTodayError
            slots = at_table(await stored.slots_and_offers(session, occurrence_id), member_id)
            if state_of(slots) != seen:
                raise ChangedError
            changed = [one for one in slots if one.begins_at > words.now and _shift(one, minutes, words.now)]
            for slot in changed:
                await stored.save(session, slot)
            for application_id in sorted({one.application_id for one in changed}):
                await telling.late(session, words, application_id)
                await duties.renew(session, words, application_id)
        log.info("mentoring.delayed", occurrence=occurrence_id, minutes=minutes, slots=len(changed))
        return await self.days.find(occurrence_id)


def at_table(slots: Sequence[Slot], member_id: str | None) -> list[Slot]:
    """Those of one table, or of all for None."""
    return [one for one in slots if member_id in (None, one.member_id)]


def state_of(slots: Sequence[Slot]) -> str:
    """A short name of who sits when and how late: another one after every change."""
    return mark_of(",".join(f"{one.id}+{one.delay}" for one in sorted(slots, key=lambda one: one.id or 0)))


def _shift(slot: Slot, minutes: int, now: datetime) -> bool:
    """Whether it begins at another time than before."""
    before, passed = slot.delay, -((slot.starts_at - now) // MINUTE)
    slot.delay = max(slot.delay + minutes, 0, passed)
    return slot.delay != before
