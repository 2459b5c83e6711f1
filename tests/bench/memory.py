"""python -m tests.bench.memory DATABASE_URL QUESTION: what a store's knowledge takes, in a process of its own."""

import asyncio
import gc
import json
import sys
from pathlib import Path

from bot import logs
from bot.answering.service import AnswerService
from bot.answering.sources import InMemory, Store
from bot.answering.types import Question
from bot.clock import SystemClock
from bot.knowledge.snapshot import Snapshot
from storage.database import opened
from tests.bot.answering.times import NOW, ZONE
from tests.bot.records import faq

TYPED_WRONG = "明填几典开门"


async def main(url: str, text: str) -> None:
    """Prints megabytes as JSON: idle (everything loaded but the knowledge), with the knowledge, and the most."""
    async with opened(url) as database:
        service = AnswerService(InMemory(Snapshot.of([faq(answer="Ask first.")])), ZONE)
        await _answered(service, text)
        idle = megabytes("VmRSS")
        service = AnswerService(Store(database, SystemClock()), ZONE)
        await service.warm(NOW, fitted=True)
        await _answered(service, text)
        known = megabytes("VmRSS")
    sys.stdout.write(json.dumps({"idle": idle, "known": known, "most": megabytes("VmHWM")}))


async def _answered(service: AnswerService, text: str) -> None:
    """With what is made for the first question that is typed wrong."""
    for question in (text, TYPED_WRONG):
        await service.answer(Question(question, NOW))


def megabytes(name: str) -> float:
    """Memory by its name in the process's status: VmRSS is resident now, VmHWM the most that ever was."""
    gc.collect()
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    found = next(line for line in lines if line.startswith(f"{name}:"))
    return int(found.split()[1]) / 1024


if __name__ == "__main__":
    logs.configure("console", "WARNING")
    asyncio.run(main(*sys.argv[1:]))
