"""Questions and what was answered, kept so that none is answered twice and that answers can be rated."""

from dataclasses import dataclass
from datetime import datetime

from bot.answering.types import Answer, Outcome
from bot.support import case_of
from storage import cases, chats, exchanges
from storage.database import Database
from storage.models import Exchange, Rating


@dataclass(frozen=True)
class Asked:
    """A tenant's message in a chat of Telegram's `chat_type`."""

    chat_id: int
    chat_type: str
    message_id: int
    text: str


@dataclass(frozen=True)
class Begun:
    """An exchange by its id; `reply_id` is the answer that the chat shows already."""

    id: int
    reply_id: int | None


async def begin(database: Database, asked: Asked, answer: Answer, now: datetime) -> Begun:
    """Keep an answer before it is sent, and what the chat is now about; what is handed over goes to staff.

    A message that was answered before, because a crash came in between or because it was edited, keeps its exchange.
    """
    context = answer.context.as_json() if answer.context else None
    async with database.transaction() as session:
        await chats.upsert(session, asked.chat_id, asked.chat_type, now, context=context)
        exchange = await exchanges.put(session, _exchange(asked, answer, now))
        if answer.outcome is Outcome.HANDOVER:
            await cases.add(session, case_of(exchange, now))
    return Begun(exchange.id or 0, exchange.reply_id)


async def sent(database: Database, exchange_id: int, reply_id: int) -> None:
    """The answer is in the chat, as the message `reply_id`."""
    async with database.transaction() as session:
        await exchanges.set_reply(session, exchange_id, reply_id)


async def rate(database: Database, chat_id: int, exchange_id: int, rating: Rating) -> bool:
    """Keep a thumb; False for an answer that is not of this chat or was forgotten."""
    async with database.transaction() as session:
        return await exchanges.rate(session, exchange_id, chat_id, rating)


def _exchange(asked: Asked, answer: Answer, now: datetime) -> Exchange:
    return Exchange(
        chat_id=asked.chat_id,
        message_id=asked.message_id,
        question=asked.text,
        outcome=answer.outcome.value,
        records=[list(key) for key in answer.records],
        confidence=answer.confidence,
        language=answer.language.value,
        at=now,
    )
