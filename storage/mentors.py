"""Experts with a Telegram account of their own."""

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import upsert
from storage.models import Mentor


async def get(session: AsyncSession, telegram_id: int) -> Mentor | None:
    return await session.get(Mentor, telegram_id)


async def everybody(session: AsyncSession) -> list[Mentor]:
    """By whom they speak for, then in the order in which they came."""
    order = (col(Mentor.member_id), col(Mentor.added_at), col(Mentor.telegram_id))
    return list((await session.exec(select(Mentor).order_by(*order))).all())


async def put(session: AsyncSession, mentor: Mentor) -> None:
    """Add somebody; whoever is there already has this member, name and date from now on."""
    await upsert.put(session, mentor, key={"telegram_id"}, change={"member_id", "name", "added_at"})


async def remove(session: AsyncSession, telegram_id: int) -> bool:
    """False if there is nobody of that id."""
    return (await session.exec(delete(Mentor).where(col(Mentor.telegram_id) == telegram_id))).rowcount == 1
