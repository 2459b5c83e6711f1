"""A store with a company that staff made, and people who might join it."""

from collections.abc import Awaitable, Callable
from datetime import datetime

import pytest

from bot.knowledge.values import Text
from bot.people import companies
from bot.people.company import Company
from storage import chats
from storage.database import Database
from tests.fakes import FakeClock

ACME = Company(id="acme", name=Text(zh="甲公司", en="Acme"), employees=14)
PEOPLE = (5, 6, 7)


@pytest.fixture
async def park(database: Database, clock: FakeClock) -> Database:
    """Acme, which nobody belongs to yet, and three chats."""
    assert await companies.add(database, ACME, clock.now())
    async with database.transaction() as session:
        for chat_id in PEOPLE:
            await chats.upsert(session, chat_id, "private", clock.now())
    return database


Invite = Callable[[], Awaitable[str]]


@pytest.fixture
def invite(park: Database, clock: FakeClock) -> Invite:
    async def made(company_id: str = ACME.id, now: datetime | None = None) -> str:
        secret = await companies.invite(park, company_id, now or clock.now())
        assert secret is not None
        return secret

    return made
