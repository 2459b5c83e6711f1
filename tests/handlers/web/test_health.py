from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestServer

from bot.app import Assistant, assistant
from bot.sandbox.client import SandboxClient
from bot.sandbox.server import create_sandbox
from bot.settings import Settings
from storage.errors import StoreUnavailableError
from tests.fakes import FakeClock
from tests.handlers.conftest import LIN
from tests.parks import settings_for


@pytest.fixture
async def http() -> AsyncIterator[ClientSession]:
    async with ClientSession() as session:
        yield session


async def test_healthz_says_that_the_process_lives(park: Assistant, http: ClientSession) -> None:
    async with http.get(f"{park.address}/healthz") as response:
        assert (response.status, await response.json()) == (200, {"status": "ok"})


async def test_readyz_when_store_and_telegram_answer(park: Assistant, http: ClientSession) -> None:
    async with http.get(f"{park.address}/readyz") as response:
        assert (response.status, await response.json()) == (200, {"status": "ok", "store": True, "telegram": True})


async def test_readyz_names_a_store_that_does_not_answer(
    park: Assistant, http: ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail() -> None:
        raise StoreUnavailableError("locked")

    monkeypatch.setattr(park.services.database, "check", fail)
    async with http.get(f"{park.address}/readyz") as response:
        assert (response.status, await response.json()) == (
            503,
            {"status": "unavailable", "store": False, "telegram": True},
        )


async def test_readyz_names_a_telegram_that_does_not_answer(
    settings: Settings, clock: FakeClock, http: ClientSession
) -> None:
    telegram = TestServer(create_sandbox().application())
    await telegram.start_server()
    given = settings_for(str(telegram.make_url("")).rstrip("/"), settings.database_url)
    async with assistant(given, clock) as running:
        await telegram.close()
        async with http.get(f"{running.address}/readyz") as response:
            assert (await response.json())["telegram"] is False


async def test_metrics_count_questions_and_updates(
    park: Assistant, telegram: SandboxClient, http: ClientSession
) -> None:
    await telegram.ask(LIN, "硬功馆晚上开门吗")
    async with http.get(f"{park.address}/metrics") as response:
        told = await response.text()
    assert response.status == 200
    assert 'parkbot_answers_total{language="zh",outcome="answer"}' in told
    assert 'parkbot_updates_total{seen="false"}' in told
    assert 'parkbot_inbox{state="parked"} 0.0' in told
