"""What whoever runs the assistant notices: how soon it answers after a start and a change, and what memory it takes."""

import asyncio
import json
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from aiohttp.test_utils import TestServer, unused_port

from bot.answering.service import AnswerService
from bot.answering.sources import Store
from bot.answering.types import Question, RecordKey
from bot.clock import SystemClock
from bot.knowledge.store import publish
from bot.sandbox.client import SandboxClient
from bot.sandbox.server import TOKEN, create_sandbox
from storage.database import opened
from tests.bench.outside import Outside
from tests.bench.speed import sources
from tests.bench.synthetic import Shape, Synthetic
from tests.bench.table import Table
from tests.bot.answering.times import ZONE
from tests.bot.records import faq
from tests.e2e.processes import ROOT, parkbot
from tests.waiting import until

SHAPE = Shape(1_000, 10)
STARTS = 3
PUBLISHED = 5
PATIENCE = 900
HEADER = ("at 10,000 phrasings", "figure")
NOTES = (
    "A SQLite store. Starts: from the start of the process to the reply to a question that waits in the sandbox's "
    "Telegram; the first finds no fits, later ones (median of three) those that it kept. Published: from publishing a "
    "record to the answer that is about it, median of five. Memory: resident, in one process that first knows one "
    "record, then all, with their fits."
)


def table(outside: Outside) -> Table:
    synthetic = Synthetic(SHAPE, sources(outside))
    return asyncio.run(_table(synthetic))


async def _table(synthetic: Synthetic) -> Table:
    question = synthetic.questions(3)[2]
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/park.sqlite3"
        async with opened(url) as database:
            await publish(database, synthetic.records, replace=True, clock=SystemClock())
        first, *later = [await _start(url, question, Path(folder), kept=number > 0) for number in range(1 + STARTS)]
        commands = [await _command(url, question, Path(folder)) for _ in range(STARTS)]
        rows = (
            ("`parkbot serve`, first start to first reply", f"{first:.2f} s"),
            ("`parkbot serve`, a later start to first reply", f"{median(later):.2f} s"),
            ("`parkbot ask`, start to answer", f"{median(commands):.2f} s"),
            *_memory(url, question),
            ("published to answerable", f"{median(await _published(url)):.2f} s"),
        )
    return Table("The process", HEADER, rows, NOTES)


async def _start(url: str, question: str, folder: Path, *, kept: bool) -> float:
    """Seconds from the start of the service to its reply; it is stopped when its fits are kept."""
    async with _telegram() as (address, telegram):
        person = await telegram.create_person()
        asked = await telegram.send_text(person.id, question)
        env = {
            "PARKBOT_TELEGRAM_TOKEN": TOKEN,
            "PARKBOT_TELEGRAM_API_URL": f"{address}/sandbox",
            "PARKBOT_DATABASE_URL": url,
            "PARKBOT_HTTP_PORT": str(unused_port()),
        }
        began = time.perf_counter()
        async with parkbot("serve", folder=folder, env=env) as process:
            await telegram.wait_messages(asked.chat, after=asked.change, within=PATIENCE)
            took = time.perf_counter() - began
            if not kept:
                await process.wait_for("fits.kept", within=PATIENCE)
            await process.end(signal.SIGTERM)
    return took


@asynccontextmanager
async def _telegram() -> AsyncIterator[tuple[str, SandboxClient]]:
    async with TestServer(create_sandbox().application()) as server:
        address = str(server.make_url("")).rstrip("/")
        async with SandboxClient(address) as client:
            yield address, client


async def _command(url: str, question: str, folder: Path) -> float:
    began = time.perf_counter()
    async with parkbot("ask", question, "--database", url, folder=folder) as process:
        await process.wait_for("", within=PATIENCE)
        return time.perf_counter() - began


async def _published(url: str) -> list[float]:
    """Seconds from publishing a record to being answered about it."""
    took = []
    async with opened(url) as database:
        service = AnswerService(Store(database, SystemClock()), ZONE)
        await service.warm(SystemClock().now())
        for number in range(PUBLISHED):
            record = faq(id=f"new-{number}", name=f"where do zebras number {number} sleep", answer="In the barn.")
            began = time.perf_counter()
            await publish(database, [record], replace=False, clock=SystemClock())
            question = Question(record.name.en, SystemClock().now())

            async def first(question: Question = question) -> RecordKey | None:
                return next(iter((await service.answer(question)).records), None)

            await until(first, is_=(record.kind, record.id), within=PATIENCE)
            took.append(time.perf_counter() - began)
        await service.close()
    return took


def _memory(url: str, question: str) -> list[tuple[str, str]]:
    command = [sys.executable, "-m", "tests.bench.memory", url, question]
    found = json.loads(subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout)
    above = found["known"] - found["idle"]
    return [
        ("memory idle", f"{found['idle']:.0f} MB"),
        ("memory above idle with the knowledge", f"{above:.0f} MB"),
        ("most memory above idle while it is read", f"{found['most'] - found['idle']:.0f} MB"),
    ]
