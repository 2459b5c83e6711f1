"""Who belongs to which company: a private chat to one at most."""

from datetime import datetime

from sqlmodel import col, delete, func, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import Membership
from storage.upsert import insert_new


async def of_chat(session: AsyncSession, chat_id: int) -> Membership | None:
    return (await session.exec(select(Membership).where(Membership.chat_id == chat_id))).one_or_none()


async def of_company(session: AsyncSession, company_id: str) -> list[Membership]:
    """All members, the longest first."""
    belonging = select(Membership).where(Membership.company_id == company_id)
    return list((await session.exec(belonging.order_by(col(Membership.id)))).all())


async def counts(session: AsyncSession) -> dict[str, int]:
    """How many members each company has; those without any are left out."""
    counted = select(Membership.company_id, func.count()).group_by(col(Membership.company_id))
    return dict((await session.exec(counted)).all())


async def add(
    session: AsyncSession, chat_id: int, company_id: str, now: datetime, *, shown_as: str | None = None
) -> bool:
    """Make the chat, which must be stored, a member; False if it belongs to a company already."""
    member = Membership(chat_id=chat_id, company_id=company_id, shown_as=shown_as, joined_at=now)
    return await insert_new(session, member)


async def show_as(session: AsyncSession, membership_id: int, chat_id: int, name: str | None) -> bool:
    """How colleagues see the person from now on; False if that membership is not the chat's."""
    own = (col(Membership.id) == membership_id, col(Membership.chat_id) == chat_id)
    return (await session.exec(update(Membership).where(*own).values(shown_as=name))).rowcount == 1


async def remove(session: AsyncSession, chat_id: int) -> None:
    await session.exec(delete(Membership).where(col(Membership.chat_id) == chat_id))
