"""Who finds the record that a question means: the assistant, and two ways that one gets for nothing."""

import logging
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import bm25s
import numpy as np

from bot.answering.engine import Engine
from bot.answering.fitting import fit
from bot.answering.index import phrasings
from bot.answering.service import prepare
from bot.answering.text import Segmenter, fold
from bot.answering.types import Question
from bot.knowledge.kinds import Record
from bot.knowledge.snapshot import Snapshot
from tests.bot.answering.times import NOW, ZONE

logging.getLogger("bm25s").setLevel(logging.WARNING)  # it sets DEBUG itself


@dataclass(frozen=True)
class Found:
    """The first record's id, None where there is none, and how sure that is: the higher, the surer."""

    record: str | None
    confidence: float


class Finder(Protocol):
    name: str

    def __call__(self, text: str) -> Found: ...


class Assistant:
    """The answering engine as it is; what it says counts whether or not it would have answered."""

    name = "ours"

    def __init__(self, records: Sequence[Record]) -> None:
        self._engine = Engine(Snapshot.of(records), ZONE)

    def fit(self, *, calibrated: bool) -> None:
        """Has what the service's worker fits beside it: the classifier, and how sure to be where that is judged.

        Then what the service prepares before somebody asks for it.
        """
        fits = fit.classified(self._engine.snapshot)
        self._engine.use(fit.calibrated(self._engine.snapshot, fits) if calibrated else fits)
        prepare(self._engine, NOW)

    def __call__(self, text: str) -> Found:
        answer = self._engine.answer(Question(text, NOW))
        return Found(answer.records[0][1] if answer.records else None, answer.confidence)


class Words:
    """Folded stems in both languages, the same for both peers as for the assistant, and whose phrasing has which."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._segmenter = Segmenter()
        known = phrasings(records, self._segmenter)
        self.owners = [phrasing.key[1] for phrasing in known]
        self.rows = [[word.stem for word in phrasing.words] for phrasing in known]

    def of(self, text: str) -> list[str]:
        return [word.stem for word in self._segmenter.words(fold(text))]


class Bm25:
    """BM25 on words by bm25s: the best phrasing's entry wins, its score is the confidence."""

    name = "BM25 (bm25s)"

    def __init__(self, records: Sequence[Record]) -> None:
        self._words = Words(records)
        self._index = bm25s.BM25()
        self._index.index(self._words.rows, show_progress=False)

    def __call__(self, text: str) -> Found:
        if not (words := self._words.of(text)):
            return Found(None, 0.0)
        scores = self._index.get_scores(words)
        best = int(np.argmax(scores))
        return Found(self._words.owners[best] if scores[best] > 0 else None, float(scores[best]))


class Fts5:
    """SQLite's full-text index over the same words, in memory, by its bm25 rank."""

    name = "SQLite FTS5"

    def __init__(self, records: Sequence[Record]) -> None:
        self._words = Words(records)
        self._store = sqlite3.connect(":memory:")
        self._store.execute("CREATE VIRTUAL TABLE phrasings USING fts5(words)")
        rows = ((number, " ".join(row)) for number, row in enumerate(self._words.rows))
        self._store.executemany("INSERT INTO phrasings (rowid, words) VALUES (?, ?)", rows)

    def __call__(self, text: str) -> Found:
        either = " OR ".join(f'"{word}"' for word in self._words.of(text))
        query = "SELECT rowid, rank FROM phrasings WHERE phrasings MATCH ? ORDER BY rank LIMIT 1"
        best = self._store.execute(query, (either,)).fetchone() if either else None
        return Found(self._words.owners[best[0]], -best[1]) if best else Found(None, 0.0)
