"""The inbox: every update is stored before Telegram is told that it arrived, and worked off once."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import aliased
from sqlmodel import col, delete, exists, func, or_, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import StoredUpdate, UpdateState
from storage.upsert import insert_new


async def store(
    session: AsyncSession, update_id: int, chat_id: int | None, payload: dict[str, Any], now: datetime
) -> bool:
    """Keep the update; False if it was seen before."""
    row = StoredUpdate(update_id=update_id, chat_id=chat_id, payload=payload, received_at=now)
    return await insert_new(session, row)


async def claim(session: AsyncSession, limit: int, now: datetime, until: datetime) -> list[StoredUpdate]:
    """Lease updates that nobody holds and count the attempt: oldest first, of each chat only its first pending one."""
    earlier = aliased(StoredUpdate)
    waits = exists().where(
        col(earlier.chat_id) == col(StoredUpdate.chat_id),
        col(earlier.state) == UpdateState.PENDING,
        col(earlier.update_id) < col(StoredUpdate.update_id),
    )
    free = select(StoredUpdate.update_id).where(
        StoredUpdate.state == UpdateState.PENDING,
        or_(col(StoredUpdate.leased_until).is_(None), col(StoredUpdate.leased_until) <= now),
        ~waits,
    )
    # what another replica is just claiming is locked: skipped here, and its chat's later ones wait for it
    first = free.order_by(col(StoredUpdate.update_id)).limit(limit).with_for_update(skip_locked=True).cte()
    claimed = await session.exec(
        update(StoredUpdate)
        .where(col(StoredUpdate.update_id).in_(select(first.c.update_id)))
        .values(leased_until=until, attempts=col(StoredUpdate.attempts) + 1)
        .returning(StoredUpdate)
    )
    return sorted(claimed.scalars(), key=lambda row: row.update_id)


async def lease(session: AsyncSession, update_ids: list[int], until: datetime) -> None:
    """Hold pending updates until then: the work goes on, or the next attempt is to wait."""
    held = (col(StoredUpdate.update_id).in_(update_ids), col(StoredUpdate.state) == UpdateState.PENDING)
    await session.exec(update(StoredUpdate).where(*held).values(leased_until=until))


async def done(session: AsyncSession, update_id: int, now: datetime) -> None:
    """The update was worked off: its number stays, so that it is known, and whose it was and what it said goes."""
    values = {"state": UpdateState.DONE, "worked_at": now, "payload": {}, "chat_id": None}
    await session.exec(update(StoredUpdate).where(col(StoredUpdate.update_id) == update_id).values(**values))


async def park(session: AsyncSession, update_id: int, now: datetime) -> None:
    """The update failed too often: it is kept for staff to see and blocks nothing."""
    values = {"state": UpdateState.PARKED, "worked_at": now}
    await session.exec(update(StoredUpdate).where(col(StoredUpdate.update_id) == update_id).values(**values))


async def forget(session: AsyncSession, chat_id: int) -> None:
    """Drop what parked updates tell of the chat; pending ones lose it when they are done."""
    told = (col(StoredUpdate.chat_id) == chat_id, col(StoredUpdate.state) == UpdateState.PARKED)
    await session.exec(update(StoredUpdate).where(*told).values(payload={}, chat_id=None))


async def prune(session: AsyncSession, before: datetime) -> int:
    """Delete updates done before then, which must be longer ago than Telegram repeats them (24 hours)."""
    old = (col(StoredUpdate.state) == UpdateState.DONE, col(StoredUpdate.worked_at) < before)
    return (await session.exec(delete(StoredUpdate).where(*old))).rowcount


async def count(session: AsyncSession, state: UpdateState) -> int:
    counted = select(func.count()).select_from(StoredUpdate).where(StoredUpdate.state == state)
    return (await session.exec(counted)).one()


async def every(session: AsyncSession, state: UpdateState) -> list[StoredUpdate]:
    """All updates in the state, oldest first."""
    found = select(StoredUpdate).where(StoredUpdate.state == state).order_by(col(StoredUpdate.update_id))
    return list((await session.exec(found)).all())
