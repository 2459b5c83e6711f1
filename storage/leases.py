"""Leases: what one process at a time may do, over all replicas that share the store."""

from datetime import datetime, timedelta

from sqlmodel import col, delete, or_, update
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import Lease
from storage.upsert import insert_new

WRONG = timedelta(minutes=1)
"""What is held so much longer than anybody would hold it now was held by a clock that has been set back since."""


async def take(session: AsyncSession, wanted: Lease, now: datetime, *, at_once: bool = False) -> bool:
    """Hold it until `wanted.until`; False while somebody else does, unless that one is known to be gone (`at_once`)."""
    if await insert_new(session, wanted):
        return True
    over = or_(col(Lease.until) <= now, col(Lease.until) > wanted.until + WRONG)
    free = [col(Lease.name) == wanted.name, *([] if at_once else [over])]
    held = {"holder": wanted.holder, "until": wanted.until, "fence": col(Lease.fence) + 1}
    return (await session.exec(update(Lease).where(*free).values(**held))).rowcount == 1


async def renew(session: AsyncSession, held: Lease) -> bool:
    """Hold it until `held.until`; False when somebody else has it by now."""
    ours = (col(Lease.name) == held.name, col(Lease.holder) == held.holder)
    return (await session.exec(update(Lease).where(*ours).values(until=held.until))).rowcount == 1


async def give_up(session: AsyncSession, name: str, holder: str) -> None:
    """Let whoever wants it have it at once."""
    await session.exec(delete(Lease).where(col(Lease.name) == name, col(Lease.holder) == holder))
