"""An assistant with the demonstration park, talking over real HTTP to a Telegram of its own."""

import logging
from collections.abc import AsyncIterator, Callable, Iterator

import pytest
import structlog
from aiohttp.test_utils import TestServer

from bot.app import Assistant, assistant
from bot.delivery import pacing
from bot.languages import Language
from bot.messages.texts import texts_in
from bot.sandbox.client import SandboxClient
from bot.sandbox.server import create_sandbox
from bot.sandbox.views import MessageView
from bot.settings import Settings
from tests.fakes import FakeClock
from tests.parks import settings_for

LIN, EMMA = 1001, 1005
ZH, EN = texts_in(Language.ZH), texts_in(Language.EN)


def data_of(message: MessageView, prefix: str) -> list[str]:
    """What the buttons carry whose data begins with `prefix`."""
    return [button.data for button in message.buttons if button.data.startswith(prefix)]


Faults = Callable[[], list[object]]


@pytest.fixture
def faults(caplog: pytest.LogCaptureFixture) -> Iterator[Faults]:
    """What was logged as a fault so far, by us or by a library."""
    with structlog.testing.capture_logs() as ours:
        yield lambda: [
            *(line for line in ours if line["log_level"] in {"error", "critical"}),
            *(record for record in caplog.records if record.levelno >= logging.ERROR),
        ]


@pytest.fixture(autouse=True)
def _quickly(quick_start: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """All tests of handlers begin with an engine that is built, and their people write faster than people do."""
    monkeypatch.setattr(pacing, "BURST", 1000)


@pytest.fixture
async def telegram_address() -> AsyncIterator[str]:
    async with TestServer(create_sandbox().application()) as server:
        yield str(server.make_url("")).rstrip("/")


@pytest.fixture
async def telegram(telegram_address: str) -> AsyncIterator[SandboxClient]:
    """Telegram, with two people who have not met the assistant: one reads Chinese, one English."""
    async with SandboxClient(telegram_address) as client:
        await client.create_person("林工", language_code="zh-hans", person_id=LIN)
        await client.create_person("Emma", language_code="en", person_id=EMMA)
        yield client


@pytest.fixture
def settings(park_url: str, telegram_address: str) -> Settings:
    return settings_for(telegram_address, park_url)


@pytest.fixture
async def park(settings: Settings, clock: FakeClock, telegram: SandboxClient) -> AsyncIterator[Assistant]:
    """The assistant, running; its clock stands on Monday 2026-11-23, 10:00."""
    async with assistant(settings, clock) as running:
        yield running
