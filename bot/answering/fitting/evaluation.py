"""How good a park's knowledge is, by its own sample questions asked of fits that have not seen them."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from bot.answering.deciding import ANSWER
from bot.answering.fitting.crossfit import Example
from bot.answering.types import RecordKey

SELDOM = 0.5
"""A record whose questions are found less often is as good as not there."""
LEAST = 3
"""Of fewer questions, how often they were found says nothing."""


@dataclass(frozen=True)
class Collision:
    """Questions of one record that found another, with one of them."""

    meant: RecordKey
    found: RecordKey
    count: int
    question: str


@dataclass(frozen=True)
class Unfound:
    """A record that its own questions seldom find: how many of those asked did."""

    key: RecordKey
    found: int
    asked: int


@dataclass(frozen=True)
class Evaluation:
    """Counts of questions; `known` ones have their record in the knowledge, `strange` ones had it left out."""

    known: int
    first: int
    among_three: int
    answered: int
    answered_wrongly: int
    strange: int
    refused: int
    collisions: tuple[Collision, ...]
    unfound: tuple[Unfound, ...]


def evaluation(examples: Iterable[Example]) -> Evaluation:
    """What the examples tell."""
    asked = list(examples)
    known = [one for one in asked if one.known]
    strange = [one for one in asked if not one.known]
    answered = [one for one in known if _is_answered(one)]
    return Evaluation(
        known=len(known),
        first=sum(one.right for one in known),
        among_three=sum(any(found.key == one.key for found in one.ranked) for one in known),
        answered=sum(one.right for one in answered),
        answered_wrongly=sum(not one.right for one in answered),
        strange=len(strange),
        refused=sum(not _is_answered(one) for one in strange),
        collisions=_collisions(known),
        unfound=_unfound(known),
    )


def _is_answered(one: Example) -> bool:
    return bool(one.ranked) and one.ranked[0].confidence >= ANSWER


def _collisions(known: list[Example]) -> tuple[Collision, ...]:
    wrong = [one for one in known if one.ranked and not one.right]
    pairs = Counter((one.key, one.ranked[0].key) for one in wrong)
    sample = {(one.key, one.ranked[0].key): one.text for one in reversed(wrong)}
    return tuple(Collision(*pair, count, sample[pair]) for pair, count in pairs.most_common() if count > 1)


def _unfound(known: list[Example]) -> tuple[Unfound, ...]:
    results: dict[RecordKey, list[bool]] = defaultdict(list)
    for one in known:
        results[one.key].append(one.right)
    seldom = [
        Unfound(key, sum(found), len(found))
        for key, found in results.items()
        if len(found) >= LEAST and sum(found) < SELDOM * len(found)
    ]
    return tuple(sorted(seldom, key=lambda one: one.found / one.asked))
