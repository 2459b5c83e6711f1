"""Messages in the outbox as tests want them."""

from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import chats, outbox
from storage.models import Outgoing
from storage.models.base import Json
from tests.factories import AT

TEXT = {"text": "周一停电"}


async def add(session: AsyncSession, chat_id: int | None, content: Json | None = None, **given: Any) -> int:
    """A message to the chat, alone in its batch, due since AT; its id."""
    if chat_id is not None and await chats.get(session, chat_id) is None:
        await chats.upsert(session, chat_id, "private" if chat_id > 0 else "group", AT)
    batch_id = await outbox.add_batch(session, AT)
    content_id = await outbox.add_content(session, TEXT if content is None else content)
    columns: dict[str, Any] = {"batch_id": batch_id, "content_id": content_id, "due_at": AT, "quiet": False} | given
    row = Outgoing(key=f"{batch_id}:{chat_id}", chat_id=chat_id, **columns)
    session.add(row)
    await session.flush()
    assert row.id is not None
    return row.id


async def all_of(session: AsyncSession) -> list[Outgoing]:
    """All messages as they now are, by their ids."""
    found = select(Outgoing).order_by(col(Outgoing.id))
    return list((await session.exec(found, execution_options={"populate_existing": True})).all())
