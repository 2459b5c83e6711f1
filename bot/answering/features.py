"""What a linear classifier sees of a text: its words and pairs of words, its pieces of spelling, its sounds.

Three blocks, each a list of tokens with repeats; the ends of a text are words of their own, so that how a question
begins and ends counts.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.answering.pinyin import sounds
from bot.answering.postings import Reals, numbered
from bot.answering.text import HAN, Word

Blocks = tuple[list[str], list[str], list[str]]
BLOCKS = 3
_RUN = re.compile(r"[a-z0-9']+|[\u3400-\u9fff]+")
_BEGIN, _END = "^", "$"
_HAN_PIECES, _LATIN_PIECES = (1, 3), (2, 4)


class Counted(NamedTuple):
    """The different tokens of a text: their numbers, the weight of how often they stand in it, their blocks."""

    numbers: NDArray[np.uint32]
    weights: Reals
    blocks: NDArray[np.intp]


@lru_cache(maxsize=64)
def counted(folded: str, words: tuple[Word, ...]) -> Counted:
    """The tokens of a folded text; kept a while, for several classifiers read one question, whole and in parts."""
    each = [Counter(tokens) for tokens in blocks(folded, words)]
    often = np.array([number for tokens in each for number in tokens.values()], dtype=np.float32)
    return Counted(
        np.concatenate([numbered(tokens, block) for block, tokens in enumerate(each)]),
        1 + np.log(often),
        np.arange(BLOCKS).repeat([len(tokens) for tokens in each]),
    )


def blocks(folded: str, words: Iterable[Word]) -> Blocks:
    """The tokens of a folded text: words and pairs, pieces of spelling, pairs of sounds."""
    stems = [word.stem for word in words]
    bounded = [_BEGIN, *stems, _END]
    pairs = [f"{bounded[at]} {bounded[at + 1]}" for at in range(len(bounded) - 1)]
    pieces: list[str] = []
    heard: list[str] = []
    for run in _RUN.findall(folded):
        if HAN.match(run):
            pieces += _pieces(run, *_HAN_PIECES)
            syllables = sounds(run)
            heard += [f"{syllables[at]} {syllables[at + 1]}" for at in range(len(syllables) - 1)]
        else:
            pieces += _pieces(f" {run} ", *_LATIN_PIECES)
    return [*stems, *pairs], pieces, heard


def _pieces(run: str, shortest: int, longest: int) -> list[str]:
    return [run[at : at + size] for size in range(shortest, longest + 1) for at in range(len(run) - size + 1)]
