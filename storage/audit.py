"""Who did what, and when."""

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import AuditEntry


async def add(session: AsyncSession, entry: AuditEntry) -> None:
    session.add(entry)
    await session.flush()


async def of(session: AsyncSession, subject: str) -> list[AuditEntry]:
    """What was done to the subject, in order."""
    entries = select(AuditEntry).where(AuditEntry.subject == subject)
    return list((await session.exec(entries.order_by(col(AuditEntry.id)))).all())
