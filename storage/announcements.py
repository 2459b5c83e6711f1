"""Announcements, what was sent of each, and what tenants pressed under them."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import col, exists, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import outbox
from storage.models import (
    Announcement,
    AnnouncementBatch,
    AnnouncementState,
    Membership,
    Outgoing,
    OutgoingState,
    Press,
    Purpose,
)
from storage.models.base import Json
from storage.upsert import insert_new

ON_THE_WAY = (OutgoingState.PENDING, OutgoingState.HELD, OutgoingState.SENDING)


async def add(session: AsyncSession, announcement: Announcement) -> Announcement:
    session.add(announcement)
    await session.flush()
    return announcement


async def add_occurrence(session: AsyncSession, announcement: Announcement) -> bool:
    """False if that occurrence of the series is there already."""
    return await insert_new(session, announcement)


async def get(session: AsyncSession, announcement_id: int) -> Announcement | None:
    return await session.get(Announcement, announcement_id)


async def locked(session: AsyncSession, announcement_id: int) -> Announcement | None:
    """The announcement, which nobody else changes until the transaction ends."""
    return await session.get(Announcement, announcement_id, with_for_update=True, populate_existing=True)


async def occurrence(session: AsyncSession, series_id: int, at: datetime) -> Announcement | None:
    of_series = (col(Announcement.series_id) == series_id, col(Announcement.occurs_at) == at)
    return (await session.exec(select(Announcement).where(*of_series))).one_or_none()


async def due(session: AsyncSession, now: datetime) -> list[int]:
    """Those whose time has come, the longest ago first."""
    scheduled = (col(Announcement.state) == AnnouncementState.SCHEDULED, col(Announcement.send_at) <= now)
    order = (col(Announcement.send_at), col(Announcement.id))
    return list((await session.exec(select(Announcement.id).where(*scheduled).order_by(*order))).all())  # type: ignore[arg-type]  # a stored row has an id


async def delivered(session: AsyncSession) -> list[int]:
    """Those being sent of which nothing is on the way any more."""
    batch = AnnouncementBatch
    going = exists().where(
        col(batch.announcement_id) == col(Announcement.id),
        col(batch.purpose) == Purpose.SEND,
        col(Outgoing.batch_id) == col(batch.batch_id),
        col(Outgoing.state).in_(ON_THE_WAY),
    )
    sending = col(Announcement.state) == AnnouncementState.SENDING
    return list((await session.exec(select(Announcement.id).where(sending, ~going))).all())  # type: ignore[arg-type]


async def latest(session: AsyncSession, states: Iterable[AnnouncementState], limit: int) -> list[Announcement]:
    """The newest first."""
    of_states = select(Announcement).where(col(Announcement.state).in_(list(states)))
    return list((await session.exec(of_states.order_by(col(Announcement.id).desc()).limit(limit))).all())


async def watched(session: AsyncSession) -> list[Announcement]:
    """Those whose progress somebody of the staff is shown."""
    return list((await session.exec(select(Announcement).where(col(Announcement.progress).is_not(None)))).all())


async def unwatch(session: AsyncSession, chat_id: int) -> None:
    """Nothing tells any more that the chat was shown how something goes."""
    for announcement in await watched(session):
        left = {chat: watch for chat, watch in (announcement.progress or {}).items() if chat != str(chat_id)}
        announcement.progress = left or None
        session.add(announcement)


async def untouched(session: AsyncSession, author: str, contents: Json) -> Announcement | None:
    """The author's latest draft that nothing was done with since it began with these contents."""
    begun = (
        col(Announcement.author) == author,
        col(Announcement.state) == AnnouncementState.DRAFT,
        col(Announcement.revision) == 1,
    )
    drafts = (await session.exec(select(Announcement).where(*begun).order_by(col(Announcement.id).desc()))).all()
    return next((one for one in drafts if one.contents == contents and not one.audience), None)


async def add_batch(
    session: AsyncSession, announcement: Announcement, purpose: Purpose, contents: dict[str, int], now: datetime
) -> int:
    """A batch of the outbox for it; its id."""
    batch_id = await outbox.add_batch(session, now)
    of_it = AnnouncementBatch(
        batch_id=batch_id, announcement_id=announcement.id or 0, purpose=purpose, contents=contents
    )
    session.add(of_it)
    await session.flush()
    return batch_id


async def batches(
    session: AsyncSession, announcement: Announcement, purposes: Iterable[Purpose] = tuple(Purpose)
) -> list[AnnouncementBatch]:
    """What was sent of it, in order."""
    batch = AnnouncementBatch
    of_it = (col(batch.announcement_id) == announcement.id, col(batch.purpose).in_(list(purposes)))
    return list((await session.exec(select(batch).where(*of_it).order_by(col(batch.batch_id)))).all())


async def press(session: AsyncSession, press: Press) -> bool:
    """False if the chat pressed it before."""
    return await insert_new(session, press)


async def presses(session: AsyncSession, announcement_id: int) -> dict[str, int]:
    """How many chats pressed each button."""
    counted = select(Press.button, func.count()).where(Press.announcement_id == announcement_id)
    return dict((await session.exec(counted.group_by(col(Press.button)))).all())


async def reached(session: AsyncSession, announcement_id: int, chat_id: int) -> bool:
    """Whether it was sent to the chat."""
    batch = AnnouncementBatch
    sent = exists().where(
        col(batch.announcement_id) == announcement_id,
        col(Outgoing.batch_id) == col(batch.batch_id),
        col(Outgoing.chat_id) == chat_id,
    )
    return bool((await session.exec(select(sent))).one())


async def of_chat(session: AsyncSession, chat_id: int) -> tuple[int, int]:
    """How many went to the chat, and under how many it pressed a button."""
    batch = AnnouncementBatch
    sent = select(func.count(func.distinct(batch.announcement_id))).where(
        col(Outgoing.batch_id) == col(batch.batch_id), col(Outgoing.chat_id) == chat_id
    )
    pressed = select(func.count(func.distinct(Press.announcement_id))).where(Press.chat_id == chat_id)
    return (await session.exec(sent)).one(), (await session.exec(pressed)).one()


async def reasons(session: AsyncSession, batch_ids: list[int]) -> dict[str, int]:
    """Why messages of the batches failed."""
    failed = (col(Outgoing.batch_id).in_(batch_ids), col(Outgoing.state) == OutgoingState.FAILED)
    counted = select(func.coalesce(Outgoing.reason, ""), func.count()).where(*failed)
    return dict((await session.exec(counted.group_by(col(Outgoing.reason)))).all())


async def recipients(
    session: AsyncSession, batch: AnnouncementBatch, after: int, limit: int
) -> list[tuple[Outgoing, Membership | None]]:
    """Messages of the batch in order after the id, with who got each."""
    member_of = col(Membership.chat_id) == col(Outgoing.chat_id)
    of_batch = (col(Outgoing.batch_id) == batch.batch_id, col(Outgoing.id) > after)
    rows = select(Outgoing, Membership).outerjoin(Membership, member_of).where(*of_batch)
    return list((await session.exec(rows.order_by(col(Outgoing.id)).limit(limit))).all())


async def pressed_at(
    session: AsyncSession, announcement_id: int, button: str, chat_ids: Iterable[int]
) -> dict[int, datetime]:
    """When each of these chats pressed the button; those who did not are left out."""
    pressed = select(Press.chat_id, Press.at).where(Press.announcement_id == announcement_id, Press.button == button)
    return dict((await session.exec(pressed.where(col(Press.chat_id).in_(list(chat_ids))))).all())
