"""What is stored about a chat: met, remembered, shown, erased."""

from dataclasses import dataclass
from datetime import datetime

from bot.answering.types import Context
from bot.awaited import Awaited
from bot.languages import Language
from bot.people import memberships, preferences, standing
from bot.people.preferences import Wishes
from bot.people.standing import NOBODY, Standing
from storage import announcements, calendars, cases, chats, exchanges, meetings, mentoring, mentors, registrations
from storage.database import Database
from storage.models import (
    Application,
    CalendarFeed,
    Case,
    Chat,
    Exchange,
    MeetingFeedback,
    MeetingResult,
    Mentor,
)


@dataclass(frozen=True)
class Held:
    """All that the store knows of a chat; exchanges, cases and applications for mentoring days oldest first.

    Announcements, those that were read, sign-ups for events, answers to follow-ups, results that the person recorded of
    others, and what their calendar was told are counted; `results` and `feedback` are of the own applications. `mentor`
    is who they are as an expert.
    """

    chat: Chat
    exchanges: list[Exchange]
    cases: list[Case]
    wishes: Wishes
    announcements: int
    acknowledged: int
    registrations: int
    applications: list[Application]
    results: list[MeetingResult]
    feedback: list[MeetingFeedback]
    follow_ups: int
    recorded: int
    mentor: Mentor | None
    calendar_entries: int
    calendar_feed: CalendarFeed | None


@dataclass(frozen=True)
class Known:
    """What matters of a chat whenever somebody writes there; no `chat` for one that is not stored."""

    chat: Chat | None = None
    standing: Standing = NOBODY


async def find(database: Database, chat_id: int) -> Chat | None:
    async with database.read() as session:
        return await chats.get(session, chat_id)


async def known(database: Database, chat_id: int) -> Known:
    async with database.read() as session:
        chat = await chats.get(session, chat_id)
        return Known(chat, await standing.load(session, chat_id)) if chat else Known()


async def meet(database: Database, chat_id: int, chat_type: str, now: datetime, spoken: Language) -> None:
    """Somebody began to use the assistant here, and is answered in that language."""
    async with database.transaction() as session:
        await chats.upsert(session, chat_id, chat_type, now, spoken=spoken.value)


async def choose_language(
    database: Database, chat_id: int, chat_type: str, language: Language | None, now: datetime
) -> None:
    """None is automatic: by what is written."""
    async with database.transaction() as session:
        await chats.upsert(session, chat_id, chat_type, now, user_language=language)


async def keep_context(database: Database, chat_id: int, context: Context | None) -> None:
    """What the chat is about now; nothing is kept of a chat that is not stored."""
    async with database.transaction() as session:
        await chats.set_context(session, chat_id, context.as_json() if context else None)


async def await_answer(database: Database, chat_id: int, awaited: Awaited, now: datetime) -> None:
    """What the next typed message of a private chat may answer."""
    async with database.transaction() as session:
        said = {"awaited": awaited.as_json(), "spoken": awaited.language.value}
        await chats.upsert(session, chat_id, "private", now, **said)


async def set_reachable(database: Database, chat_id: int, *, reachable: bool) -> None:
    async with database.transaction() as session:
        await chats.set_reachable(session, chat_id, reachable=reachable)


async def move(database: Database, old_id: int, new_id: int, now: datetime) -> None:
    """A group became a supergroup, which has another id."""
    async with database.transaction() as session:
        await chats.migrate_group(session, old_id, new_id, now)


async def held(database: Database, chat_id: int) -> Held | None:
    """None for a chat that is not stored."""
    async with database.read() as session:
        chat = await chats.get(session, chat_id)
        if chat is None:
            return None
        applications = await mentoring.of_chat(session, chat_id)
        return Held(
            chat,
            await exchanges.of_chat(session, chat_id),
            await cases.of_chat(session, chat_id),
            await preferences.load(session, chat_id),
            *await announcements.of_chat(session, chat_id),
            await registrations.count_of_chat(session, chat_id),
            applications,
            await meetings.results(session, [one.id or 0 for one in applications]),
            *await meetings.said_by(session, chat_id),
            await meetings.recorded_by(session, chat_id),
            await mentors.get(session, chat_id),
            await calendars.count_of_chat(session, chat_id),
            await calendars.feed_of(session, chat_id),
        )


async def forget(database: Database, chat_id: int) -> bool:
    """Erase all of it, and leave the company; False if there was nothing."""
    async with database.transaction() as session:
        await mentoring.forget(session, chat_id)  # before leaving, which hands it to colleagues
        await memberships.leave(session, chat_id)
        await announcements.unwatch(session, chat_id)
        await mentors.remove(session, chat_id)
        await meetings.forget_recorder(session, chat_id)
        return await chats.forget(session, chat_id)
