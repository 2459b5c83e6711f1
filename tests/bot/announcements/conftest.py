"""A store with tenants of companies, and announcements in it."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import col, select, update

from bot.announcements.audience import Audience
from bot.announcements.drafting import Draft
from bot.announcements.service import Announcements
from bot.languages import Language
from bot.messages.content import Content
from bot.people import companies, staff
from bot.people.company import Company
from bot.people.staff import Member, Role
from storage import chats, memberships
from storage.database import Database
from storage.models import Announcement, Chat, Outgoing, OutgoingState
from tests.factories import AT
from tests.fakes import FakeClock
from tests.parks import ZONE

LIN, WANG, EMMA, GROUP = 11, 12, 13, -14
"""Tenants of acme (林工, in building 3), of lumen (without a name, in building 5), of no company; and a group."""
SHEN, LI = 21, 22
"""An owner and an announcer, who are tenants as anybody."""
PEOPLE = {LIN, WANG, EMMA, SHEN, LI}
WRITER, OTHER = f"staff:{SHEN}", f"staff:{LI}"
FIRE_DRILL = Content(text="周一 9 点 3 号楼消防演练")

ACME = Company.model_validate(
    {"id": "acme", "name": {"zh": "顶点", "en": "Acme"}, "building": "building-3", "sector": "ai"}
    | {"moved_in": "2026-03-01"}
)
LUMEN = Company.model_validate(
    {"id": "lumen", "name": {"zh": "流明", "en": "Lumen"}, "building": "building-5", "sector": "iot"}
    | {"moved_in": "2025-06-01"}
)

Released = Callable[..., Awaitable[Announcement]]


@pytest.fixture
async def desk(database: Database, clock: FakeClock) -> Announcements:
    await companies.save(database, [ACME, LUMEN], clock)
    async with database.transaction() as session:
        for person in sorted(PEOPLE):
            await chats.upsert(session, person, "private", AT, user_language="en" if person == EMMA else None)
        await chats.upsert(session, GROUP, "supergroup", AT)
        await memberships.add(session, LIN, "acme", AT, shown_as="林工")
        await memberships.add(session, WANG, "lumen", AT)
    await staff.put(database, Member(SHEN, Role.OWNER, "沈敏", AT))
    await staff.put(database, Member(LI, Role.ANNOUNCER, "小李", AT))
    return Announcements(database, clock, ZONE)


def draft(**given: Any) -> Draft:
    values: dict[str, Any] = {"contents": {Language.ZH: FIRE_DRILL}, "audience": Audience(all=True)}
    return Draft(**(values | given))


@pytest.fixture
def released(desk: Announcements) -> Released:
    """Drafts and releases an announcement."""

    async def release(**given: Any) -> Announcement:
        drafted = await desk.draft(WRITER, draft(**given))
        return await desk.release(id_of(drafted), WRITER, drafted.revision)

    return release


def id_of(announcement: Announcement) -> int:
    assert announcement.id is not None
    return announcement.id


async def outgoing(database: Database, **columns: Any) -> list[Outgoing]:
    """What is in the outbox, by chat."""
    conditions = [getattr(Outgoing, name) == value for name, value in columns.items()]
    async with database.read() as session:
        rows = select(Outgoing).where(*conditions).order_by(col(Outgoing.id), col(Outgoing.chat_id))
        return list((await session.exec(rows)).all())


async def deliver(database: Database, *, but: tuple[int, ...] = (), message_id: int = 1) -> None:
    """What waits arrives, but in these chats."""
    async with database.transaction() as session:
        waiting = (col(Outgoing.state) == OutgoingState.PENDING, col(Outgoing.chat_id).not_in(but))
        sent = {"state": OutgoingState.SENT, "message_ids": [message_id], "ended_at": AT + timedelta(seconds=1)}
        await session.exec(update(Outgoing).where(*waiting).values(**sent))


async def forget(database: Database, chat_id: int) -> None:
    async with database.transaction() as session:
        await chats.forget(session, chat_id)


async def speak(database: Database, chat_id: int, language: str) -> None:
    async with database.transaction() as session:
        await session.exec(update(Chat).where(col(Chat.id) == chat_id).values(spoken=language))
