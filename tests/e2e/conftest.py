"""A Telegram of our own, and the settings of a process that talks to it."""

from collections.abc import AsyncIterator

import pytest
from aiohttp.test_utils import TestServer, unused_port

from bot.sandbox.server import TOKEN, create_sandbox


@pytest.fixture
async def telegram_address() -> AsyncIterator[str]:
    async with TestServer(create_sandbox().application()) as server:
        yield str(server.make_url("")).rstrip("/")


@pytest.fixture
def env(park_url: str, telegram_address: str) -> dict[str, str]:
    return {
        "PARKBOT_TELEGRAM_TOKEN": TOKEN,
        "PARKBOT_TELEGRAM_API_URL": f"{telegram_address}/sandbox",
        "PARKBOT_DATABASE_URL": park_url,
        "PARKBOT_HTTP_PORT": str(unused_port()),
    }
