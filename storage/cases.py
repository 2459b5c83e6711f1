"""Questions handed over to people."""

from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import upsert
from storage.models import Case, CaseState


async def add(session: AsyncSession, case: Case) -> bool:
    """Hand the question over; False if its exchange or its message was handed over before. The chat must be stored."""
    return await upsert.insert_new(session, case)


async def put(session: AsyncSession, case: Case) -> None:
    """Hand the question of an exchange over; one that was handed over before is open again, as it reads now."""
    await upsert.put(session, case, key={"exchange_id"}, change={"question", "language", "state"})


async def reword(session: AsyncSession, exchange_id: int, question: str, language: str) -> None:
    """The question of an exchange that was handed over reads otherwise now."""
    handed_over = update(Case).where(col(Case.exchange_id) == exchange_id)
    await session.exec(handed_over.values(question=question, language=language))


async def close(session: AsyncSession, exchange_id: int) -> None:
    """The exchange needs no staff any more."""
    opened = (col(Case.exchange_id) == exchange_id, col(Case.state) == CaseState.OPEN)
    await session.exec(update(Case).where(*opened).values(state=CaseState.CLOSED))


async def waiting(session: AsyncSession, limit: int = 100) -> list[Case]:
    """Open cases, oldest first."""
    opened = select(Case).where(Case.state == CaseState.OPEN)
    return list((await session.exec(opened.order_by(col(Case.id)).limit(limit))).all())


async def of_chat(session: AsyncSession, chat_id: int) -> list[Case]:
    """All cases of the chat, oldest first."""
    handed_over = select(Case).where(Case.chat_id == chat_id)
    return list((await session.exec(handed_over.order_by(col(Case.id)))).all())
