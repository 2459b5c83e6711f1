"""Questions and what was answered, kept so that none is answered twice and that answers can be rated."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.answering.explaining import from_json, to_json
from bot.answering.types import Answer, Context, Explanation, Outcome
from bot.support import case_of
from storage import cases, chats, exchanges
from storage.database import Database
from storage.models import Exchange, Rating


@dataclass(frozen=True)
class Asked:
    """A message in a chat of Telegram's `chat_type`, which was about `context` when it came.

    `by_staff`: whoever asks may ask why it was answered so, even after the knowledge has changed.
    """

    chat_id: int
    chat_type: str
    message_id: int
    text: str
    context: Context | None = None
    by_staff: bool = False


@dataclass(frozen=True)
class Begun:
    """An exchange by its id, with the context that its question was read in; `reply_id` is the answer shown already."""

    id: int
    reply_id: int | None
    context: Context | None


@dataclass(frozen=True)
class Explained:
    """What came of a question that was asked `at`, and why."""

    at: datetime
    outcome: Outcome
    confidence: float
    explanation: Explanation


async def find(database: Database, chat_id: int, message_id: int) -> Begun | None:
    """What the message began, if it came before: an edit, or a question whose work was cut short."""
    async with database.read() as session:
        exchange = await exchanges.by_message(session, chat_id, message_id)
        return _begun(exchange) if exchange else None


async def begin(database: Database, asked: Asked, answer: Answer, now: datetime) -> Begun:
    """Keep an answer before it is sent; what is handed over goes to staff.

    A message that came before keeps its exchange and its context.
    """
    async with database.transaction() as session:
        await chats.upsert(session, asked.chat_id, asked.chat_type, now, spoken=answer.language.value)
        before = await exchanges.by_message(session, asked.chat_id, asked.message_id)
        handed_over = before is not None and before.outcome == Outcome.HANDOVER
        exchange = await exchanges.put(session, _exchange(asked, answer, now))
        await _settle_case(session, exchange, now, handed_over=handed_over)
        return _begun(exchange)


async def sent(
    database: Database, chat_id: int, exchange_id: int, reply_id: int | None, context: Context | None
) -> None:
    """The answer is in the chat, as the message `reply_id` if that is known; the chat is about its latest answer."""
    async with database.transaction() as session:
        if reply_id is not None:
            await exchanges.set_reply(session, exchange_id, reply_id)
        latest = await exchanges.latest(session, chat_id)
        if latest and latest.id == exchange_id:
            await chats.set_context(session, chat_id, context.as_json() if context else None)


async def rate(database: Database, chat_id: int, exchange_id: int, rating: Rating) -> bool:
    """Keep a thumb; False for an answer that is not of this chat or was forgotten."""
    async with database.transaction() as session:
        return await exchanges.rate(session, exchange_id, chat_id, rating)


async def why(database: Database, chat_id: int, exchange_id: int) -> Explained | None:
    """Why a question of this chat was answered so; None if it was forgotten, or asked by nobody of the staff."""
    async with database.read() as session:
        exchange = await exchanges.get(session, exchange_id)
    if exchange is None or exchange.chat_id != chat_id or exchange.explanation is None:
        return None
    return Explained(exchange.at, Outcome(exchange.outcome), exchange.confidence, from_json(exchange.explanation))


async def _settle_case(session: AsyncSession, exchange: Exchange, now: datetime, *, handed_over: bool) -> None:
    """A case follows its question; one that a person asked for stays open whatever the assistant answers."""
    case = case_of(exchange, now)
    if exchange.outcome == Outcome.HANDOVER:
        await cases.put(session, case)
    elif exchange.id is not None:
        await cases.reword(session, exchange.id, case.question, case.language)
        if handed_over:
            await cases.close(session, exchange.id)


def _begun(exchange: Exchange) -> Begun:
    context = Context.from_json(exchange.context) if exchange.context else None
    return Begun(exchange.id or 0, exchange.reply_id, context)


def _exchange(asked: Asked, answer: Answer, now: datetime) -> Exchange:
    return Exchange(
        chat_id=asked.chat_id,
        message_id=asked.message_id,
        question=asked.text,
        context=asked.context.as_json() if asked.context else None,
        outcome=answer.outcome.value,
        records=[list(key) for key in answer.records],
        confidence=answer.confidence,
        language=answer.language.value,
        at=now,
        explanation=to_json(answer.explanation) if asked.by_staff else None,
    )
