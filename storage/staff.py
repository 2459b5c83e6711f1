"""People who look after the assistant."""

from sqlmodel import col, delete, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import upsert
from storage.models import StaffMember


async def get(session: AsyncSession, telegram_id: int) -> StaffMember | None:
    return await session.get(StaffMember, telegram_id)


async def everybody(session: AsyncSession) -> list[StaffMember]:
    """In the order in which they came."""
    order = (col(StaffMember.added_at), col(StaffMember.telegram_id))
    return list((await session.exec(select(StaffMember).order_by(*order))).all())


async def holders(session: AsyncSession, role: str) -> list[int]:
    """Who has the role, locked until the transaction ends so that the last of them stays the last."""
    held = select(StaffMember.telegram_id).where(StaffMember.role == role)
    return list((await session.exec(held.order_by(col(StaffMember.telegram_id)).with_for_update())).all())


async def put(session: AsyncSession, member: StaffMember) -> None:
    """Add somebody; of somebody who is there already the role changes, and the name if one is given."""
    change = {"role", "name"} if member.name else {"role"}
    await upsert.put(session, member, key={"telegram_id"}, change=change)


async def set_role(session: AsyncSession, telegram_id: int, role: str) -> bool:
    """False if there is nobody of that id."""
    member = col(StaffMember.telegram_id) == telegram_id
    return (await session.exec(update(StaffMember).where(member).values(role=role))).rowcount == 1


async def remove(session: AsyncSession, telegram_id: int) -> bool:
    """False if there is nobody of that id."""
    return (await session.exec(delete(StaffMember).where(col(StaffMember.telegram_id) == telegram_id))).rowcount == 1
