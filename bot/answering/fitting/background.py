"""Questions that a park's records do not answer, as a class of its own for the classifier."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import yaml

from bot.answering.classifier import BACKGROUND
from bot.answering.index import Index, Phrasing
from bot.answering.names import Names
from bot.answering.text import Segmenter, fold

TAKEN = 0.45
"""A likeness from which a question is one of the park's own after all."""


def background(known: Sequence[Phrasing], names: Names, segmenter: Segmenter) -> list[Phrasing]:
    """The questions that the park's own phrasings leave over, without the names of its records.

    What makes a question about a record one that it cannot answer is the rest of the question.
    """
    index = Index(known)
    left = []
    for whole in _texts():
        text = _without_names(whole, names)
        words = segmenter.words(text)
        found = index.search(text, words, 1)
        if not found or found[0].best < TAKEN:
            left.append(Phrasing(BACKGROUND, text, tuple(words)))
    return left


def _without_names(text: str, names: Names) -> str:
    spans = sorted(((one.start, one.end) for one in names.find(text)), reverse=True)
    for start, end in spans:
        text = f"{text[:start]} {text[end:]}"
    return text


@cache
def _texts() -> tuple[str, ...]:
    listed = yaml.safe_load((files("bot.answering.fitting") / "background.yaml").read_bytes())
    return tuple(fold(text) for texts in listed.values() for text in texts)
