"""How people ask for each fact, as phrasings of one class a fact; the same for every park."""

from functools import cache

from bot.answering.classifier import fact_key
from bot.answering.index import Phrasing
from bot.answering.listed import listed
from bot.answering.text import Segmenter, fold

NAME = "X"
"""Stands where a record's name would."""


@cache
def asking() -> tuple[Phrasing, ...]:
    """All phrasings, without the names that are left open in them."""
    segmenter = Segmenter()
    texts = (
        (fact, fold(text.replace(NAME, " ")))
        for fact, languages in listed("aspects.yaml").items()
        for texts in languages.values()
        for text in texts
    )
    return tuple(Phrasing(fact_key(fact), text, segmenter.words(text)) for fact, text in texts)
