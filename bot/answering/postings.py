"""Sparse columns of numbers by token: where each token counts, and how much."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Reals = NDArray[np.float32]
Rows = NDArray[np.intp]


def numbered(tokens: Iterable[str], block: int = 0) -> NDArray[np.uint32]:
    """A number for each token of a block, the same everywhere; two tokens in a billion pairs share one."""
    return np.array([crc32(token.encode("utf-8", "replace"), block) for token in tokens], dtype=np.uint32)


@dataclass(frozen=True)
class Postings:
    """`tokens` are numbers in ascending order; token t counts at `places[starts[t]:starts[t + 1]]`, so much each."""

    tokens: NDArray[np.uint32]
    starts: NDArray[np.int32]
    places: NDArray[Any]
    values: Reals

    @classmethod
    def of(cls, tokens: NDArray[np.uint32], places: NDArray[Any], values: Reals) -> "Postings":
        """From one entry a row, in any order."""
        order = np.argsort(tokens, kind="stable")
        found, starts = np.unique(tokens[order], return_index=True)
        return cls(found, np.append(starts, len(tokens)).astype(np.int32), places[order], values[order])

    def find(self, tokens: NDArray[np.uint32]) -> tuple[Rows, NDArray[np.bool_]]:
        """The rows of those tokens that are known, and which are."""
        if not len(self.tokens):
            return np.zeros(0, dtype=np.intp), np.zeros(len(tokens), dtype=bool)
        rows = self.tokens.searchsorted(tokens)
        rows[rows == len(self.tokens)] = 0
        known = self.tokens[rows] == tokens
        return rows[known], known

    def sums(self, rows: Sequence[int] | Rows, weights: Reals, size: int) -> Reals:
        """What the rows, weighted, add up to at each of `size` places."""
        rows = np.asarray(rows, dtype=np.intp)
        begins = self.starts[rows]
        counts = self.starts[rows + 1] - begins
        ends = counts.cumsum()
        at = np.arange(counts.sum()) + (begins - ends + counts).repeat(counts)
        weighed = self.values.take(at) * weights.repeat(counts)
        return np.bincount(self.places.take(at), weighed, size).astype(np.float32)
