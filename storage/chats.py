"""Chats that the assistant is in."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import true
from sqlmodel import col, delete, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import outbox, updates
from storage.locks import CHANGING
from storage.models import Case, Chat, Exchange
from storage.models.base import Json
from storage.upsert import put


async def get(session: AsyncSession, chat_id: int) -> Chat | None:
    return await session.get(Chat, chat_id)


async def locked(session: AsyncSession, chat_id: int) -> Chat | None:
    """The chat, which nobody else changes until the end."""
    return await session.get(Chat, chat_id, with_for_update=CHANGING, populate_existing=True)


async def upsert(session: AsyncSession, chat_id: int, chat_type: str, now: datetime, **columns: Any) -> Chat:
    """The chat, made when it is new, with these columns set; somebody wrote in it now, so it is reachable.

    Its row stays locked until the transaction ends, so that what is set on it is not lost.
    """
    chat = Chat(id=chat_id, type=chat_type, created_at=now, seen_at=now, **columns)
    return await put(session, chat, key={"id"}, change={"type", "seen_at", "reachable", *columns})


async def set_reachable(session: AsyncSession, chat_id: int, *, reachable: bool) -> None:
    """The bot was blocked there or removed, or let in again; a chat that is not stored stays so."""
    await session.exec(update(Chat).where(col(Chat.id) == chat_id).values(reachable=reachable))


async def reachable(session: AsyncSession, chat_ids: Iterable[int]) -> set[int]:
    """Those of the chats that are stored and can be reached."""
    there = (col(Chat.id).in_(set(chat_ids)), col(Chat.reachable) == true())
    return set((await session.exec(select(Chat.id).where(*there))).all())


async def lost(session: AsyncSession, chat_id: int, since: datetime) -> None:
    """The bot was found blocked or removed at that time, unless somebody has written there after it."""
    gone = (col(Chat.id) == chat_id, col(Chat.seen_at) <= since)
    await session.exec(update(Chat).where(*gone).values(reachable=False))


async def set_context(session: AsyncSession, chat_id: int, context: Json | None) -> None:
    """What the chat is about now; a chat that is not stored stays so."""
    await session.exec(update(Chat).where(col(Chat.id) == chat_id).values(context=context))


async def migrate_group(session: AsyncSession, old_id: int, new_id: int, now: datetime) -> None:
    """A group became a supergroup, which has another id and numbers its messages anew; what was asked moves along."""
    old = await session.get(Chat, old_id)
    new = await upsert(session, new_id, "supergroup", now)
    if old:
        new.user_language, new.context = old.user_language, old.context
        moved = {"chat_id": new_id, "message_id": None}
        await session.exec(update(Exchange).where(col(Exchange.chat_id) == old_id).values(**moved, reply_id=None))
        await session.exec(update(Case).where(col(Case.chat_id) == old_id).values(**moved))
        await outbox.move(session, old_id, new_id)
        await session.delete(old)


async def forget(session: AsyncSession, chat_id: int) -> bool:
    """Erase everything stored about the chat; False if nothing was."""
    await updates.forget(session, chat_id)
    await outbox.forget(session, chat_id)
    return (await session.exec(delete(Chat).where(col(Chat.id) == chat_id))).rowcount == 1
