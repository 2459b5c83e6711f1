"""Questions handed to staff."""

from datetime import datetime

from bot.languages import Language
from storage import cases, chats, exchanges
from storage.database import Database
from storage.models import Case, Exchange


async def hand_over_latest(database: Database, chat_id: int, now: datetime) -> bool:
    """Hand the chat's last question over; False if it never asked one."""
    async with database.transaction() as session:
        exchange = await exchanges.latest(session, chat_id)
        if exchange is not None:
            await cases.put(session, case_of(exchange, now))
        return exchange is not None


async def hand_over_text(database: Database, chat_id: int, text: str, language: Language, now: datetime) -> None:
    """Hand over what somebody wrote for people, not for the assistant; in a private chat."""
    async with database.transaction() as session:
        await chats.upsert(session, chat_id, "private", now)
        question = text[: exchanges.MAX_QUESTION]
        await cases.add(session, Case(chat_id=chat_id, question=question, language=language, created_at=now))


def case_of(exchange: Exchange, now: datetime) -> Case:
    """The question of an exchange as a case for staff."""
    return Case(
        chat_id=exchange.chat_id,
        exchange_id=exchange.id,
        question=exchange.question,
        language=exchange.language,
        created_at=now,
    )
