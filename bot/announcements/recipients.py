"""Who got an announcement, one by one."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime

from bot.announcements.contents import ACKNOWLEDGED
from storage import announcements as stored
from storage.database import Database
from storage.models import Announcement, AnnouncementBatch, Membership, Outgoing, OutgoingState, Purpose

PAGE = 500


@dataclass(frozen=True)
class Recipient:
    """`name` as colleagues see the person and the id of the `company`, empty if not known; `reason` why it failed."""

    company: str
    name: str
    state: OutgoingState
    reason: str
    sent_at: datetime | None
    read_at: datetime | None
    unconfirmed: bool


async def recipients(database: Database, announcement: Announcement) -> AsyncIterator[list[Recipient]]:
    """Pages in the order of the outbox, each read by itself."""
    async with database.read() as session:
        batches = await stored.batches(session, announcement, (Purpose.SEND,))
    for batch in batches:
        last = 0
        while page := await _page(database, announcement, batch, last):
            last = page[-1][0]
            yield [recipient for _, recipient in page]


async def _page(
    database: Database, announcement: Announcement, batch: AnnouncementBatch, after: int
) -> list[tuple[int, Recipient]]:
    """With their ids in the outbox."""
    async with database.read() as session:
        rows = await stored.recipients(session, batch, after, PAGE)
        chats = [one.chat_id for one, _ in rows if one.chat_id is not None]
        read = await stored.pressed_at(session, announcement.id or 0, ACKNOWLEDGED, chats)
    return [(one.id or 0, _recipient(one, member, read)) for one, member in rows]


def _recipient(one: Outgoing, member: Membership | None, read: dict[int, datetime]) -> Recipient:
    sent = one.state is OutgoingState.SENT
    return Recipient(
        company=member.company_id if member else "",
        name=(member.shown_as if member else None) or "",
        state=one.state,
        reason=one.reason or "",
        sent_at=one.ended_at if sent else None,
        read_at=read.get(one.chat_id) if one.chat_id is not None else None,
        unconfirmed=one.unconfirmed and sent,
    )
