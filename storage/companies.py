"""Companies of the park."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import StoredCompany
from storage.upsert import insert_new, put


async def get(session: AsyncSession, company_id: str) -> StoredCompany | None:
    return await session.get(StoredCompany, company_id)


async def locked(session: AsyncSession, company_ids: Iterable[str]) -> dict[str, StoredCompany]:
    """Those of the companies that there are; nobody else changes them or their members until the transaction ends."""
    # in one order, so that two who change sides do not wait for each other
    chosen = select(StoredCompany).where(col(StoredCompany.id).in_(set(company_ids))).order_by(col(StoredCompany.id))
    fresh = {"populate_existing": True}
    rows = (await session.exec(chosen.with_for_update(), execution_options=fresh)).all()
    return {row.id: row for row in rows}


async def named(session: AsyncSession, company_ids: Iterable[str]) -> list[StoredCompany]:
    """Those of the companies that there are."""
    chosen = select(StoredCompany).where(col(StoredCompany.id).in_(set(company_ids)))
    return list((await session.exec(chosen)).all())


async def every(session: AsyncSession) -> list[StoredCompany]:
    """All companies, by id."""
    return list((await session.exec(select(StoredCompany).order_by(col(StoredCompany.id)))).all())


async def add(
    session: AsyncSession, company_id: str, data: dict[str, Any], now: datetime, *, by_staff: bool = True
) -> bool:
    """False if there is one of that id."""
    return await insert_new(session, StoredCompany(id=company_id, data=data, by_staff=by_staff, updated_at=now))


async def save(session: AsyncSession, company_id: str, data: dict[str, Any], now: datetime) -> None:
    """Add the company or replace what is known of it."""
    company = StoredCompany(id=company_id, data=data, updated_at=now)
    await put(session, company, key={"id"}, change={"data", "updated_at"})


async def remove(session: AsyncSession, company_id: str) -> bool:
    """Erase the company, its memberships and its invitations; False if there is none."""
    return (await session.exec(delete(StoredCompany).where(col(StoredCompany.id) == company_id))).rowcount == 1
