"""What a chat is registered for, as calendars show it."""

from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.calendar_files.entries import Asked, Entry, uid_of
from bot.knowledge.kinds import Event
from bot.languages import Language
from bot.registrations.notices import Words
from storage import registrations as stored


async def entries_of(session: AsyncSession, asked: Asked, zone: ZoneInfo) -> list[Entry]:
    rows = await stored.registered_of_chat(session, asked.chat_id, asked.since)
    events = [(asked.snapshot.get(Event, row.record_id), row) for row in rows]
    words = [Words(event, row, asked.snapshot, zone, asked.since) for event, row in events if event]
    return [_entry(one, asked.language) for one in words]


def _entry(words: Words, language: Language) -> Entry:
    row = words.occurrence
    return Entry(
        uid=uid_of(row),
        occurrence_id=row.id or 0,
        revision=row.revision - 1,
        starts=row.starts_at,
        ends=row.ends_at,
        summary=words.name(language),
        place=words.place(language),
        cancelled=row.cancelled,
    )
