"""Requests that were answered, by the key that their senders gave them."""

from datetime import datetime

from sqlmodel import col, delete
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import IdempotencyKey
from storage.upsert import insert_new


async def get(session: AsyncSession, token: str, key: str) -> IdempotencyKey | None:
    return await session.get(IdempotencyKey, (token, key))


async def add(session: AsyncSession, answered: IdempotencyKey) -> bool:
    """False if a request of that token with that key was answered, be it at this moment in another transaction."""
    return await insert_new(session, answered)


async def drop(session: AsyncSession, before: datetime) -> int:
    """Those that were answered before then; how many."""
    return (await session.exec(delete(IdempotencyKey).where(col(IdempotencyKey.created_at) < before))).rowcount
