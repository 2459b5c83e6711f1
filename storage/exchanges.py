"""Questions asked and what was answered."""

from datetime import datetime
from typing import NamedTuple

from sqlmodel import col, func, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import upsert
from storage.models import Exchange, Rating

MAX_QUESTION = 4096
UNANSWERED = ("handover", "choose")
ANSWER = {"question", "outcome", "records", "confidence", "language", "at", "explanation", "rating"}


async def put(session: AsyncSession, exchange: Exchange) -> Exchange:
    """Keep the exchange, whose chat must be stored; a long question is cut.

    It takes the place of what its message began before, if it did: the same id and reply, but not yet rated.
    """
    exchange.question = exchange.question[:MAX_QUESTION]
    return await upsert.put(session, exchange, key={"chat_id", "message_id"}, change=ANSWER)


async def get(session: AsyncSession, exchange_id: int) -> Exchange | None:
    return await session.get(Exchange, exchange_id)


async def by_message(session: AsyncSession, chat_id: int, message_id: int) -> Exchange | None:
    """The exchange that the tenant's message began."""
    asked = select(Exchange).where(Exchange.chat_id == chat_id, Exchange.message_id == message_id)
    return (await session.exec(asked)).one_or_none()


async def latest(session: AsyncSession, chat_id: int) -> Exchange | None:
    """The last exchange of the chat."""
    asked = select(Exchange).where(Exchange.chat_id == chat_id)
    return (await session.exec(asked.order_by(col(Exchange.id).desc()).limit(1))).one_or_none()


async def of_chat(session: AsyncSession, chat_id: int) -> list[Exchange]:
    """All exchanges of the chat, oldest first."""
    asked = select(Exchange).where(Exchange.chat_id == chat_id)
    return list((await session.exec(asked.order_by(col(Exchange.id)))).all())


class Refused(NamedTuple):
    """A question that was not answered, and how often it was asked in these words."""

    question: str
    times: int


async def refused(session: AsyncSession, *, since: datetime, limit: int) -> list[Refused]:
    """Questions handed to people or given back, the most frequent and latest first."""
    times, last = func.count(), func.max(Exchange.at)
    asked = (
        select(Exchange.question, times)
        .where(col(Exchange.outcome).in_(UNANSWERED), Exchange.at >= since)
        .group_by(Exchange.question)
        .order_by(times.desc(), last.desc())
        .limit(limit)
    )
    return [Refused(*row) for row in (await session.exec(asked)).all()]


async def set_reply(session: AsyncSession, exchange_id: int, reply_id: int) -> None:
    """The answer was sent, as this message."""
    await session.exec(update(Exchange).where(col(Exchange.id) == exchange_id).values(reply_id=reply_id))


async def rate(session: AsyncSession, exchange_id: int, chat_id: int, rating: Rating) -> bool:
    """Rate an answer in its own chat; False if there is none such."""
    rated = (col(Exchange.id) == exchange_id, col(Exchange.chat_id) == chat_id)
    return (await session.exec(update(Exchange).where(*rated).values(rating=rating))).rowcount == 1
