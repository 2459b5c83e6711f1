"""How far the assistant would stand behind each record as the one that a question means."""

from dataclasses import dataclass

from bot.answering.confidence import NAMED, Acceptance, Evidence
from bot.answering.evidence import Grounds, leads_away
from bot.answering.reading import Reading
from bot.answering.types import RecordKey

CLOSE = 1.25
"""Candidates that stand so near the best are decided between by their confidence."""
CORRECTED = 4.0
"""What a reading's penalty takes from the standing of its candidates."""
GAIN = 0.15
"""How much surer another reading of the same record must be than what was typed."""
FAR = 4.0
"""A lead that is longer says no more."""


@dataclass(slots=True)
class Ranked:
    """A candidate: `score` orders candidates, `confidence` says whether to answer at all, 0 to 1."""

    key: RecordKey
    score: float
    evidence: Evidence
    beyond: tuple[str, ...]
    reading: Reading
    confidence: float = 0.0

    @property
    def mention(self) -> float:
        return self.evidence.mention

    @property
    def likeness(self) -> float:
        return self.evidence.best

    @property
    def strange(self) -> float:
        return self.evidence.strange

    @property
    def why(self) -> str:
        one = self.evidence
        beyond = f", beyond it: {' '.join(self.beyond)}" if self.beyond else ""
        return (
            f"name {one.mention:.2f}, fit {one.fit:.2f}, likeness {one.best:.2f}, lead {one.margin:.2f}, "
            f"addressed {one.addressed:.2f}, strange {one.strange:.2f}{beyond}"
        )


def rank(grounds: Grounds, acceptance: Acceptance) -> list[Ranked]:
    """The candidates of one reading, best first."""
    ranked = sorted((_rank_one(key, grounds) for key in grounds.candidates()), key=lambda one: -one.score)
    return by_standing(with_confidence(ranked, acceptance))


def _rank_one(key: RecordKey, grounds: Grounds) -> Ranked:
    evidence, strange = grounds.about(key)
    score = evidence.standing - CORRECTED * (1 - grounds.reading.penalty)
    return Ranked(key, score, evidence, strange.words, grounds.reading)


def with_confidence(ranked: list[Ranked], acceptance: Acceptance) -> list[Ranked]:
    """The candidates with their lead over each other and the confidence that follows."""
    rivals = [(one, one.mention >= NAMED) for one in ranked]
    for one, named in rivals:
        # a question that names both, each in its own place, does not choose between them
        others = [other.score for other, other_named in rivals if other is not one and not (named and other_named)]
        margin = one.score - max(others, default=one.score - FAR)
        one.evidence.margin = max(-FAR, min(margin, FAR))
        one.confidence = acceptance.confidence(one.evidence) * one.reading.penalty
    return ranked


LIKELY, POSSIBLE, BESIDE, HALF = 0.15, 0.08, 2.0, 0.5
"""A confidence worth asking back for, that of the others asked about, how near the best they stand, and a share of
strange words from which something else is meant."""
OFFERED = 3


def likely(ranked: list[Ranked]) -> list[Ranked]:
    """The candidates of which one is probably meant, though none is sure; at least two, or none."""
    top = ranked[0]
    if top.confidence < LIKELY or top.strange >= HALF:
        return []
    close = [one for one in ranked if one.confidence >= POSSIBLE and one.score >= top.score - BESIDE]
    return close[:OFFERED] if len(close) > 1 else []


def is_named(one: Ranked) -> bool:
    """Whether a candidate is what the question speaks of, though not in its facts."""
    return one.mention >= 0.9 and one.strange < 0.5 and not leads_away(one.reading.folded)


def best_of(readings: list[list[Ranked]], acceptance: Acceptance) -> list[Ranked]:
    """The candidates of several readings, what was typed first; each record by the reading that is clearly surest."""
    best: dict[RecordKey, Ranked] = {}
    for ranked in readings:
        for one in ranked:
            if one.key not in best or best[one.key].confidence + GAIN < one.confidence:
                best[one.key] = one
    return by_standing(with_confidence(sorted(best.values(), key=lambda one: -one.score), acceptance))


def by_standing(ranked: list[Ranked]) -> list[Ranked]:
    """Close candidates in the order of their confidence, the others after them."""
    if not ranked:
        return []
    close = [one for one in ranked if one.score >= ranked[0].score - CLOSE]
    return [*sorted(close, key=lambda one: -one.confidence), *ranked[len(close) :]]
