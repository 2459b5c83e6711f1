"""Groundwork of the knowledge, the latest: a change that is taken back finds its own again."""

from datetime import datetime

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import StoredGroundwork
from storage.upsert import put

KEPT = 2


async def get(session: AsyncSession, fingerprint: str) -> bytes | None:
    own = select(StoredGroundwork.data).where(StoredGroundwork.fingerprint == fingerprint)
    return (await session.exec(own)).one_or_none()


async def save(session: AsyncSession, fingerprint: str, data: bytes, now: datetime) -> None:
    """Keep it, and drop the oldest beyond KEPT."""
    groundwork = StoredGroundwork(fingerprint=fingerprint, data=data, made_at=now)
    await put(session, groundwork, key={"fingerprint"}, change={"data", "made_at"})
    latest = select(StoredGroundwork.fingerprint).order_by(col(StoredGroundwork.made_at).desc()).limit(KEPT)
    await session.exec(delete(StoredGroundwork).where(col(StoredGroundwork.fingerprint).not_in(latest)))
