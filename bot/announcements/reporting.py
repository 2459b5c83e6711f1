"""How an announcement stands: whom it would reach, what became of it, who has read it."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements.contents import ACKNOWLEDGED
from bot.announcements.errors import GoneError
from storage import announcements as stored
from storage import audience, outbox
from storage.audience import Wanted
from storage.models import Announcement, Purpose
from storage.outbox import Counts

SAMPLE = 5
"""Names that are shown of an audience."""


@dataclass(frozen=True)
class Reach:
    """How many chats, and of some of them what colleagues call the person (if that was told) and the company's id."""

    count: int
    sample: tuple[tuple[str | None, str], ...] = ()


@dataclass(frozen=True)
class Status:
    """`counts` are of the announcement itself: before it starts all its recipients are pending, or cancelled.

    `corrections` and `recalls` are of the changes to it; `reasons` tell why messages of it failed, and how many;
    `acknowledged` is how many said that they read it; `later` of the pending wait for a time, as for the end of quiet
    hours.
    """

    announcement: Announcement
    counts: Counts
    corrections: Counts
    recalls: Counts
    reasons: dict[str, int]
    acknowledged: int
    later: int = 0

    @property
    def recipients(self) -> int:
        return self.counts.total


async def reach_of(session: AsyncSession, wanted: Wanted) -> Reach:
    return Reach(await audience.count(session, wanted), tuple(await audience.sample(session, wanted, SAMPLE)))


async def status_of(session: AsyncSession, announcement_id: int, now: datetime) -> Status:
    announcement = await stored.get(session, announcement_id)
    if announcement is None:
        raise GoneError
    sent = await _batches(session, announcement, Purpose.SEND)
    return Status(
        announcement,
        await outbox.counts(session, sent) if announcement.started_at else _planned(announcement),
        await outbox.counts(session, await _batches(session, announcement, Purpose.CORRECTION)),
        await outbox.counts(session, await _batches(session, announcement, Purpose.RECALL)),
        await stored.reasons(session, sent),
        (await stored.presses(session, announcement_id)).get(ACKNOWLEDGED, 0),
        await outbox.waiting_until_later(session, sent, now),
    )


async def _batches(session: AsyncSession, announcement: Announcement, purpose: Purpose) -> list[int]:
    return [batch.batch_id for batch in await stored.batches(session, announcement, (purpose,))]


def _planned(announcement: Announcement) -> Counts:
    recipients = announcement.recipients or 0
    return Counts(cancelled=recipients) if announcement.ended_at else Counts(pending=recipients)
