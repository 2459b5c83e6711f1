"""What whoever runs the assistant notices: how soon it answers after a start and a change, and what memory it takes."""

import asyncio
import json
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from aiohttp.test_utils import TestServer, unused_port

from bot.answering.service import AnswerService
from bot.answering.sources import Store
from bot.answering.text import HAN
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
TIMES = 5
PATIENCE = 900
HEADER = ("at 10,000 phrasings", "by the wall", "of the processor")
NOTES = (
    "A SQLite store. Starts: from the start of the process to the reply to a question that waits in the sandbox's "
    "Telegram, in English unless said; the first finds no fits, later ones those that it kept. Published: from "
    "publishing a record to the answer that is about it. All but the first start are the median of five. Memory: "
    "resident, in one process that first knows one record, then all, with their fits."
)


class Seconds(NamedTuple):
    """By the wall and of the processor."""

    wall: float
    processor: float


def table(outside: Outside) -> Table:
    synthetic = Synthetic(SHAPE, sources(outside))
    return asyncio.run(_table(synthetic))


async def _table(synthetic: Synthetic) -> Table:
    asked = synthetic.questions(20)
    question, chinese = next(filter(str.isascii, asked)), next(filter(HAN.search, asked))
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/park.sqlite3"
        async with opened(url) as database:
            await publish(database, synthetic.records, replace=True, clock=SystemClock())
        first = await _start(url, question, Path(folder), kept=False)
        later = [await _start(url, question, Path(folder), kept=True) for _ in range(TIMES)]
        in_chinese = [await _start(url, chinese, Path(folder), kept=True) for _ in range(TIMES)]
        commands = [await _command(url, question, Path(folder)) for _ in range(TIMES)]
        memory = _memory(url, question)
        published = await _published(url)
    rows = (
        _row("`parkbot serve`, first start to first reply", [first]),
        _row("`parkbot serve`, a later start to first reply", later),
        _row("the same, asked in Chinese", in_chinese),
        _row("`parkbot ask`, start to answer", commands),
        _row("published to answerable", published),
        *((name, f"{size:.0f} MB", "") for name, size in memory.items()),
    )
    return Table("The process", HEADER, rows, NOTES)


def _row(name: str, took: Sequence[Seconds]) -> tuple[str, str, str]:
    wall, processor = (f"{median(times):.2f} s" for times in zip(*took, strict=True))
    return name, wall, processor


async def _start(url: str, question: str, folder: Path, *, kept: bool) -> Seconds:
    """From the start of the service to its reply; it is stopped when its fits are kept."""
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
            took = Seconds(time.perf_counter() - began, process.worked)
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


async def _command(url: str, question: str, folder: Path) -> Seconds:
    began = time.perf_counter()
    async with parkbot("ask", question, "--database", url, folder=folder) as process:
        await process.wait_for("", within=PATIENCE)
        return Seconds(time.perf_counter() - began, process.worked)


async def _published(url: str) -> list[Seconds]:
    """From publishing a record to being answered about it."""
    took = []
    async with opened(url) as database:
        service = AnswerService(Store(database, SystemClock()), ZONE)
        await service.warm(SystemClock().now())
        for number in range(TIMES):
            record = faq(id=f"new-{number}", name=f"where do zebras number {number} sleep", answer="In the barn.")
            began, worked = time.perf_counter(), time.process_time()
            await publish(database, [record], replace=False, clock=SystemClock())
            question = Question(record.name.en, SystemClock().now())

            async def first(question: Question = question) -> RecordKey | None:
                return next(iter((await service.answer(question)).records), None)

            await until(first, is_=(record.kind, record.id), within=PATIENCE)
            took.append(Seconds(time.perf_counter() - began, time.process_time() - worked))
        await service.close()
    return took


def _memory(url: str, question: str) -> dict[str, float]:
    """Megabytes."""
    command = [sys.executable, "-m", "tests.bench.memory", url, question]
    found = json.loads(subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout)
    return {
        "memory idle": found["idle"],
        "memory above idle with the knowledge": found["known"] - found["idle"],
        "most memory above idle while it is read": found["most"] - found["idle"],
    }
