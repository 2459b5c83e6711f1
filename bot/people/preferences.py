"""What tenants want to be told, and when not."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from storage import chats
from storage import preferences as stored
from storage.database import Database
from storage.models.preferences import QUIET_FROM, QUIET_UNTIL

NO_HOURS = (0, 0)
HOURS = ((QUIET_FROM, QUIET_UNTIL), (21 * 60, 9 * 60), (23 * 60, 7 * 60), NO_HOURS)
"""The quiet hours that are offered, in minutes of the park's day; the first hold unless others are chosen."""


@dataclass(frozen=True)
class Wishes:
    """`muted`: no announcements but the urgent ones; `hours` as in HOURS; a topic is wanted unless it is off."""

    muted: bool
    hours: tuple[int, int]
    topics_off: frozenset[str]


async def load(session: AsyncSession, chat_id: int) -> Wishes:
    row = await stored.get(session, chat_id)
    return Wishes(row.muted, (row.quiet_from, row.quiet_until), await stored.topics_off(session, chat_id))


async def of_chat(database: Database, chat_id: int) -> Wishes:
    async with database.read() as session:
        return await load(session, chat_id)


async def mute(database: Database, chat_id: int, now: datetime, *, muted: bool) -> None:
    async with database.transaction() as session:
        await chats.upsert(session, chat_id, "private", now)
        await stored.set_muted(session, chat_id, muted=muted)


async def be_quiet(database: Database, chat_id: int, now: datetime, hours: tuple[int, int]) -> None:
    async with database.transaction() as session:
        await chats.upsert(session, chat_id, "private", now)
        await stored.set_quiet(session, chat_id, *hours)


async def want(database: Database, chat_id: int, now: datetime, topic: str, *, wanted: bool) -> None:
    """Whether announcements on a topic are wanted."""
    async with database.transaction() as session:
        await chats.upsert(session, chat_id, "private", now)
        await stored.set_topic(session, chat_id, topic, on=wanted)
