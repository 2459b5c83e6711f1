"""A sandbox on a port of its own, a bot that speaks plain HTTP to it, and its client."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestServer

from bot.sandbox.client import SandboxClient
from bot.sandbox.personas import Cast, Persona, PersonaGroup
from bot.sandbox.server import Options, Sandbox, create_sandbox
from bot.sandbox.views import MessageView
from tests.bot.sandbox.bot_side import BotSide
from tests.fakes import FakeClock

LIN, EMMA, CHEN = 1001, 1002, 1003
GROUP = -1001
CAST = Cast(
    people=[
        Persona(LIN, "林工", "zh-hans", {"zh": "演示公司甲", "en": "Demo Router Co"}, username="lin_gong"),
        Persona(EMMA, "Emma", "en"),
        Persona(CHEN, "陈晓雨", "zh-hans"),
    ],
    groups=[PersonaGroup(GROUP, "租户群", (LIN, EMMA))],
)


@pytest.fixture
def sandbox(clock: FakeClock) -> Sandbox:
    return create_sandbox(cast=CAST, clock=clock, options=Options(webhook_backoff=0.02, webhook_longest=0.05))


@pytest.fixture
async def address(sandbox: Sandbox) -> AsyncIterator[str]:
    async with TestServer(sandbox.application()) as server:
        yield str(server.make_url("")).rstrip("/")


@pytest.fixture
async def bot(address: str, sandbox: Sandbox) -> AsyncIterator[BotSide]:
    async with ClientSession() as session:
        yield BotSide(session, f"{address}/sandbox/bot{sandbox.token}")


@pytest.fixture
async def client(address: str) -> AsyncIterator[SandboxClient]:
    async with SandboxClient(address) as connected:
        yield connected


@pytest.fixture
async def started(client: SandboxClient) -> MessageView:
    """Lin has written /start; the message."""
    return await client.send_text(LIN, "/start")
