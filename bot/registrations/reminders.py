"""The kinds of reminder before an event, and when each is due."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import metrics
from bot.posting import post
from bot.quiet_hours import after_quiet, before_quiet
from bot.registrations import notices
from bot.registrations.notices import Words
from storage import outbox
from storage import registrations as stored
from storage.models import StoredOccurrence
from storage.outbox import Timing
from storage.registrations import Due, Quiet

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Reminder:
    """`kind` names it in keys and texts; it is due so many days (by the park's calendar) and hours before the start."""

    kind: str
    days: int = 0
    hours: int = 0

    def due(self, starts_at: datetime, zone: ZoneInfo, quiet: Quiet) -> datetime:
        """When it goes to people with these quiet hours: in them, half an hour before they begin."""
        at = starts_at - timedelta(hours=self.hours)
        if self.days:
            wall = at.astimezone(zone).replace(tzinfo=None) - timedelta(days=self.days)
            at = wall.replace(tzinfo=zone).astimezone(starts_at.tzinfo)
        return before_quiet(at, zone, quiet)


REMINDERS = (Reminder("day", days=1), Reminder("hours", hours=2))
EARLIEST = timedelta(days=4)
"""No reminder is due longer before the start, quiet hours included."""
LATE = timedelta(minutes=5)
"""Who is reminded so much later than meant is told that it is late."""


async def waiting(session: AsyncSession, dates: Sequence[Words]) -> set[int]:
    """Those of the dates of which a reminder is due and not written, by their ids."""
    return {due.occurrence_id for due in await _unwritten(session, dates)}


async def enqueue(session: AsyncSession, words: Words, *, moved: bool) -> None:
    """Write the reminders of a date, which must be locked, that are due and not written.

    The key has the kind, the occurrence with its revision, and the chat: it cannot be written twice. None is late of a
    date that was only `moved` to where it is just now.
    """
    for due in await _unwritten(session, [words]):
        late = not moved and words.now - due.at > LATE
        count = await _write(session, words, due, late=late)
        metrics.REMINDERS.labels(late="yes" if late else "no").inc(count)
        log.info("reminder.written", key=due.key, count=count, late=late)


async def _write(session: AsyncSession, words: Words, due: Due, *, late: bool) -> int:
    """To people who sleep by now it goes when they wake, if that is before the start."""
    starts_at, wakes = words.occurrence.starts_at, after_quiet(words.now, words.zone, due.quiet)
    read_at = wakes if wakes < starts_at else words.now
    timing = Timing(due.at, read_at > words.now, urgency=0, expires_at=starts_at, personal=True)
    compose = partial(notices.reminder, replace(words, now=read_at), late=late)
    return await post(session, due.key, compose, partial(stored.to_remind, due), timing, now=words.now)


async def _unwritten(session: AsyncSession, dates: Sequence[Words]) -> list[Due]:
    near = {
        one.occurrence.id or 0: one
        for one in dates
        if not one.occurrence.cancelled and one.now < one.occurrence.starts_at < one.now + EARLIEST
    }
    quiet_hours = await stored.quiet_hours(session, near)
    due = [_last_due(near[date], quiet) for date, some in quiet_hours.items() for quiet in some]
    return await stored.unwritten(session, [one for one in due if one])


def _last_due(words: Words, quiet: Quiet) -> Due | None:
    """The last reminder that is due: what came before it makes no sense any more."""
    date, found = words.occurrence, None
    for reminder in REMINDERS:
        at = reminder.due(date.starts_at, words.zone, quiet)
        if at <= words.now:
            found = Due(date.id or 0, quiet, at, key_of(reminder.kind, date))
    return found


def key_of(kind: str, occurrence: StoredOccurrence) -> str:
    return f"reminder:{kind}:{occurrence.id}:{occurrence.revision}"


async def withdraw(session: AsyncSession, occurrence: StoredOccurrence, now: datetime) -> None:
    """What is written of the revision so far and not sent is not sent any more."""
    for reminder in REMINDERS:
        await outbox.withdraw(session, key_of(reminder.kind, occurrence), now)
