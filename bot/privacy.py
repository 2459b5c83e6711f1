"""What is stored about a chat: shown, handed out, erased."""

from dataclasses import dataclass
from datetime import datetime

from bot.languages import Language
from storage import cases, chats, exchanges
from storage.database import Database
from storage.models import Case, Chat, Exchange


@dataclass(frozen=True)
class Held:
    """All that the store knows of a chat; exchanges and cases oldest first."""

    chat: Chat
    exchanges: list[Exchange]
    cases: list[Case]


async def held(database: Database, chat_id: int) -> Held | None:
    """None for a chat that is not stored."""
    async with database.read() as session:
        chat = await chats.get(session, chat_id)
        if chat is None:
            return None
        return Held(chat, await exchanges.of_chat(session, chat_id), await cases.of_chat(session, chat_id))


async def choose_language(
    database: Database, chat_id: int, chat_type: str, language: Language | None, now: datetime
) -> None:
    """None is automatic: by what is written."""
    async with database.transaction() as session:
        chat = await chats.upsert(session, chat_id, chat_type, now)
        chat.user_language = language


async def forget(database: Database, chat_id: int) -> bool:
    """Erase all of it; False if there was nothing."""
    async with database.transaction() as session:
        return await chats.forget(session, chat_id)
