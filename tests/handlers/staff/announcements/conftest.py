"""An owner who writes announcements, and two tenants who have met the assistant."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.app import Assistant
from bot.delivery.pacing import Pacing
from bot.people import staff
from bot.people.staff import Member, Role
from bot.sandbox.client import SandboxClient
from bot.sandbox.server import TOKEN
from handlers.application import ParkApplication, build_application
from storage import memberships
from tests.factories import AT
from tests.handlers.conftest import EMMA, LIN
from tests.handlers.staff.announcements.officer import Officer
from tests.handlers.staff.conftest import LI, SHEN


@pytest.fixture
async def officer(park: Assistant, telegram: SandboxClient) -> Officer:
    """沈敏, an owner; 林工 of a company in building 4 and Emma, of none, have said hello."""
    await telegram.create_person("沈敏", language_code="zh-hans", person_id=SHEN)
    await staff.put(park.services.database, Member(SHEN, Role.OWNER, "沈敏", AT))
    for person in (LIN, EMMA):
        await telegram.ask(person, "/start")
    async with park.services.database.transaction() as session:
        await memberships.add(session, LIN, "demo-router", AT, shown_as="林工")
    return Officer(telegram, SHEN)


@pytest.fixture
async def colleague(park: Assistant, officer: Officer, telegram: SandboxClient) -> Officer:
    """小李, an announcer."""
    await telegram.create_person("小李", language_code="zh-hans", person_id=LI)
    await staff.put(park.services.database, Member(LI, Role.ANNOUNCER, "小李", AT))
    await telegram.ask(LI, "/start")
    return Officer(telegram, LI)


@asynccontextmanager
async def handlers_of(park: Assistant) -> AsyncIterator[ParkApplication]:
    """The same handlers, given updates by hand."""
    application = build_application(TOKEN, park.services, Pacing(30))
    async with application:
        yield application


@pytest.fixture
async def application(park: Assistant, officer: Officer) -> AsyncIterator[ParkApplication]:
    async with handlers_of(park) as application:
        yield application
