"""Questions handed to staff."""

from dataclasses import dataclass
from datetime import datetime

from bot.languages import Language
from storage import cases, chats, exchanges
from storage.database import Database
from storage.models import Case, Exchange


@dataclass(frozen=True)
class Note:
    """A message that somebody wrote for people, not for the assistant."""

    chat_id: int
    message_id: int
    text: str
    language: Language


async def hand_over_latest(database: Database, chat_id: int, now: datetime) -> bool:
    """Hand the chat's last question over; False if it never asked one."""
    async with database.transaction() as session:
        exchange = await exchanges.latest(session, chat_id)
        if exchange is not None:
            await cases.put(session, case_of(exchange, now))
        return exchange is not None


async def hand_over_text(database: Database, note: Note, now: datetime) -> None:
    """Hand over what somebody wrote for people, once; in a private chat."""
    case = Case(
        chat_id=note.chat_id,
        message_id=note.message_id,
        question=note.text[: exchanges.MAX_QUESTION],
        language=note.language,
        created_at=now,
    )
    async with database.transaction() as session:
        await chats.upsert(session, note.chat_id, "private", now)
        await cases.add(session, case)


def case_of(exchange: Exchange, now: datetime) -> Case:
    """The question of an exchange as a case for staff."""
    return Case(
        chat_id=exchange.chat_id,
        exchange_id=exchange.id,
        question=exchange.question,
        language=exchange.language,
        created_at=now,
    )
