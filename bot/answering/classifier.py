"""A linear classifier over the park's records, fitted on their phrasings (fitting/) and served with numpy alone."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.answering.features import BLOCKS, Counted, counted
from bot.answering.postings import Postings, Reals, Rows
from bot.answering.text import Word
from bot.answering.types import RecordKey

BACKGROUND: RecordKey = ("", "")
"""The class of what no record answers."""
NO_FACT = "none"
"""The class of questions about a record that none of its facts answers."""


def fact_key(fact: str) -> RecordKey:
    """The key of a fact among the classes of the classifier that tells which one is asked for."""
    return "", fact


@dataclass(frozen=True)
class Weights:
    """A fit: the tokens of all blocks with their rarity and their weights for the records where they count.

    Places in the postings are those of `keys`; `rarity` has one value a token, `bias` one a record.
    """

    keys: tuple[RecordKey, ...]
    postings: Postings
    rarity: Reals
    bias: Reals


class Classifier:
    """Says on which side of each record's border a text stands: above 0 on its side, near 1 where its phrasings are."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.places = {key: place for place, key in enumerate(weights.keys)}

    def scores(self, folded: str, words: tuple[Word, ...]) -> Reals:
        """The score of every record, in the order of the fit's keys."""
        rows, values = self._known(counted(folded, words))
        return self.weights.postings.sums(rows, values, len(self.weights.keys)) + self.weights.bias

    def _known(self, text: Counted) -> tuple[Rows, Reals]:
        """The known tokens, each block weighted by rarity and brought to unit length."""
        rows, known = self.weights.postings.find(text.numbers)
        weights = text.weights[known] * self.weights.rarity[rows]
        blocks = text.blocks[known]
        lengths = np.sqrt(np.bincount(blocks, weights * weights, BLOCKS)).astype(np.float32)
        return rows, weights / lengths[blocks]


def nearest(keys: Sequence[RecordKey], scores: Reals, count: int) -> list[RecordKey]:
    """The records with the highest scores, best first."""
    if not len(scores):
        return []
    best = np.argpartition(-scores, min(count, len(scores) - 1))[:count]
    return [keys[place] for place in best[np.argsort(-scores[best], kind="stable")]]
