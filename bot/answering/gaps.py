"""Which characters most often fill a gap, by what stands around it in triples of characters that were counted."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

MOST = 3
"""So many characters are thought of for a gap."""
LEAST = (2, 1, 2)
"""How often a triple was seen, at the least, that tells its first, its middle or its last character."""
_HALF = 32
"""Bits for each of the two characters around."""


class Gaps:
    """A table for each place in a triple, sorted by the two others and by how often the whole was seen."""

    def __init__(self, seen: Mapping[str, int], characters: Sequence[str]) -> None:
        """`seen` is how often each token was, `characters` are those of a gap."""
        triples = [token for token in seen if len(token) == 3]
        codes = np.array(triples, dtype="U3").view(np.uint32).reshape(-1, 3).astype(np.uint64)
        numbers = np.array([seen[token] for token in triples], dtype=np.int64)
        fillers = np.array([ord(one) for one in characters], dtype=np.uint64)
        self._tables = [_table(codes, numbers, fillers, place) for place in range(3)]

    def fill(self, around: str, place: int) -> str:
        """The characters that most often make a triple with two others when they stand at `place`, most often first."""
        others, characters = self._tables[place]
        key = ord(around[0]) << _HALF | ord(around[1])
        start = end = bisect_left(others, key)
        while end < min(start + MOST, len(others)) and others[end] == key:
            end += 1
        return characters[start:end]


def _table(codes: NDArray[Any], numbers: NDArray[Any], fillers: NDArray[Any], place: int) -> tuple[list[int], str]:
    """What stands around in order, and what stands in the place."""
    first, second = (codes[:, one] for one in range(3) if one != place)
    here = codes[:, place]
    told = (numbers >= LEAST[place]) & np.isin(here, fillers)
    around = (first << np.uint64(_HALF) | second)[told]
    order = np.lexsort((-numbers[told], around))
    return around[order].tolist(), "".join(map(chr, here[told][order].tolist()))
