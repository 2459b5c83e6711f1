"""Which number a calendar is told of a thing: it counts up whenever something else is told of it than the last time."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.calendar_files.entries import Entry
from storage import calendars as stored
from storage.models import CalendarEntry

KEPT = timedelta(days=30)
"""So long what is over, and what is cancelled, is still told."""


def changes(
    told: Sequence[CalendarEntry], entries: Iterable[Entry], chat_id: int, now: datetime
) -> list[CalendarEntry]:
    """What is to be told otherwise than it was: the entries as they are now; any that is no more is cancelled.

    What is over for KEPT is left out.
    """
    before = {row.uid: row for row in told}
    present = {entry.uid: entry for entry in entries if not _is_past(entry, now)}
    gone = [replace(Entry.of(row), cancelled=True) for row in told if row.uid not in present and not is_over(row, now)]
    return [
        _next(entry, before.get(entry.uid), chat_id, now)
        for entry in (*present.values(), *gone)
        if entry.uid not in before or before[entry.uid].content != entry.content
    ]


def is_over(row: CalendarEntry, now: datetime) -> bool:
    """Whether it is over for so long that calendars are told of it no more."""
    return _is_past(Entry.of(row), now)


async def tell(
    session: AsyncSession, chat_id: int, entries: Iterable[Entry], now: datetime, occurrence_id: int | None = None
) -> list[CalendarEntry]:
    """What the calendars of a chat, which must be locked, are told now of all things, or of one occurrence."""
    told = await stored.entries(session, chat_id, occurrence_id)
    await stored.remove(session, chat_id, [row.uid for row in told if is_over(row, now)])
    asked = [entry for entry in entries if occurrence_id in (None, entry.occurrence_id)]
    await stored.save(session, changes(told, asked, chat_id, now))
    return await stored.entries(session, chat_id, occurrence_id)


def _is_past(entry: Entry, now: datetime) -> bool:
    return entry.ends <= now - KEPT


def _next(entry: Entry, before: CalendarEntry | None, chat_id: int, now: datetime) -> CalendarEntry:
    return CalendarEntry(
        chat_id=chat_id,
        uid=entry.uid,
        occurrence_id=entry.occurrence_id,
        sequence=max(before.sequence + 1, entry.revision) if before else entry.revision,
        content=entry.content,
        as_file=before is not None and before.as_file,
        changed_at=now,
    )
