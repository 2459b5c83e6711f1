"""When a chat's party is at a mentoring day, as calendars show it: all day long until it has times of its own."""

from dataclasses import replace

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.calendar_files.entries import Asked, Entry, uid_of
from bot.languages import Language
from bot.mentoring.notices import Words
from bot.mentoring.reading import Days, is_known, party_of
from bot.messages.texts import texts_in
from storage import mentoring as stored
from storage.models import Application


async def entries_of(session: AsyncSession, asked: Asked, days: Days) -> list[Entry]:
    """Of the days to which the party is admitted."""
    party = await party_of(session, asked.chat_id)
    rows = [row for row in await stored.admitted_to(session, party, asked.since) if is_known(row, asked.snapshot)]
    found = [await days.read(session, row, asked.snapshot, party) for row in rows]
    return [
        entry
        for day in found
        if day.own
        for entry in _entries(Words(day, asked.snapshot, asked.since), day.own, asked.language)
    ]


def _entries(words: Words, own: Application, language: Language) -> list[Entry]:
    """Calendars know the first time by the day's UID, so that it takes the day's place."""
    day, row, texts = words.day, words.day.occurrence, texts_in(language)
    whole = Entry(
        uid=uid_of(row, own.id or 0, 0),
        occurrence_id=day.id,
        revision=row.revision - 1,
        starts=row.starts_at,
        ends=row.ends_at,
        summary=words.name(language),
        place=words.place(language),
        note=words.bring(texts),
        cancelled=row.cancelled,
    )
    if not day.is_published:
        return [whole]
    by_time = sorted(day.slots, key=lambda slot: slot.begins_at)
    return [
        replace(
            whole,
            uid=uid_of(row, own.id or 0, number),
            starts=slot.begins_at,
            ends=slot.begins_at + day.slot_length,
            summary=texts("calendar-slot", name=whole.summary, expert=words.expert(slot.member_id, language)),
        )
        for number, slot in enumerate(by_time)
    ]
