"""Codes at the doors of mentoring days."""

from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import DoorLink


async def add(session: AsyncSession, secret_hash: str, occurrence_id: int) -> None:
    session.add(DoorLink(secret_hash=secret_hash, occurrence_id=occurrence_id))
    await session.flush()


async def get(session: AsyncSession, secret_hash: str) -> DoorLink | None:
    return await session.get(DoorLink, secret_hash)
