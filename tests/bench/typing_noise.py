"""What typing as it goes wrong costs on the park's own questions, scored as those who wrote them score."""

import asyncio
import importlib.util
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median
from types import ModuleType
from typing import Any

from bot.cli.ask import Asker, moment
from storage.database import opened
from tests.bench.measures import share
from tests.bench.noise import Noise, Places, dropping, han_places, letter_places, sounding_alike, swapping, traditional
from tests.bench.outside import Outside
from tests.bench.table import Table
from tests.bot.answering.times import ZONE

SEEDS = range(1, 6)
HEADER = ("noise", "questions that it touches", "pass clean %", "pass %", "least to most", "points lost", "lost of all")
NOTES = (
    "Pass: all that the question's file expects, by its score.py; the median of five seeds. Clean and noisy figures "
    "are of the questions that have what the noise is about (Han characters; English words of four letters or more); "
    "every turn of a chat is typed with it. The last column spreads the points over all questions."
)
Row = dict[str, Any]


@dataclass(frozen=True)
class Kind:
    """A kind of noise; `places_in` are those of a text that it is about."""

    name: str
    noise: Noise
    places_in: Places
    seeds: Sequence[int] = SEEDS


KINDS = (
    Kind("homophones, 15% of Han characters", sounding_alike(0.15), han_places),
    Kind("drops, 10% of Han characters", dropping(0.1, han_places), han_places),
    Kind("swaps of neighbours, 10% of Han characters", swapping(0.1, han_places), han_places),
    Kind("Traditional", traditional, han_places, SEEDS[:1]),
    Kind("English drops, 10% of letters", dropping(0.1, letter_places), letter_places),
    Kind("English swaps, 10% of letters", swapping(0.1, letter_places), letter_places),
)


class Exam:
    """The questions of all files, asked of the demonstration park as `parkbot ask --jsonl` asks them."""

    def __init__(self, asker: Asker, score: ModuleType, files: Sequence[Path]) -> None:
        self._asker = asker
        self._score = score
        self._sittings = 0
        # ids and chats are one's own in every file
        self.questions: list[tuple[str, Row]] = [
            (f"{number}/{row['chat'] or row['id']}", row)
            for number, file in enumerate(files)
            for row in score.read_questions(file)
        ]

    async def passed(self, noise: Noise | None = None, seed: int = 0) -> list[bool]:
        """Which questions pass when they are typed with this noise."""
        self._sittings += 1
        passed = []
        for chat, row in self.questions:
            text = noise(row["text"], Random(f"{seed} {row['id']}")) if noise else row["text"]
            passed.append(await self._passes(row, text, f"{self._sittings}/{chat}"))
        return passed

    async def _passes(self, row: Row, text: str, chat: str) -> bool:
        company = await self._asker.company(row["company"])
        now = moment(row["now"]) if row["now"] else None
        answer, _ = await self._asker.ask(text, now, company, chat)
        records = [record_id for _, record_id in answer.records]
        given = {"outcome": answer.outcome.value, "records": records, "text": answer.text}
        return bool(self._score.judge(row, given).passed)


def table(outside: Outside) -> Table:
    return asyncio.run(_table(_loaded(outside.score), outside.park_questions))


async def _table(score: ModuleType, files: Sequence[Path]) -> Table:
    with tempfile.TemporaryDirectory() as folder:
        async with opened(f"sqlite:///{folder}/empty.sqlite3") as database:
            exam = Exam(await Asker.of(database, ZONE), score, files)
            clean = await exam.passed()
            first = ("clean", str(len(clean)), *[f"{share(sum(clean), len(clean)):.1f}"] * 2, "", "", "")
            rows = [await _row(kind, exam, clean) for kind in KINDS]
    names = ", ".join(file.stem for file in files)
    return Table(f"Typing noise on the park's own questions ({names})", HEADER, (first, *rows), NOTES)


async def _row(kind: Kind, exam: Exam, clean: Sequence[bool]) -> tuple[str, ...]:
    touched = [at for at, (_, row) in enumerate(exam.questions) if kind.places_in(row["text"])]
    sittings = [await exam.passed(kind.noise, seed) for seed in kind.seeds]
    before = sum(clean[at] for at in touched)
    after = sorted(sum(passed[at] for at in touched) for passed in sittings)
    lost = before - median(after)
    return (
        kind.name,
        str(len(touched)),
        f"{share(before, len(touched)):.1f}",
        f"{share(median(after), len(touched)):.1f}",
        f"{share(after[0], len(touched)):.1f}–{share(after[-1], len(touched)):.1f}",
        f"{share(lost, len(touched)):.1f}",
        f"{share(lost, len(exam.questions)):.1f}",
    )


def _loaded(file: Path) -> ModuleType:
    """The module in a file outside; nothing is written beside it."""
    spec = importlib.util.spec_from_file_location("park_score", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look their module up
    spec.loader.exec_module(module)
    return module
