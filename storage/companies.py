"""Companies of the park."""

from datetime import datetime
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import StoredCompany
from storage.upsert import put


async def get(session: AsyncSession, company_id: str) -> StoredCompany | None:
    return await session.get(StoredCompany, company_id)


async def save(session: AsyncSession, company_id: str, data: dict[str, Any], now: datetime) -> None:
    """Add the company or replace what is known of it."""
    company = StoredCompany(id=company_id, data=data, updated_at=now)
    await put(session, company, key={"id"}, change={"data", "updated_at"})
