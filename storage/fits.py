"""Fits of the knowledge, the latest few: a change that is taken back finds its own again."""

from datetime import datetime

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import StoredFits
from storage.upsert import put

KEPT = 3


async def get(session: AsyncSession, fingerprint: str) -> bytes | None:
    return (await session.exec(select(StoredFits.data).where(StoredFits.fingerprint == fingerprint))).one_or_none()


async def save(session: AsyncSession, fingerprint: str, data: bytes, now: datetime) -> None:
    """Keep them, and drop the oldest beyond KEPT."""
    fits = StoredFits(fingerprint=fingerprint, data=data, fitted_at=now)
    await put(session, fits, key={"fingerprint"}, change={"data", "fitted_at"})
    latest = select(StoredFits.fingerprint).order_by(col(StoredFits.fitted_at).desc()).limit(KEPT)
    await session.exec(delete(StoredFits).where(col(StoredFits.fingerprint).not_in(latest)))
