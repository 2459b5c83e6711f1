"""python -m tests.bench.telegram PORT CHATS SECONDS: a sandbox in a process of its own, with Telegram's limits.

So many people have started the bot; every answer takes so long. SandboxClient asks it what it took.
"""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web
from aiohttp.test_utils import unused_port

from bot.sandbox.chats import Person
from bot.sandbox.client import SandboxClient
from bot.sandbox.limits import REAL
from bot.sandbox.server import Options, create_sandbox
from tests.e2e.processes import parkbot

FIRST = 500_001


def main(port: int, chats: int, latency: float) -> None:
    sandbox = create_sandbox(options=Options(latency=latency, limits=REAL))
    sandbox.world.people |= {one: Person(one, "T", "zh", listed=False, started=True) for one in chat_ids(chats)}
    web.run_app(sandbox.application(), host="127.0.0.1", port=port, access_log=None)


def chat_ids(chats: int) -> range:
    return range(FIRST, FIRST + chats)


@asynccontextmanager
async def running(folder: Path, chats: int, latency: float) -> AsyncIterator[tuple[str, SandboxClient]]:
    """Its address, and a client of it."""
    port = unused_port()
    arguments = (str(port), str(chats), str(latency))
    async with parkbot(*arguments, folder=folder, module="tests.bench.telegram") as process:
        await process.wait_for("Running on")
        address = f"http://127.0.0.1:{port}"
        async with SandboxClient(address) as client:
            yield address, client


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]))
