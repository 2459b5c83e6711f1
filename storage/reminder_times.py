"""When staff want the kinds of reminder of a programme, where otherwise than is usual."""

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import upsert
from storage.models import ReminderTime


async def every(session: AsyncSession) -> dict[tuple[str, str], int | None]:
    """Minutes by the programme's id and the name of the kind; None for never."""
    rows = (await session.exec(select(ReminderTime))).all()
    return {(row.record_id, row.kind): row.minutes for row in rows}


async def put(session: AsyncSession, row: ReminderTime) -> None:
    await upsert.put(session, row, key={"record_id", "kind"}, change={"minutes"})
