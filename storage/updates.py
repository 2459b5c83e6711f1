"""The inbox: every update is stored before Telegram is told that it arrived, and worked off once."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy.orm import aliased
from sqlmodel import col, delete, exists, func, or_, select, union, update
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import StoredUpdate, UpdateState
from storage.upsert import insert_new

NOTHING: dict[str, Any] = {"payload": {}, "chat_id": None}
"""What remains of what an update said and of whose it was."""


async def store(
    session: AsyncSession, update_id: int, chat_id: int | None, payload: dict[str, Any], now: datetime
) -> bool:
    """Keep the update; False if it was seen before."""
    row = StoredUpdate(update_id=update_id, chat_id=chat_id, payload=payload, received_at=now)
    return await insert_new(session, row)


class Lease(NamedTuple):
    """Whose updates are until when; `holder` names a process as no other."""

    holder: str
    until: datetime


async def claim(
    session: AsyncSession, lease: Lease, limit: int, now: datetime, *, suspect: bool = True
) -> list[StoredUpdate]:
    """Lease updates that nobody holds and count the attempt: oldest first, of each chat only its first pending one.

    Of those that somebody began and never ended, which may have been the end of them, it is one or none (`suspect`).
    """
    earlier = aliased(StoredUpdate)
    waits = exists().where(
        col(earlier.chat_id) == col(StoredUpdate.chat_id),
        col(earlier.state) == UpdateState.PENDING,
        col(earlier.update_id) < col(StoredUpdate.update_id),
    )
    free = select(StoredUpdate.update_id, StoredUpdate.attempts).where(
        StoredUpdate.state == UpdateState.PENDING,
        or_(col(StoredUpdate.leased_until).is_(None), col(StoredUpdate.leased_until) <= now),
        ~waits,
    )
    # what another replica is just claiming is locked: skipped here, and its chat's later ones wait for it
    first = free.order_by(col(StoredUpdate.update_id)).limit(limit).with_for_update(skip_locked=True).cte()
    safe = select(first.c.update_id).where(first.c.attempts == 0)
    chosen = union(safe, select(func.min(first.c.update_id)).where(first.c.attempts > 0)) if suspect else safe
    claimed = await session.exec(
        update(StoredUpdate)
        .where(col(StoredUpdate.update_id).in_(chosen))
        .values(holder=lease.holder, leased_until=lease.until, attempts=col(StoredUpdate.attempts) + 1)
        .returning(StoredUpdate)
    )
    return sorted(claimed.scalars(), key=lambda row: row.update_id)


async def renew(session: AsyncSession, lease: Lease, update_ids: set[int]) -> set[int]:
    """Hold claimed updates on, for the work goes on; those of them that are still the holder's."""
    return await _change(session, lease.holder, update_ids, {"leased_until": lease.until})


async def release(session: AsyncSession) -> None:
    """Take every lease from its holder, who is gone; what waits for its next attempt goes on waiting."""
    held = (col(StoredUpdate.state) == UpdateState.PENDING, col(StoredUpdate.holder).is_not(None))
    await session.exec(update(StoredUpdate).where(*held).values(holder=None, leased_until=None))


async def postpone(session: AsyncSession, claimed: StoredUpdate, until: datetime) -> bool:
    """An attempt ended with the faults and outages that `claimed` now counts; the next is to wait until then.

    False if somebody else has claimed the update since.
    """
    ended = {"holder": None, "leased_until": until, "attempts": 0}
    return await _end(session, claimed, **ended, faults=claimed.faults, outages=claimed.outages)


async def done(session: AsyncSession, claimed: StoredUpdate, now: datetime) -> bool:
    """The update was worked off: its number stays, so that it is known, and whose it was and what it said goes.

    False if somebody else has claimed the update since.
    """
    return await _end(session, claimed, state=UpdateState.DONE, worked_at=now, **NOTHING)


async def park(session: AsyncSession, claimed: StoredUpdate, now: datetime) -> bool:
    """The update failed too often: it is kept for staff to see and blocks nothing.

    False if somebody else has claimed the update since.
    """
    return await _end(session, claimed, state=UpdateState.PARKED, worked_at=now)


async def _end(session: AsyncSession, claimed: StoredUpdate, **values: Any) -> bool:
    return bool(await _change(session, claimed.holder, {claimed.update_id}, values))


async def _change(session: AsyncSession, holder: str | None, update_ids: set[int], values: dict[str, Any]) -> set[int]:
    """Change those of the pending updates that are the holder's; which."""
    held = (
        col(StoredUpdate.update_id).in_(update_ids),
        col(StoredUpdate.state) == UpdateState.PENDING,
        col(StoredUpdate.holder) == holder,
    )
    changed = update(StoredUpdate).where(*held).values(**values).returning(col(StoredUpdate.update_id))
    return set((await session.exec(changed)).scalars())


async def forget(session: AsyncSession, chat_id: int) -> None:
    """Drop what parked updates tell of the chat; pending ones lose it when they are done."""
    told = (col(StoredUpdate.chat_id) == chat_id, col(StoredUpdate.state) == UpdateState.PARKED)
    await session.exec(update(StoredUpdate).where(*told).values(**NOTHING))


async def prune(session: AsyncSession, *, done_before: datetime, parked_before: datetime) -> int:
    """Delete updates done before then, how many; empty those parked before then.

    The former must be longer ago than Telegram repeats updates (24 hours).
    """
    parked = (col(StoredUpdate.state) == UpdateState.PARKED, col(StoredUpdate.worked_at) < parked_before)
    await session.exec(update(StoredUpdate).where(*parked).values(**NOTHING))
    old = (col(StoredUpdate.state) == UpdateState.DONE, col(StoredUpdate.worked_at) < done_before)
    return (await session.exec(delete(StoredUpdate).where(*old))).rowcount


async def count(session: AsyncSession, state: UpdateState) -> int:
    counted = select(func.count()).select_from(StoredUpdate).where(StoredUpdate.state == state)
    return (await session.exec(counted)).one()


async def every(session: AsyncSession, state: UpdateState) -> list[StoredUpdate]:
    """All updates in the state, oldest first."""
    found = select(StoredUpdate).where(StoredUpdate.state == state).order_by(col(StoredUpdate.update_id))
    return list((await session.exec(found)).all())
