"""A store, a Telegram that keeps to its limits, and processes that serve them until they are killed."""

import os
import signal
from collections.abc import Iterable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from aiohttp.test_utils import TestServer, unused_port
from sqlalchemy import insert

from bot.clock import SystemClock
from bot.sandbox.chats import Person
from bot.sandbox.limits import REAL
from bot.sandbox.server import TOKEN, Options, Sandbox, create_sandbox
from storage import dispatching
from storage.database import Database, opened
from storage.models import Chat
from tests.e2e.processes import Process, parkbot
from tests.postgres import Postgres
from tests.stores import TEMPLATE
from tests.waiting import until

KILLS = int(os.environ.get("CRASH_KILLS", "3"))
IN_FLIGHT = 8
FIRST = 500_001
LATENCY = 0.05
LOOK = 0.1  # seconds between looks at a large store: Telegram answers from this process too


@dataclass
class CrashPark:
    sandbox: Sandbox
    database: Database
    folder: Path
    env: dict[str, str]

    async def meet(self, ids: Iterable[int]) -> None:
        """These people have written to the assistant before."""
        now, ids = SystemClock().now(), list(ids)
        self.sandbox.world.people |= {one: Person(one, "T", "zh", listed=False, started=True) for one in ids}
        known = [{"id": one, "type": "private", "reachable": True, "created_at": now, "seen_at": now} for one in ids]
        async with self.database.transaction() as session:
            await session.exec(insert(Chat), params=known)

    async def process(self, stack: AsyncExitStack, point: str = "", number: int = 0) -> Process:
        """`parkbot serve`, which kills itself at a point; it ends with the stack."""
        env = {**self.env, "PARKBOT_HTTP_PORT": "0"}
        if point:
            env |= {"CRASH_POINT": point, "CRASH_NUMBER": str(number)}
        serving = parkbot("serve", folder=self.folder, env=env, module="tests.e2e.crashing")
        return await stack.enter_async_context(serving)

    async def left(self) -> int:
        """Messages that are not over."""
        async with self.database.read() as session:
            return sum((await dispatching.waiting(session)).values())

    @property
    def taken(self) -> int:
        """Messages that Telegram took."""
        return self.sandbox.world.ledger.accepted

    async def goes_on(self) -> None:
        """Until Telegram takes something more."""
        before = self.taken
        await until(lambda: self.taken > before, within=60)

    async def finish(self, *processes: Process) -> None:
        """Until nothing is left to send; then processes are stopped as their operator would."""
        await until(self.left, is_=0, within=60 + await self.left() / 10, every=LOOK)
        for process in processes:
            await process.wait_for("assistant.started")
            assert await process.end(signal.SIGTERM) == 0


P = TypeVar("P", bound=CrashPark)


async def opened_park(stack: AsyncExitStack, kind: type[P], url: str, folder: Path) -> P:
    sandbox = create_sandbox(options=Options(latency=LATENCY, limits=REAL))
    server = await stack.enter_async_context(TestServer(sandbox.application()))
    database = await stack.enter_async_context(opened(url))
    return kind(sandbox, database, folder, env_of(str(server.make_url("")).rstrip("/"), url))


def env_of(address: str, url: str) -> dict[str, str]:
    return {
        "PARKBOT_TELEGRAM_TOKEN": TOKEN,
        "PARKBOT_TELEGRAM_API_URL": f"{address}/sandbox",
        "PARKBOT_DATABASE_URL": url,
        "PARKBOT_WEBHOOK_URL": f"http://127.0.0.1:{unused_port()}",
        "LEASE_SECONDS": "2",
    }


def shared_url(stack: AsyncExitStack, postgres: Postgres) -> str:
    """A migrated PostgreSQL store, with room for replicas."""
    return stack.enter_context(postgres.database(f"crash_{uuid4().hex}", TEMPLATE))
