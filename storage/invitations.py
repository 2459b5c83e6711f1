"""Invitations that one person can use: to join the staff, or to speak for a member of the alliance."""

from datetime import datetime
from typing import TypeVar

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import MentorInvitation, StaffInvitation

Invitation = TypeVar("Invitation", StaffInvitation, MentorInvitation)


async def add(session: AsyncSession, invitation: StaffInvitation | MentorInvitation) -> None:
    session.add(invitation)
    await session.flush()


async def take(session: AsyncSession, kind: type[Invitation], secret_hash: str) -> Invitation | None:
    """The invitation, which is gone with this; None for all but the first who take it."""
    known = select(kind).where(col(kind.secret_hash) == secret_hash).with_for_update()
    invitation = (await session.exec(known)).one_or_none()
    if invitation:
        await session.delete(invitation)
    return invitation


async def waiting(session: AsyncSession, kind: type[Invitation], now: datetime) -> list[Invitation]:
    """Those that still can be used, the first to expire first."""
    alive = select(kind).where(col(kind.expires_at) > now)
    return list((await session.exec(alive.order_by(col(kind.expires_at)))).all())


async def drop(session: AsyncSession, kind: type[Invitation], expired_by: datetime | None = None) -> None:
    """Those that expired by then, or all."""
    dropped = delete(kind)
    if expired_by is not None:
        dropped = dropped.where(col(kind.expires_at) <= expired_by)
    await session.exec(dropped)
