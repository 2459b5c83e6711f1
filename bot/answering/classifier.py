"""A linear classifier over the park's records, fitted on their phrasings (fitting.py) and served with numpy alone."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from bot.answering.features import Blocks, blocks
from bot.answering.text import Word
from bot.answering.types import RecordKey

BACKGROUND: RecordKey = ("", "")
"""The class of what no record answers."""
Numbers = NDArray[np.int32]
Reals = NDArray[np.float32]


@dataclass(frozen=True)
class Weights:
    """A fit as arrays: for every token of a block its rarity, and its weights for the records where they count.

    `tokens` of all blocks, a block after the other, `sizes` how many each has; the weights of token t are
    `values[starts[t]:starts[t + 1]]`, for the records `records[starts[t]:starts[t + 1]]` (places in `keys`).
    """

    keys: tuple[RecordKey, ...]
    tokens: tuple[str, ...]
    sizes: tuple[int, ...]
    rarity: Reals
    starts: Numbers
    records: NDArray[np.uint16]
    values: Reals
    bias: Reals


class Classifier:
    """Says on which side of each record's border a text stands: above 0 on its side, near 1 where its phrasings are."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.places = {key: place for place, key in enumerate(weights.keys)}
        self._rows: list[dict[str, int]] = []
        first = 0
        for size in weights.sizes:
            self._rows.append({token: first + at for at, token in enumerate(weights.tokens[first : first + size])})
            first += size

    def scores(self, folded: str, words: Iterable[Word]) -> Reals:
        """The score of every record, in the order of the fit's keys."""
        return self.scores_of(blocks(folded, words))

    def scores_of(self, text: Blocks) -> Reals:
        rows, values = self._known(text)
        fit = self.weights
        counts = fit.starts[rows + 1] - fit.starts[rows]
        ends = np.cumsum(counts)
        places = np.arange(ends[-1] if len(ends) else 0) + np.repeat(fit.starts[rows] - ends + counts, counts)
        weighed = fit.values[places] * np.repeat(values, counts)
        sums = np.bincount(fit.records[places], weighed, len(fit.keys))
        return (sums + fit.bias).astype(np.float32)

    def _known(self, text: Blocks) -> tuple[Numbers, Reals]:
        """The known tokens, each block weighted by rarity and brought to unit length."""
        rows: list[Numbers] = []
        values: list[Reals] = []
        for known, tokens in zip(self._rows, text, strict=True):
            counted = [(known[token], count) for token, count in Counter(tokens).items() if token in known]
            if counted:
                numbers = np.array([row for row, _ in counted], dtype=np.int32)
                often = np.array([1 + log(count) for _, count in counted], dtype=np.float32)
                weights = often * self.weights.rarity[numbers]
                rows.append(numbers)
                values.append(weights / np.sqrt(np.dot(weights, weights)))
        if not rows:
            return np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.float32)
        return np.concatenate(rows), np.concatenate(values)


def nearest(keys: Sequence[RecordKey], scores: Reals, count: int) -> list[RecordKey]:
    """The records with the highest scores, best first."""
    return [keys[place] for place in np.argsort(-scores, kind="stable")[:count]]
