"""python -m tests.bench.memory DATABASE_URL QUESTION: what a store's knowledge takes, in a process of its own."""

import asyncio
import gc
import json
import os
import resource
import sys
from pathlib import Path

from bot import logs
from bot.answering.service import AnswerService
from bot.answering.types import Question
from bot.knowledge.snapshot import Snapshot
from storage.database import opened
from tests.bot.answering.times import NOW, ZONE
from tests.bot.records import faq

MEGABYTE = 2**20


async def main(url: str, text: str) -> None:
    """Prints megabytes as JSON: idle (everything loaded but the knowledge), with the knowledge, and the most."""
    async with opened(url) as database:
        service = AnswerService.of_snapshot(Snapshot.of([faq(answer="Ask first.")]), ZONE)
        await service.answer(Question(text, NOW))
        idle = _resident()
        service = AnswerService.of_store(database, ZONE)
        await service.answer(Question(text, NOW))
        known = _resident()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"idle": idle, "known": known, "most": most}))


def _resident() -> float:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MEGABYTE


if __name__ == "__main__":
    logs.configure("console", "WARNING")
    asyncio.run(main(*sys.argv[1:]))
