"""Questions handed over to people."""

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import Case, CaseState
from storage.upsert import insert_new


async def add(session: AsyncSession, case: Case) -> bool:
    """Hand the question over; False if its exchange was handed over before. The chat must be stored."""
    return await insert_new(session, case)


async def waiting(session: AsyncSession, limit: int = 100) -> list[Case]:
    """Open cases, oldest first."""
    opened = select(Case).where(Case.state == CaseState.OPEN)
    return list((await session.exec(opened.order_by(col(Case.id)).limit(limit))).all())


async def of_chat(session: AsyncSession, chat_id: int) -> list[Case]:
    """All cases of the chat, oldest first."""
    handed_over = select(Case).where(Case.chat_id == chat_id)
    return list((await session.exec(handed_over.order_by(col(Case.id)))).all())
