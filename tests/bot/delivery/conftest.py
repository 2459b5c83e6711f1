"""A sandbox over HTTP where Lin has started the bot, and a bot that is paced."""

from collections.abc import AsyncIterator

import pytest
from aiohttp.test_utils import TestServer
from telegram.ext import ExtBot

from bot.delivery.limiter import Limiter
from bot.delivery.pacing import Pacing
from bot.delivery.request import AiohttpRequest, Timeouts
from bot.sandbox.client import SandboxClient
from bot.sandbox.server import TOKEN, create_sandbox

LIN = 1001


@pytest.fixture
async def address() -> AsyncIterator[str]:
    async with TestServer(create_sandbox().application()) as server:
        yield str(server.make_url("")).rstrip("/")


@pytest.fixture
async def telegram(address: str) -> AsyncIterator[SandboxClient]:
    """Telegram, where Lin has started the bot."""
    async with SandboxClient(address) as client:
        await client.create_person("林工", person_id=LIN)
        await client.send_text(LIN, "/start")
        yield client


@pytest.fixture
def pacing() -> Pacing:
    return Pacing(30)


@pytest.fixture
async def paced(address: str, telegram: SandboxClient, pacing: Pacing) -> AsyncIterator[ExtBot[bool]]:
    """A bot that soon gives up waiting for an answer."""
    requests = AiohttpRequest(connections=8, timeouts=Timeouts(read=0.5)), AiohttpRequest(connections=1)
    url = f"{address}/sandbox/bot"
    async with ExtBot(
        TOKEN, url, request=requests[0], get_updates_request=requests[1], rate_limiter=Limiter(pacing)
    ) as bot:
        yield bot
