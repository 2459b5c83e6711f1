"""What a serving process carries: the fits, not the library that made them; and nothing that no question needed."""

import subprocess
import sys
from pathlib import Path

from bot.answering.sources import Store
from bot.knowledge.store import publish
from storage.database import opened
from tests.bot.answering.weights import fitted
from tests.bot.small_park import RECORDS, small_park
from tests.fakes import FakeClock

ROOT = Path(__file__).parents[3]
SERVING = """
import asyncio, sys
from zoneinfo import ZoneInfo
import bot.app, bot.cli.serve
from bot.answering.service import AnswerService
from bot.answering.sources import Store
from bot.answering.types import Question
from bot.clock import SystemClock
from storage.database import opened

async def main(url, question):
    clock = SystemClock()
    async with opened(url) as database:
        service = AnswerService(Store(database, clock), ZoneInfo("Asia/Shanghai"))
        await service.warm(clock.now(), fitted=True)
        answer = await service.answer(Question(question, clock.now()))
        await service.close()
    print(answer.records, service._engine.fits.records is not None)
    print([name for name in ("sklearn", "scipy", "joblib", "multiprocessing.spawn") if name in sys.modules])
    print([name for name in ("rjieba", "pypinyin") if name in sys.modules])

asyncio.run(main(*sys.argv[1:]))
"""


def served(url: str, question: str) -> list[str]:
    """What a process prints that answers the question first."""
    done = subprocess.run(
        [sys.executable, "-c", SERVING, url, question],
        cwd=ROOT,
        env={"PATH": "", "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        timeout=60,
    )
    told = done.stdout.decode().splitlines()[-3:]
    assert len(told) == 3, done.stderr.decode()
    return told


async def test_service_with_kept_fits_answers_without_what_fitting_needs(sqlite_url: str, clock: FakeClock) -> None:
    async with opened(sqlite_url) as database:
        await publish(database, list(RECORDS), replace=True, clock=clock)
        await Store(database, clock).keep(fitted(small_park()))
    answered = "(('facility', 'gym'),) True"
    assert served(sqlite_url, "健身房在哪栋楼") == [answered, "[]", "['rjieba', 'pypinyin']"]
    # the knowledge was taken apart by the first process
    assert served(sqlite_url, "When does the gym open?") == [answered, "[]", "[]"]
