import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestServer
from telegram.error import NetworkError, RetryAfter
from telegram.ext import ExtBot

from bot.app import Assistant, assistant
from bot.sandbox.client import SandboxClient
from bot.sandbox.server import create_sandbox
from bot.settings import Settings
from handlers.web import health
from storage.errors import StoreUnavailableError
from tests.fakes import FakeClock
from tests.handlers.conftest import LIN
from tests.parks import settings_for


@asynccontextmanager
async def closed() -> AsyncIterator[None]:
    """A store that does not answer."""
    raise StoreUnavailableError("locked")
    yield


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


async def test_readyz_asks_telegram_once_in_a_while(
    park: Assistant, telegram: SandboxClient, http: ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def asked() -> int:
        return len(await telegram.calls(method="getMe"))

    before = await asked()
    for _ in range(3):
        await http.get(f"{park.address}/readyz")
    assert await asked() == before + 1
    monkeypatch.setattr(health, "KEPT", 0)
    await http.get(f"{park.address}/readyz")
    assert await asked() == before + 2


async def test_readyz_does_not_wait_for_long(
    park: Assistant, telegram: SandboxClient, http: ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never() -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr(health, "PATIENCE", 0.05)
    monkeypatch.setattr(park.services.database, "check", never)
    await telegram.set_latency(1)
    async with asyncio.timeout(0.9), http.get(f"{park.address}/readyz") as response:
        assert await response.json() == {"status": "unavailable", "store": False, "telegram": False}


@pytest.mark.parametrize(("error", "answers"), [(RetryAfter(30), True), (NetworkError("reset"), False)])
async def test_readyz_takes_flood_control_for_an_answer(
    park: Assistant, http: ClientSession, monkeypatch: pytest.MonkeyPatch, error: Exception, answers: bool
) -> None:
    async def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(ExtBot, "get_me", fail)
    async with http.get(f"{park.address}/readyz") as response:
        assert (await response.json())["telegram"] is answers


async def test_metrics_leave_the_inbox_out_while_the_store_does_not_answer(
    park: Assistant, http: ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    await http.get(f"{park.address}/metrics")
    monkeypatch.setattr(park.services.database, "read", closed)
    async with http.get(f"{park.address}/metrics") as response:
        told = await response.text()
    assert response.status == 200
    assert "parkbot_updates_total" in told
    assert "parkbot_inbox{" not in told


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
