"""The sandbox for a browser: on the session's event loop, with a bot that the test plays itself."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import ClientSession
from aiohttp.test_utils import TestServer

from bot.sandbox.client import SandboxClient
from bot.sandbox.server import Sandbox, create_sandbox
from tests.bot.sandbox.bot_side import BotSide
from tests.bot.sandbox.conftest import CAST


@pytest.fixture
def sandbox() -> Sandbox:
    return create_sandbox(cast=CAST)


@pytest_asyncio.fixture(loop_scope="session")
async def address(sandbox: Sandbox) -> AsyncIterator[str]:
    async with TestServer(sandbox.application()) as server:
        yield str(server.make_url("")).rstrip("/")


@pytest_asyncio.fixture(loop_scope="session")
async def bot(address: str, sandbox: Sandbox) -> AsyncIterator[BotSide]:
    async with ClientSession() as session:
        yield BotSide(session, f"{address}/sandbox/bot{sandbox.token}")


@pytest_asyncio.fixture(loop_scope="session")
async def client(address: str) -> AsyncIterator[SandboxClient]:
    async with SandboxClient(address) as connected:
        yield connected


async def next_update(bot: BotSide) -> dict[str, Any]:
    """The next update, confirmed."""
    update: dict[str, Any] = (await bot.updates(timeout=10, limit=1))[0]
    await bot.updates(offset=update["update_id"] + 1)
    return update
