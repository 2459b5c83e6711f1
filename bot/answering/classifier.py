"""A linear classifier over the park's records, fitted on their phrasings (fitting/) and served with numpy alone."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from bot.answering.features import BLOCKS, Blocks, blocks
from bot.answering.postings import Postings, Reals, Rows, numbered
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

    def scores(self, folded: str, words: Iterable[Word]) -> Reals:
        """The score of every record, in the order of the fit's keys."""
        rows, values = self._known(blocks(folded, words))
        return self.weights.postings.sums(rows, values, len(self.weights.keys)) + self.weights.bias

    def _known(self, text: Blocks) -> tuple[Rows, Reals]:
        """The known tokens, each block weighted by rarity and brought to unit length."""
        counted = [Counter(tokens) for tokens in text]
        numbers = np.concatenate([numbered(tokens, block) for block, tokens in enumerate(counted)])
        often = np.concatenate([np.fromiter(tokens.values(), dtype=np.float32) for tokens in counted])
        rows, known = self.weights.postings.find(numbers)
        weights = (1 + np.log(often[known])) * self.weights.rarity[rows]
        blocks_of = np.repeat(np.arange(BLOCKS), [len(tokens) for tokens in counted])[known]
        lengths = np.sqrt(np.bincount(blocks_of, weights * weights, BLOCKS)).astype(np.float32)
        return rows, weights / lengths[blocks_of]


def nearest(keys: Sequence[RecordKey], scores: Reals, count: int) -> list[RecordKey]:
    """The records with the highest scores, best first."""
    if not len(scores):
        return []
    best = np.argpartition(-scores, min(count, len(scores) - 1))[:count]
    return [keys[place] for place in best[np.argsort(-scores[best], kind="stable")]]
