"""Links by which tenants join a company, by the hashes of their secrets."""

from datetime import datetime, timedelta

from sqlmodel import col, delete, update
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import CompanyInvitation

REMEMBERED = timedelta(days=90)
"""How long a link that has expired is told from one that never was."""


async def add(session: AsyncSession, secret_hash: str, company_id: str, expires_at: datetime, now: datetime) -> None:
    """Keep a new link; those that expired long ago go."""
    await session.exec(delete(CompanyInvitation).where(col(CompanyInvitation.expires_at) < now - REMEMBERED))
    session.add(CompanyInvitation(secret_hash=secret_hash, company_id=company_id, expires_at=expires_at))
    await session.flush()


async def get(session: AsyncSession, secret_hash: str) -> CompanyInvitation | None:
    return await session.get(CompanyInvitation, secret_hash)


async def revoke(session: AsyncSession, company_id: str, now: datetime) -> None:
    """Make every link of the company useless."""
    usable = (col(CompanyInvitation.company_id) == company_id, col(CompanyInvitation.revoked_at).is_(None))
    await session.exec(update(CompanyInvitation).where(*usable).values(revoked_at=now))
