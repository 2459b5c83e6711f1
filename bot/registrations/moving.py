"""Dates that staff moved or took away: those who signed up are told, and reminded of the new one."""

from functools import partial
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.knowledge.kinds import Event
from bot.occurrences import Occurrence, occurrence_of
from bot.posting import post
from bot.registrations import notices, reminders
from bot.registrations.dates import utc
from bot.registrations.notices import Words
from storage import registrations as stored
from storage.models import StoredOccurrence
from storage.outbox import Timing


def planned(event: Event | None, row: StoredOccurrence, zone: ZoneInfo) -> Occurrence | None:
    """When the date is to be by the record as it is now: of what recurs, on the day that it was; None if not at all."""
    if event is None:
        return None
    if not event.rrule:
        starts, ends = event.starts.replace(tzinfo=zone), event.ends.replace(tzinfo=zone)
        return Occurrence(starts, ends, starts, event.place)
    return occurrence_of(event, row.original_at.astimezone(zone).date(), zone)


def differs(event: Event | None, row: StoredOccurrence, zone: ZoneInfo) -> bool:
    """Whether the record says something else than what people were told."""
    now_planned = planned(event, row, zone)
    if event is None or now_planned is None:
        return not row.cancelled
    told = (row.starts_at, row.ends_at, row.place, row.cancelled)
    return told != (utc(now_planned.starts), utc(now_planned.ends), event.place, False)


async def follow(session: AsyncSession, words: Words, event: Event | None) -> bool:
    """Bring a date, which must be locked, to what the record says now, and tell everybody; whether that was needed."""
    row = words.occurrence
    if not differs(event, row, words.zone):
        return False
    await reminders.withdraw(session, row, words.now)
    row.revision += 1
    now_planned = planned(event, row, words.zone)
    if event is None or now_planned is None:
        row.cancelled = True
    else:
        row.starts_at, row.ends_at = utc(now_planned.starts), utc(now_planned.ends)
        row.place, row.cancelled = event.place, False
    session.add(row)
    await session.flush()
    await _tell(session, words)
    return True


async def _tell(session: AsyncSession, words: Words) -> None:
    row = words.occurrence
    timing = Timing(words.now, personal=True)
    if not row.cancelled:
        key, everybody = f"moved:{row.id}:{row.revision}", partial(stored.present, row.id or 0)
        await post(session, key, partial(notices.moved, words), everybody, timing, now=words.now)
        return
    key = f"cancelled:{row.id}:{row.revision}"
    for as_file in (False, True):
        compose = partial(notices.cancelled, words, as_file=as_file)
        some = partial(stored.present, row.id or 0, as_file=as_file)
        await post(session, key, compose, some, timing, now=words.now)
