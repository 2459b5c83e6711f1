"""The kinds of reminder before an event, and when each is due."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.posting import post
from bot.quiet_hours import before_quiet
from bot.registrations import notices
from bot.registrations.notices import Words
from storage import outbox
from storage import registrations as stored
from storage.models import StoredOccurrence
from storage.outbox import Timing
from storage.registrations import Quiet


@dataclass(frozen=True)
class Reminder:
    """`kind` names it in keys and texts; it is due so many days (by the park's calendar) and hours before the start."""

    kind: str
    days: int = 0
    hours: int = 0

    def due(self, starts_at: datetime, zone: ZoneInfo, quiet: Quiet) -> datetime:
        """When it goes to people with these quiet hours: in them, half an hour before they begin."""
        local = starts_at.astimezone(zone)
        wall = (local.replace(tzinfo=None) - timedelta(days=self.days)).replace(tzinfo=zone)
        return before_quiet(wall.astimezone(starts_at.tzinfo) - timedelta(hours=self.hours), zone, quiet)


REMINDERS = (Reminder("day", days=1), Reminder("hours", hours=2))
EARLIEST = timedelta(days=3)
"""No reminder is due longer before the start, quiet hours included."""


async def waits(session: AsyncSession, words: Words) -> bool:
    """Whether a reminder of the date is due and not written."""
    return bool(await _unwritten(session, words))


async def enqueue(session: AsyncSession, words: Words) -> None:
    """Write the reminders of a date, which must be locked, that are due and not written.

    The key has the kind, the occurrence with its revision, and the chat: it cannot be written twice.
    """
    occurrence = words.occurrence
    for reminder, quiet, due_at in await _unwritten(session, words):
        key = key_of(reminder.kind, occurrence)
        timing = Timing(due_at, quiet=False, urgency=0, expires_at=occurrence.starts_at, personal=True)
        compose = partial(notices.reminder, reminder.kind, words)
        recipients = partial(stored.to_remind, occurrence.id or 0, due_at, quiet, key)
        await post(session, key, compose, recipients, timing, now=words.now)


async def _unwritten(session: AsyncSession, words: Words) -> list[tuple[Reminder, Quiet, datetime]]:
    occurrence = words.occurrence
    if occurrence.cancelled or not words.now < occurrence.starts_at < words.now + EARLIEST:
        return []
    due = [
        (reminder, quiet, due_at)
        for quiet in await stored.quiet_hours(session, occurrence.id or 0)
        for reminder in REMINDERS
        if (due_at := reminder.due(occurrence.starts_at, words.zone, quiet)) <= words.now
    ]
    return [
        (reminder, quiet, due_at)
        for reminder, quiet, due_at in due
        if await stored.anybody_to_remind(session, occurrence.id or 0, due_at, quiet, key_of(reminder.kind, occurrence))
    ]


def key_of(kind: str, occurrence: StoredOccurrence) -> str:
    return f"reminder:{kind}:{occurrence.id}:{occurrence.revision}"


async def withdraw(session: AsyncSession, occurrence: StoredOccurrence, now: datetime) -> None:
    """What is written of the revision so far and not sent is not sent any more."""
    for reminder in REMINDERS:
        await outbox.withdraw(session, key_of(reminder.kind, occurrence), now)
