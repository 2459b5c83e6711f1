"""What came of meetings with experts: results, how both sides found them, and how it went on."""

from collections.abc import Iterable

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import MeetingResult


async def results(session: AsyncSession, application_ids: Iterable[int]) -> list[MeetingResult]:
    """Of these applications, in the order in which they were recorded."""
    of_them = col(MeetingResult.application_id).in_(set(application_ids))
    return list((await session.exec(select(MeetingResult).where(of_them).order_by(col(MeetingResult.id)))).all())
