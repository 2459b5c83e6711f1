"""What chats want to be told, and when not; a chat must be stored."""

from collections.abc import Iterable

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import Preferences, TopicOff
from storage.upsert import insert_new, put


async def get(session: AsyncSession, chat_id: int) -> Preferences:
    """As the chat chose, else the defaults, which are not stored."""
    return await session.get(Preferences, chat_id) or Preferences(chat_id=chat_id)


async def chosen(session: AsyncSession, chat_ids: Iterable[int]) -> dict[int, Preferences]:
    """Of those of the chats that chose any; the defaults hold for all others."""
    rows = await session.exec(select(Preferences).where(col(Preferences.chat_id).in_(set(chat_ids))))
    return {row.chat_id: row for row in rows.all()}


async def quiet_hours(session: AsyncSession, chat_ids: Iterable[int]) -> dict[int, tuple[int, int]]:
    """From and until by chat, in minutes of the park's day; none where equal."""
    wanted = list(chat_ids)
    own = await chosen(session, wanted)
    rows = (own.get(chat_id) or Preferences(chat_id=chat_id) for chat_id in wanted)
    return {row.chat_id: (row.quiet_from, row.quiet_until) for row in rows}


async def topics_off(session: AsyncSession, chat_id: int) -> frozenset[str]:
    return frozenset((await session.exec(select(TopicOff.topic).where(TopicOff.chat_id == chat_id))).all())


async def set_muted(session: AsyncSession, chat_id: int, *, muted: bool) -> None:
    await put(session, Preferences(chat_id=chat_id, muted=muted), key={"chat_id"}, change={"muted"})


async def set_quiet(session: AsyncSession, chat_id: int, quiet_from: int, quiet_until: int) -> None:
    """Minutes of the park's day; none where equal."""
    hours = Preferences(chat_id=chat_id, quiet_from=quiet_from, quiet_until=quiet_until)
    await put(session, hours, key={"chat_id"}, change={"quiet_from", "quiet_until"})


async def set_topic(session: AsyncSession, chat_id: int, topic: str, *, on: bool) -> None:
    if on:
        of_chat = (col(TopicOff.chat_id) == chat_id, col(TopicOff.topic) == topic)
        await session.exec(delete(TopicOff).where(*of_chat))
    else:
        await insert_new(session, TopicOff(chat_id=chat_id, topic=topic))
