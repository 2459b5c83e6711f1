"""How much a question is like what the park's records are asked with: one inverted index over their phrasings.

Phrasings are a record's names, aliases and sample questions. Features are words, pairs of characters and
pairs of sounds, weighted by rarity; likeness is the cosine. What a question says that no phrasing knows
counts against every record.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.answering.lexicon import lexicon
from bot.answering.pinyin import sounds
from bot.answering.text import HAN, Segmenter, Word, fold
from bot.answering.types import RecordKey
from bot.knowledge.kinds import Record

WORD, CHARACTERS, SOUND, FUNCTION = 1.0, 0.45, 0.3, 0.12
TOP = 3


@dataclass(frozen=True)
class Likeness:
    """How like a question is to a record: to its nearest phrasing, and on average to its nearest few."""

    key: RecordKey
    best: float
    mean: float

    @property
    def score(self) -> float:
        return 0.7 * self.best + 0.3 * self.mean


@dataclass(frozen=True)
class Phrasing:
    """A folded text by which a record is found, cut into words."""

    key: RecordKey
    text: str
    words: tuple[Word, ...]


def phrasings_of(record: Record) -> list[str]:
    """The folded texts by which a record is found."""
    texts = [record.name.zh, record.name.en, *record.aliases, *record.questions]
    return list(dict.fromkeys(fold(text) for text in texts if text.strip()))


def phrasings(records: Iterable[Record], segmenter: Segmenter) -> list[Phrasing]:
    """All phrasings of all records, a record's together."""
    return [
        Phrasing((record.kind, record.id), text, tuple(segmenter.words(text)))
        for record in records
        for text in phrasings_of(record)
    ]


def features(folded: str, words: Iterable[Word]) -> dict[str, float]:
    """The features of a text with their weights before rarity."""
    found: dict[str, float] = defaultdict(float)
    functions = lexicon().function_words
    for word in words:
        found[f"w:{word.stem}"] += FUNCTION if word.stem in functions else WORD
    for run in _han_runs(folded):
        heard = sounds(run)
        for at in range(len(run) - 1):
            found[f"c:{run[at : at + 2]}"] += CHARACTERS
            found[f"s:{heard[at]} {heard[at + 1]}"] += SOUND
    return {name: min(weight, 2.0) for name, weight in found.items()}


def _han_runs(folded: str) -> list[str]:
    runs, run = [], ""
    for character in folded:
        if HAN.match(character):
            run += character
        elif run:
            runs.append(run)
            run = ""
    return [*runs, run] if run else runs


class Index:
    """The phrasings of all records, searchable; built once for a revision of the knowledge."""

    def __init__(self, known: Sequence[Phrasing]) -> None:
        self.keys = list(dict.fromkeys(phrasing.key for phrasing in known))
        numbers = {key: number for number, key in enumerate(self.keys)}
        self._owners = np.array([numbers[phrasing.key] for phrasing in known], dtype=np.int32)
        self._weigh([features(phrasing.text, phrasing.words) for phrasing in known])

    def _weigh(self, rows: list[dict[str, float]]) -> None:
        """Rarity of every feature over the phrasings, then unit length for every phrasing."""
        count = Counter(name for row in rows for name in row)
        self._rarity = {name: math.log(1 + len(rows) / number) for name, number in count.items()}
        self._unknown = math.log(1 + len(rows)) if rows else 1.0
        gathered: dict[str, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
        for number, row in enumerate(rows):
            weights = {name: weight * self._rarity[name] for name, weight in row.items()}
            length = math.sqrt(sum(value * value for value in weights.values())) or 1.0
            for name, value in weights.items():
                gathered[name][0].append(number)
                gathered[name][1].append(value / length)
        self._postings: dict[str, tuple[NDArray[np.int32], NDArray[np.float32]]] = {
            name: (np.array(numbers, dtype=np.int32), np.array(values, dtype=np.float32))
            for name, (numbers, values) in gathered.items()
        }

    def search(self, folded: str, words: list[Word], limit: int = 12) -> list[Likeness]:
        """The records most like the question, best first."""
        if not self.keys:
            return []
        asked = features(folded, words)
        weights = {name: weight * self._rarity.get(name, self._unknown) for name, weight in asked.items()}
        length = math.sqrt(sum(value * value for value in weights.values())) or 1.0
        scores = np.zeros(len(self._owners), dtype=np.float32)
        for name, value in weights.items():
            if (posting := self._postings.get(name)) is not None:
                scores[posting[0]] += posting[1] * np.float32(value / length)
        return self._by_record(scores, limit)

    def _by_record(self, scores: NDArray[np.float32], limit: int) -> list[Likeness]:
        hit = np.flatnonzero(scores > 0)
        order = hit[np.argsort(-scores[hit], kind="stable")][: 40 * limit]
        nearest: dict[int, list[float]] = defaultdict(list)
        for number in order:
            values = nearest[int(self._owners[number])]
            if len(values) < TOP:
                values.append(float(scores[number]))
        found = [Likeness(self.keys[owner], values[0], sum(values) / TOP) for owner, values in nearest.items()]
        return sorted(found, key=lambda one: -one.score)[:limit]
