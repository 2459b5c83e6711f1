"""The inbox: every update is stored before Telegram is told that it arrived, and worked off once."""

from datetime import datetime
from typing import Any

from sqlmodel import col, delete, func, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import StoredUpdate, UpdateState
from storage.upsert import insert_new


async def store(
    session: AsyncSession, update_id: int, chat_id: int | None, payload: dict[str, Any], now: datetime
) -> bool:
    """Keep the update; False if it was seen before."""
    row = StoredUpdate(update_id=update_id, chat_id=chat_id, payload=payload, received_at=now)
    return await insert_new(session, row)


async def next_pending(session: AsyncSession, limit: int = 100, *, after: int = -1) -> list[StoredUpdate]:
    """Updates that are still to be worked off, oldest first, with an update_id greater than `after`."""
    pending = select(StoredUpdate).where(StoredUpdate.state == UpdateState.PENDING, col(StoredUpdate.update_id) > after)
    return list((await session.exec(pending.order_by(col(StoredUpdate.update_id)).limit(limit))).all())


async def begin(session: AsyncSession, update_id: int) -> int:
    """Count an attempt, before it is made; returns its number, 0 if the update is no longer pending."""
    pending = (col(StoredUpdate.update_id) == update_id, col(StoredUpdate.state) == UpdateState.PENDING)
    attempt = update(StoredUpdate).where(*pending).values(attempts=col(StoredUpdate.attempts) + 1)
    return (await session.exec(attempt.returning(col(StoredUpdate.attempts)))).scalar_one_or_none() or 0


async def done(session: AsyncSession, update_id: int, now: datetime) -> None:
    """The update was worked off: its number stays, so that it is known, its content goes."""
    values = {"state": UpdateState.DONE, "worked_at": now, "payload": {}}
    await session.exec(update(StoredUpdate).where(col(StoredUpdate.update_id) == update_id).values(**values))


async def park(session: AsyncSession, update_id: int, now: datetime) -> None:
    """The update failed too often: it is kept for staff to see and blocks nothing."""
    values = {"state": UpdateState.PARKED, "worked_at": now}
    await session.exec(update(StoredUpdate).where(col(StoredUpdate.update_id) == update_id).values(**values))


async def forget(session: AsyncSession, chat_id: int) -> None:
    """Drop what worked-off and parked updates tell of the chat; pending ones lose it when they are done."""
    told = (col(StoredUpdate.chat_id) == chat_id, col(StoredUpdate.state) != UpdateState.PENDING)
    await session.exec(update(StoredUpdate).where(*told).values(payload={}, chat_id=None))


async def prune(session: AsyncSession, before: datetime) -> int:
    """Delete updates done before then, which must be longer ago than Telegram repeats them (24 hours)."""
    old = (col(StoredUpdate.state) == UpdateState.DONE, col(StoredUpdate.worked_at) < before)
    return (await session.exec(delete(StoredUpdate).where(*old))).rowcount


async def count(session: AsyncSession, state: UpdateState) -> int:
    counted = select(func.count()).select_from(StoredUpdate).where(StoredUpdate.state == state)
    return (await session.exec(counted)).one()
