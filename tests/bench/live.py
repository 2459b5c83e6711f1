"""How long a tenant waits for an answer while an announcement goes out."""

import asyncio
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from aiohttp.test_utils import unused_port

from bot.clock import SystemClock
from bot.knowledge import pack
from bot.knowledge.store import publish
from bot.sandbox.client import SandboxClient
from bot.sandbox.server import TOKEN
from storage.database import opened
from tests.bench import senders, telegram
from tests.bench.measures import percentile
from tests.bench.outside import Outside
from tests.bench.table import Table
from tests.e2e.processes import parkbot

CHATS = 3_000
LATENCY = 0.03
ASKERS = 50
QUESTIONS = 300
ASKED = ("硬功馆晚上开门吗", "租金补贴补多少？", "食堂几点关门？", "Is there a climbing wall?")
PATIENCE = 900
HEADER = ("a live question", "p50 ms", "p99 ms", "above idle")
NOTES = (
    f"`parkbot serve` with the demonstration park on SQLite, by polling; {QUESTIONS} questions one after the other in "
    f"{ASKERS} chats, from sending one to seeing its answer, at a round trip of {1000 * LATENCY:.0f} ms; then the same "
    f"while an announcement goes out to {CHATS:,} chats at 30/s."
)


def table(_outside: Outside) -> Table:
    return asyncio.run(_table())


async def _table() -> Table:
    with TemporaryDirectory() as name:
        folder = Path(name)
        url = f"sqlite:///{folder}/park.sqlite3"
        async with opened(url) as database, telegram.running(folder, CHATS, LATENCY) as (address, client):
            await publish(database, pack.demonstration(), replace=True, clock=SystemClock())
            askers = [(await client.create_person()).id for _ in range(ASKERS)]
            env = {
                "PARKBOT_TELEGRAM_TOKEN": TOKEN,
                "PARKBOT_TELEGRAM_API_URL": f"{address}/sandbox",
                "PARKBOT_DATABASE_URL": url,
                "PARKBOT_HTTP_PORT": str(unused_port()),
            }
            async with parkbot("serve", folder=folder, env=env) as process:
                await process.wait_for("fits.kept", within=PATIENCE)
                idle = await _waits(client, askers)
                before = (await client.accepted_summary())["accepted"]
                await senders.announce(database, telegram.chat_ids(CHATS))
                busy = await _waits(client, askers)
                sent = (await client.accepted_summary())["accepted"] - before - QUESTIONS
    assert 0 < sent < CHATS, "it was to be asked while the announcement went out"
    return Table(
        "Live answers beside an announcement",
        HEADER,
        (_row("idle", idle, idle), _row("while an announcement goes out", busy, idle)),
        NOTES,
    )


async def _waits(client: SandboxClient, askers: Sequence[int]) -> list[float]:
    """Milliseconds."""
    took = []
    for number in range(QUESTIONS):
        began = time.perf_counter()
        await client.ask(askers[number % ASKERS], ASKED[number % len(ASKED)], within=60)
        took.append(1000 * (time.perf_counter() - began))
    return took


def _row(name: str, took: Sequence[float], idle: Sequence[float]) -> tuple[str, ...]:
    slow = percentile(took, 99)
    above = f"{slow - percentile(idle, 99):+.0f} ms" if took is not idle else ""
    return name, f"{median(took):.0f}", f"{slow:.0f}", above
