"""What chats' calendars were told, and the addresses from which they fetch it."""

from collections.abc import Iterable

from sqlmodel import col, delete, func, select, update
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from storage.models import CalendarEntry, CalendarFeed
from storage.upsert import put


async def put_feed(session: AsyncSession, feed: CalendarFeed) -> None:
    """The chat's address from now on, in place of the one that it had."""
    await put(session, feed, key={"chat_id"}, change={"secret_hash", "made_at"})


async def remove_feed(session: AsyncSession, chat_id: int) -> None:
    await session.exec(delete(CalendarFeed).where(col(CalendarFeed.chat_id) == chat_id))


async def feed_of(session: AsyncSession, chat_id: int) -> CalendarFeed | None:
    return await session.get(CalendarFeed, chat_id)


async def feed_at(session: AsyncSession, secret_hash: str) -> CalendarFeed | None:
    return (await session.exec(select(CalendarFeed).where(CalendarFeed.secret_hash == secret_hash))).one_or_none()


async def entries(session: AsyncSession, chat_id: int, occurrence_id: int | None = None) -> list[CalendarEntry]:
    """All that its calendars were told, or what they were told of one occurrence."""
    own = select(CalendarEntry).where(CalendarEntry.chat_id == chat_id)
    if occurrence_id is not None:
        own = own.where(CalendarEntry.occurrence_id == occurrence_id)
    return list((await session.exec(own.order_by(col(CalendarEntry.uid)))).all())


async def count_of_chat(session: AsyncSession, chat_id: int) -> int:
    return (await session.exec(select(func.count()).where(CalendarEntry.chat_id == chat_id))).one()


async def save(session: AsyncSession, rows: Iterable[CalendarEntry]) -> None:
    for row in rows:
        await session.merge(row)
    await session.flush()


async def remove(session: AsyncSession, chat_id: int, uids: Iterable[str]) -> None:
    gone = (col(CalendarEntry.chat_id) == chat_id, col(CalendarEntry.uid).in_(list(uids)))
    await session.exec(delete(CalendarEntry).where(*gone))


async def mark_as_file(session: AsyncSession, chat_id: int, uids: Iterable[str]) -> None:
    """They were taken as a file."""
    told = (col(CalendarEntry.chat_id) == chat_id, col(CalendarEntry.uid).in_(list(uids)))
    await session.exec(update(CalendarEntry).where(*told).values(as_file=True))


def takers(occurrence_id: int) -> SelectOfScalar[int]:
    """The chats that took a file of the occurrence."""
    taken = (CalendarEntry.occurrence_id == occurrence_id, col(CalendarEntry.as_file).is_(True))
    return select(CalendarEntry.chat_id).where(*taken)


async def has_file(session: AsyncSession, occurrence_id: int, chat_id: int) -> bool:
    """Whether the chat took a file of the occurrence."""
    own = takers(occurrence_id).where(CalendarEntry.chat_id == chat_id).limit(1)
    return (await session.exec(own)).first() is not None
