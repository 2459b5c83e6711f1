"""`parkbot sandbox`, as a process."""

import asyncio
import signal
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import unused_port

from bot.sandbox.client import SandboxClient
from tests.commands import run

ROOT = Path(__file__).parents[3]


@pytest.fixture
async def port() -> AsyncIterator[int]:
    """Of a sandbox that runs, and ends well when it is told to."""
    port = unused_port()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "sandbox", "--port", str(port)), cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    async with asyncio.timeout(20):
        assert (await process.stdout.readline()).decode() == f"Chat page  http://127.0.0.1:{port}/chat/\n"
    yield port
    process.send_signal(signal.SIGTERM)
    async with asyncio.timeout(10):
        assert await process.wait() == 0


async def test_sandbox_serves_a_bot_and_the_people_of_the_demonstration(port: int) -> None:
    address = f"http://127.0.0.1:{port}"
    async with SandboxClient(address) as client, ClientSession() as session:
        people = await client.people()
        await client.send_text(people[0].id, "您好")
        answer = await session.get(f"{address}/sandbox/bot1234567890:sandbox/getUpdates")
        page = await session.get(f"{address}/chat/")

        assert (await answer.json())["result"][0]["message"]["text"] == "您好"
        assert page.status == 200
    assert [person.name for person in people] == ["林工", "陈晓雨", "吴老板", "小周", "Emma Clarke", "沈敏"]


def test_port_in_use_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run("sandbox", "--port", str(port)) == 1

    assert capsys.readouterr().err == f"parkbot: Cannot listen at 127.0.0.1:{port}: Address already in use.\n"


def test_token_without_a_number_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("sandbox", "--token", "secret") == 1
    assert "like 1234567890:sandbox" in capsys.readouterr().err
