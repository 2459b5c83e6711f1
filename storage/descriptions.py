"""Companies as somebody described them for themselves alone."""

from datetime import datetime
from typing import Any

from sqlmodel import col, delete
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import Description
from storage.upsert import put


async def get(session: AsyncSession, chat_id: int) -> Description | None:
    return await session.get(Description, chat_id)


async def save(session: AsyncSession, chat_id: int, data: dict[str, Any], now: datetime) -> None:
    """Add what the chat, which must be stored, tells of its company, or replace it."""
    description = Description(chat_id=chat_id, data=data, updated_at=now)
    await put(session, description, key={"chat_id"}, change={"data", "updated_at"})


async def remove(session: AsyncSession, chat_id: int) -> None:
    await session.exec(delete(Description).where(col(Description.chat_id) == chat_id))
