"""While an announcement is sent: paused, resumed, cancelled, and at last over."""

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements.drafting import CHANGEABLE
from bot.announcements.errors import StateError
from storage import announcements as stored
from storage import outbox
from storage.models import Announcement, AnnouncementState, Purpose

UNDER_WAY = (AnnouncementState.SENDING, AnnouncementState.PAUSED)
TO_READ = (Purpose.SEND, Purpose.REMINDER)
"""What tenants get to read, as against changes of it."""


async def pause(session: AsyncSession, announcement: Announcement) -> None:
    if announcement.state is not AnnouncementState.SENDING:
        raise StateError
    announcement.state = AnnouncementState.PAUSED
    for batch in await stored.batches(session, announcement, TO_READ):
        await outbox.pause(session, batch.batch_id)


async def resume(session: AsyncSession, announcement: Announcement) -> None:
    if announcement.state is not AnnouncementState.PAUSED:
        raise StateError
    announcement.state = AnnouncementState.SENDING
    for batch in await stored.batches(session, announcement, TO_READ):
        await outbox.resume(session, batch.batch_id)


async def cancel(session: AsyncSession, announcement: Announcement, now: datetime) -> None:
    if announcement.state not in (*CHANGEABLE, *UNDER_WAY):
        raise StateError
    await end(session, announcement, now)


async def end(session: AsyncSession, announcement: Announcement, now: datetime) -> None:
    """Nothing more of it is begun; one that had arrived everywhere stays sent."""
    for batch in await stored.batches(session, announcement, TO_READ):
        await outbox.cancel(session, batch.batch_id, now)
    if announcement.state is not AnnouncementState.SENT:
        announcement.state, announcement.ended_at = AnnouncementState.CANCELLED, now


async def close(session: AsyncSession, announcement_id: int, now: datetime) -> None:
    """It is sent: nothing of it is on the way any more. Looks again, for it may have been cancelled since.

    That is no change by anybody: a press on what was shown a moment ago still counts.
    """
    announcement = await stored.locked(session, announcement_id)
    if announcement and announcement.state is AnnouncementState.SENDING:
        announcement.state, announcement.ended_at = AnnouncementState.SENT, now
        session.add(announcement)
