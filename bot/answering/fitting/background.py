"""Questions that a park's records do not answer, as a class of its own for the classifier."""

from collections.abc import Sequence
from functools import cache

from bot.answering.classifier import BACKGROUND
from bot.answering.families import shared_parts
from bot.answering.index import Index, Phrasing, phrasings
from bot.answering.listed import listed
from bot.answering.names import Names
from bot.answering.text import Segmenter, fold, without
from bot.knowledge.kinds import Record

TAKEN = 0.45
"""A likeness from which a question is one of the park's own after all."""


def with_background(records: Sequence[Record]) -> list[Phrasing]:
    """The phrasings of all records, and those of what none of them answers."""
    names = Names(records, shared_parts(records))
    segmenter = Segmenter(names)
    known = phrasings(records, segmenter)
    return [*known, *_background(known, names, segmenter)]


def _background(known: Sequence[Phrasing], names: Names, segmenter: Segmenter) -> list[Phrasing]:
    """The questions that the park's own phrasings leave over, without the names of its records.

    What makes a question about a record one that it cannot answer is the rest of the question.
    """
    index = Index.of(known)
    left = []
    for whole in _texts():
        text = without(whole, ((one.start, one.end) for one in names.find(whole)))
        words = segmenter.words(text)
        found = index.search(text, words, 1)
        if not found or found[0].best < TAKEN:
            left.append(Phrasing(BACKGROUND, text, tuple(words)))
    return left


@cache
def _texts() -> tuple[str, ...]:
    return tuple(fold(text) for texts in listed("background.yaml").values() for text in texts)
