"""What a tenant signed up for, as their phone's calendar takes it: a file of one thing, or a feed of all."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.calendar_files.entries import Asked, Entry
from bot.calendar_files.telling import KEPT, changes, is_over, tell
from bot.errors import ParkbotError
from bot.knowledge.snapshot import Snapshot
from bot.languages import Language
from bot.mentoring import calendar_entries as of_mentoring
from bot.mentoring.service import Mentoring
from bot.messages.texts import texts_in
from bot.registrations import calendar_entries as of_events
from bot.registrations.service import Registrations
from storage import calendars as stored
from storage import chats
from storage.audience import DEFAULT_LANGUAGE
from storage.database import Database
from storage.models import CalendarEntry, CalendarFeed, Chat


class NothingToAddError(ParkbotError):
    """The chat has no seat and no time there, and its calendar has none either."""

    def __init__(self) -> None:
        super().__init__(self.__doc__ or "")


@dataclass(frozen=True)
class Feed:
    """A calendar over HTTP; the `etag` is the same as long as the body is."""

    body: bytes
    etag: str
    modified: datetime


@dataclass(frozen=True)
class PhoneCalendars:
    registrations: Registrations
    mentoring: Mentoring

    async def file(self, occurrence_id: int, chat_id: int) -> bytes:
        """What the chat's calendar is to have of an occurrence, or to lose; raises NothingToAddError."""
        now, snapshot = await self._now()
        async with self._database.transaction() as session:
            language = _language(await chats.locked(session, chat_id))
            entries = await self._entries(session, Asked(chat_id, now - KEPT, language, snapshot))
            rows = await tell(session, chat_id, entries, now, occurrence_id)
            present = [row.uid for row in rows if not row.content["cancelled"]]
            if not present and not any(row.as_file for row in rows):
                raise NothingToAddError
            await stored.mark_as_file(session, chat_id, present)
        # start-up time: no answer needs the calendar's library
        from bot.calendar_files import writing  # noqa: PLC0415

        return writing.file(rows, texts_in(language), self.registrations.zone)

    async def has_file(self, occurrence_id: int, chat_id: int) -> bool:
        """Whether the chat took a file of the occurrence."""
        async with self._database.read() as session:
            return await stored.has_file(session, occurrence_id, chat_id)

    async def feed(self, feed: CalendarFeed) -> Feed:
        """All that the chat signed up for; what is cancelled or over is shown for KEPT."""
        now, snapshot = await self._now()
        async with self._database.read() as session:
            language = _language(await chats.get(session, feed.chat_id))
            asked = Asked(feed.chat_id, now - KEPT, language, snapshot)
            entries, told = await self._entries(session, asked), await stored.entries(session, feed.chat_id)
        if changes(told, entries, feed.chat_id, now) or any(is_over(row, now) for row in told):
            told = await self._tell(asked, now)
        # start-up time: no answer needs the calendar's library
        from bot.calendar_files import writing  # noqa: PLC0415

        shown = [row for row in told if not row.content["cancelled"] or row.changed_at > now - KEPT]
        body = writing.feed(shown, _name(snapshot, language), texts_in(language), self.registrations.zone)
        modified = max([feed.made_at, *(row.changed_at for row in told)])
        return Feed(body, hashlib.sha256(body).hexdigest()[:32], modified)

    async def _tell(self, asked: Asked, now: datetime) -> list[CalendarEntry]:
        async with self._database.transaction() as session:
            await chats.locked(session, asked.chat_id)
            return await tell(session, asked.chat_id, await self._entries(session, asked), now)

    async def _entries(self, session: AsyncSession, asked: Asked) -> list[Entry]:
        return [
            *await of_events.entries_of(session, asked, self.registrations.zone),
            *await of_mentoring.entries_of(session, asked, self.mentoring.days),
        ]

    async def _now(self) -> tuple[datetime, Snapshot]:
        now = self.registrations.clock.now()
        return now, await self.registrations.knowledge(now)

    @property
    def _database(self) -> Database:
        return self.registrations.database


def _language(chat: Chat | None) -> Language:
    """In which the chat is told whatever it is told unasked."""
    return Language((chat and (chat.user_language or chat.spoken)) or DEFAULT_LANGUAGE)


def _name(snapshot: Snapshot, language: Language) -> str:
    """The park's, by which the phone lists the calendar."""
    return snapshot.park.name.to(language) if snapshot.park else texts_in(language)("calendar-title")
