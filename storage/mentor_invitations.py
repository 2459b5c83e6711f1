"""Invitations to speak for a member of the alliance."""

from datetime import datetime

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import MentorInvitation


async def add(session: AsyncSession, invitation: MentorInvitation) -> None:
    session.add(invitation)
    await session.flush()


async def take(session: AsyncSession, secret_hash: str) -> MentorInvitation | None:
    """The invitation, which is gone with this; None for all but the first who take it."""
    known = select(MentorInvitation).where(MentorInvitation.secret_hash == secret_hash).with_for_update()
    invitation = (await session.exec(known)).one_or_none()
    if invitation:
        await session.delete(invitation)
    return invitation


async def waiting(session: AsyncSession, now: datetime) -> list[MentorInvitation]:
    """Those that still can be used, the first to expire first."""
    alive = select(MentorInvitation).where(col(MentorInvitation.expires_at) > now)
    return list((await session.exec(alive.order_by(col(MentorInvitation.expires_at)))).all())


async def drop(session: AsyncSession, expired_by: datetime | None = None) -> None:
    """Those that expired by then, or all."""
    dropped = delete(MentorInvitation)
    if expired_by is not None:
        dropped = dropped.where(col(MentorInvitation.expires_at) <= expired_by)
    await session.exec(dropped)
