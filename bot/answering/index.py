"""How much a question is like what the park's records are asked with: one inverted index over their phrasings.

Phrasings are a record's names, aliases and sample questions. Features are words, pairs of characters and
pairs of sounds, weighted by rarity; likeness is the cosine. What a question says that no phrasing knows
counts against every record.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.answering.lexicon import lexicon
from bot.answering.pinyin import sounds
from bot.answering.postings import Postings, Reals, numbered
from bot.answering.text import HAN_RUN, Segmenter, Word, fold
from bot.answering.types import RecordKey
from bot.knowledge.kinds import Record

WORD, CHARACTERS, SOUND, FUNCTION = 1.0, 0.45, 0.3, 0.12
TOP = 3
BEST, MEAN = 0.7, 0.3
"""What the nearest phrasing weighs in a record's likeness, and the mean of its TOP nearest."""
LEAST = BEST + MEAN / TOP
"""The least share of its nearest phrasing's likeness that a record's likeness can be; it is never more than that."""


class Likeness(NamedTuple):
    """How like a question is to a record: to its nearest phrasing (`best`), and with its nearest few (`score`)."""

    key: RecordKey
    best: float
    score: float


@dataclass(frozen=True)
class Phrasing:
    """A folded text by which a record is found, cut into words."""

    key: RecordKey
    text: str
    words: tuple[Word, ...]


def texts_of(record: Record) -> list[str]:
    """The texts by which a record is found, its names first."""
    return [record.name.zh, record.name.en, *record.aliases, *record.questions]


def phrasings_of(record: Record) -> list[str]:
    """The same folded, each once."""
    return list(dict.fromkeys(fold(text) for text in texts_of(record) if text.strip()))


def phrasings(records: Iterable[Record], segmenter: Segmenter) -> list[Phrasing]:
    """All phrasings of all records, a record's together."""
    return [
        Phrasing((record.kind, record.id), text, segmenter.words(text))
        for record in records
        for text in phrasings_of(record)
    ]


def features(folded: str, words: Iterable[Word]) -> dict[str, float]:
    """The features of a text with their weights before rarity."""
    found: dict[str, float] = defaultdict(float)
    functions = lexicon().function_words
    for word in words:
        found[f"w:{word.stem}"] += FUNCTION if word.stem in functions else WORD
    for run in HAN_RUN.findall(folded):
        heard = sounds(run)
        for at in range(len(run) - 1):
            found[f"c:{run[at : at + 2]}"] += CHARACTERS
            found[f"s:{heard[at]} {heard[at + 1]}"] += SOUND
    return {name: min(weight, 2.0) for name, weight in found.items()}


class Index:
    """The phrasings of all records, searchable."""

    def __init__(self, keys: Sequence[RecordKey], owners: NDArray[np.int32], postings: Postings, rarity: Reals) -> None:
        """`owners` has the place in `keys` of each phrasing's record, in order, and `rarity` a value for each token."""
        self.keys = list(keys)
        self.owners = owners
        self.postings = postings
        self.rarity = rarity
        self._begins = np.searchsorted(owners, np.arange(len(keys)))
        self._ends = np.append(self._begins[1:], len(owners))
        self._unknown = math.log(1 + len(owners)) if len(owners) else 1.0

    @classmethod
    def of(cls, known: Sequence[Phrasing]) -> "Index":
        """Rarity of every feature over the phrasings, then unit length for every phrasing."""
        numbers = {key: number for number, key in enumerate(dict.fromkeys(phrasing.key for phrasing in known))}
        owners = np.array([numbers[phrasing.key] for phrasing in known], dtype=np.int32)
        tokens, weights = _columns(features(phrasing.text, phrasing.words) for phrasing in known)
        count = len(owners)
        places = np.repeat(np.arange(count, dtype=np.int32), [len(row) for row in tokens])
        postings = Postings.of(_joined(tokens, np.uint32), places, _joined(weights, np.float32))
        often = np.diff(postings.starts)
        rarity = np.log(1 + count / np.maximum(often, 1)).astype(np.float32)
        values = postings.values * np.repeat(rarity, often)
        lengths = np.sqrt(np.bincount(postings.places, values * values, count))
        values /= lengths[postings.places]
        return cls(list(numbers), owners, replace(postings, values=values.astype(np.float32)), rarity)

    def search(self, folded: str, words: Iterable[Word], limit: int = 12) -> list[Likeness]:
        """The records most like the question, best first."""
        asked = features(folded, words)
        if not self.keys or not asked:
            return []
        weights = np.fromiter(asked.values(), dtype=np.float32)
        rows, known = self.postings.find(numbered(asked))
        rarity = np.full(len(weights), self._unknown, dtype=np.float32)
        rarity[known] = self.rarity[rows]
        weights *= rarity
        weights /= np.sqrt(weights @ weights)
        return self._by_record(self.postings.sums(rows, weights[known], len(self.owners)), limit)

    def _by_record(self, scores: Reals, limit: int) -> list[Likeness]:
        best = np.maximum.reduceat(scores, self._begins)
        least = LEAST * np.partition(best, -limit)[-limit] if limit < len(best) else 0.0
        found = [self._likeness(one, scores) for one in np.flatnonzero((best > 0) & (best >= least)).tolist()]
        return sorted(found, key=attrgetter("score"), reverse=True)[:limit]

    def _likeness(self, record: int, scores: Reals) -> Likeness:
        nearest = sorted(scores[self._begins[record] : self._ends[record]].tolist(), reverse=True)[:TOP]
        return Likeness(self.keys[record], nearest[0], BEST * nearest[0] + MEAN * (sum(nearest) / TOP))


def _columns(rows: Iterable[dict[str, float]]) -> tuple[list[NDArray[np.uint32]], list[Reals]]:
    """The numbers of each row's features, and their weights."""
    tokens, weights = [], []
    for row in rows:
        tokens.append(numbered(row))
        weights.append(np.fromiter(row.values(), dtype=np.float32))
    return tokens, weights


def _joined(parts: list[Any], dtype: Any) -> NDArray[Any]:
    return np.concatenate(parts) if parts else np.zeros(0, dtype=dtype)
