"""Typed questions stay questions: whoever leaves what was asked about a mentoring day is not taken at the next word."""

import pytest

from bot.app import Assistant
from bot.sandbox.client import SandboxClient
from storage.models import ApplicationState
from tests.handlers.conftest import LIN, Faults
from tests.handlers.forging import with_button
from tests.handlers.tenant.profile.talking import Person
from tests.handlers.tenant.test_mentoring import apply, state

PRODUCT = "一台会飞的路由器"


@pytest.fixture
async def asked(park: Assistant, telegram: SandboxClient) -> Person:
    """林工 has applied, and is asked for the product once more."""
    lin = Person(telegram, LIN)
    await apply(lin, PRODUCT)
    await lin.presses("mentor:change:1")
    await lin.presses("mentor:product:1")
    return lin


async def product(park: Assistant) -> str:
    own = (await park.services.mentoring.days.find(1, LIN)).own
    return own.product if own else ""


@pytest.mark.parametrize("command", ["/settings", "/start", "/mentoring", "/nonsense"])
async def test_command_leaves_the_question(park: Assistant, asked: Person, command: str, faults: Faults) -> None:
    await asked.says(command)
    assert "食堂" in (await asked.says("食堂几点开门")).text
    assert await product(park) == PRODUCT
    assert faults() == []


@pytest.mark.parametrize("data", ["mentor:change:1", "mentor:open:taofu", "mentor:wish:1:2", "list:programme:0"])
async def test_press_leaves_the_question(park: Assistant, asked: Person, telegram_address: str, data: str) -> None:
    await asked.presses(data, on=await with_button(telegram_address, asked, data))
    assert "食堂" in (await asked.says("食堂几点开门")).text
    assert await product(park) == PRODUCT


async def test_word_about_another_message_leaves_it_open(park: Assistant, asked: Person, telegram_address: str) -> None:
    button = await with_button(telegram_address, asked, "ack:1")
    await asked.telegram.press(LIN, button.id, "ack:1")
    await asked.says("一台会游泳的路由器")
    assert await product(park) == "一台会游泳的路由器"


async def test_withdrawn_application_does_not_come_back(park: Assistant, asked: Person, telegram_address: str) -> None:
    await asked.presses("mentor:leave:1", on=await with_button(telegram_address, asked, "mentor:leave:1"))
    assert "食堂" in (await asked.says("食堂几点开门")).text
    await asked.corrects(PRODUCT, "一台会游泳的路由器")
    assert await state(park, LIN) is ApplicationState.WITHDRAWN
