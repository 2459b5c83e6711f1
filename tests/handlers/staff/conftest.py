"""An assistant with an owner, and people to join the staff."""

import pytest

from bot.app import Assistant
from bot.people import staff
from bot.people.staff import Member, Role
from bot.sandbox.client import SandboxClient
from bot.sandbox.views import MessageView
from storage.database import Database
from tests.factories import AT

SHEN, LI = 1006, 7_000_000_001


async def roles(park: Assistant) -> dict[int, Role]:
    return {one.telegram_id: one.role for one in await staff.team(park.services.database)}


async def enlist(database: Database, person: int, role: Role, name: str | None = None) -> None:
    await staff.put(database, Member(person, role, name, AT))


async def pressed(telegram: SandboxClient, person: int, message: MessageView, button: str) -> MessageView:
    """What a press makes of the message."""
    await telegram.press(person, message.id, button)
    (changed,) = await telegram.wait_messages(person, after=message.change)
    assert changed.id == message.id
    return changed


@pytest.fixture
async def staffed(park: Assistant, telegram: SandboxClient) -> Assistant:
    """The assistant, with 沈敏 as its owner and 小李 about to write."""
    await telegram.create_person("沈敏", language_code="zh-hans", person_id=SHEN)
    await telegram.create_person("小李", language_code="zh-hans", person_id=LI)
    await enlist(park.services.database, SHEN, Role.OWNER, "沈敏")
    return park
