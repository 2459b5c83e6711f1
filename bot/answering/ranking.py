"""How far the assistant would stand behind each record as the one that a question means."""

import re
from dataclasses import dataclass, replace

from bot.answering.aspects import asked
from bot.answering.confidence import Acceptance, Evidence
from bot.answering.facts.table import FACTS
from bot.answering.focus import focus_words, measures_asked
from bot.answering.index import Index, Likeness
from bot.answering.lexicon import lexicon
from bot.answering.names import Mention
from bot.answering.reading import Reading
from bot.answering.types import RecordKey
from bot.answering.vocabulary import Vocabulary

LED_AWAY = 0.3
"""What is left of the confidence when the question speaks of another place, other people's affairs or wrongdoing."""


CLOSE = 0.75
"""Candidates whose scores are within this share of the best are decided between by their confidence."""
ASIDE = 0.8
"""What a name weighs that is said before the question proper, which names another record."""
KNOWN_TO_BE, NOT_KNOWN_TO_BE = 0.6, 0.5
"""Asked if there is such a thing, a record stands for it only when it is asked for in such words, else doubt grows."""
PARK_NAME = 0.4
"""The park's own name is said in questions about anything in it."""


_WHOLE = {"faq", "alliance"}
"""Kinds that are told whole, whatever is asked of them."""


@dataclass(frozen=True)
class Ranked:
    """A candidate: `score` orders candidates, `confidence` says whether to answer at all, both 0 to 1."""

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
            f"name {one.mention:.2f}, likeness {one.best:.2f}, lead {one.margin:.2f}, "
            f"addressed {one.addressed:.2f}, strange {one.strange:.2f}{beyond}"
        )


def rank(
    reading: Reading, index: Index, vocabulary: Vocabulary, acceptance: Acceptance, limit: int = 8
) -> list[Ranked]:
    """The candidates of one reading, best first."""
    likenesses = {one.key: one for one in index.search(reading.folded, list(reading.words))}
    keys = dict.fromkeys([*(mention.key for mention in reading.mentions), *likenesses])
    ranked = [_rank_one(key, reading, likenesses.get(key), vocabulary) for key in keys]
    return by_standing(with_confidence(sorted(ranked, key=lambda one: -one.score)[:limit], acceptance))


def _rank_one(key: RecordKey, reading: Reading, likeness: Likeness | None, vocabulary: Vocabulary) -> Ranked:
    own = [mention for mention in reading.mentions if mention.key == key]
    mention = max((_weight(one, reading) for one in own), default=0.0)
    named = ((one.start, one.end) for one in reading.mentions if one.key == key or one.quality >= 0.8)
    kind = lexicon().kinds.get(key[0])
    of_kind = (match.span() for match in kind.finditer(reading.folded)) if kind else ()
    covered = (*reading.cue_spans, *reading.moment_spans, *named, *of_kind)
    strange = vocabulary.unexplained(key, reading.words, covered)
    held = not reading.aspects or key[0] == "faq" or any(aspect in FACTS[key[0]] for aspect in reading.aspects)
    like = likeness.score if likeness else 0.0
    best = likeness.best if likeness else 0.0
    base = 1 - (1 - 0.72 * mention) * (1 - min(0.95, 1.05 * like))
    evidence = Evidence(
        base=base,
        strange=strange.share,
        mention=mention,
        addressed=_addressed(key, reading, own, best),
        held=float(held),
        focus=_focus(key, reading, own, vocabulary),
        best=best,
        faq=float(key[0] == "faq"),
    )
    score = base * (1.0 if held else 0.85) * (1 - 0.35 * strange.share) * reading.penalty
    return Ranked(key, score, evidence, strange.words, reading)


def _focus(key: RecordKey, reading: Reading, own: list[Mention], vocabulary: Vocabulary) -> float:
    """The share of strange words among those that the question puts its finger on."""
    if any(not vocabulary.has_phrase(key, measure) for measure in measures_asked(reading)):
        return 1.0
    words = focus_words(reading)
    return vocabulary.unexplained(key, words, [(one.start, one.end) for one in own]).share if words else 0.0


def _addressed(key: RecordKey, reading: Reading, own: list[Mention], best: float) -> float:
    """1 when a fact of its kind is asked for or only its name is said; else how like a known question it is."""
    if key[0] in _WHOLE:
        return 1.0
    if set(asked(reading, key[0])) - {"overview"}:
        return 1.0
    spans = [(one.start, one.end) for one in own]
    rest = [word for word in reading.words if not any(start <= word.start and word.end <= end for start, end in spans)]
    return 1.0 if own and len(rest) <= 1 else best


def with_confidence(ranked: list[Ranked], acceptance: Acceptance) -> list[Ranked]:
    """The candidates with their lead over each other and the confidence that follows."""
    sure = []
    for one in ranked:
        others = [other.score for other in ranked if other.key != one.key and not _side_by_side(one, other)]
        top = max(others, default=0.0)
        margin = (one.score - top) / max(one.score, top, 1e-9)
        evidence = replace(one.evidence, margin=margin)
        confidence = acceptance.confidence(evidence) * one.reading.penalty
        if _leads_away(one.reading.folded):
            confidence *= LED_AWAY
        elif asks_for_existence(one.reading.folded) and not _known_to_be(one):
            confidence *= NOT_KNOWN_TO_BE
        sure.append(replace(one, evidence=evidence, confidence=confidence))
    return sure


def is_named(one: Ranked) -> bool:
    """Whether a candidate is what the question speaks of, though not in its facts."""
    return one.mention >= 0.9 and one.strange < 0.5 and not _leads_away(one.reading.folded)


def _known_to_be(one: Ranked) -> bool:
    """Whether the record is what the question asks for: by name, in its own words, or a subsidy by that word."""
    if one.mention:
        return True
    kind = lexicon().kinds.get(one.key[0]) if one.key[0] == "subsidy" else None
    return bool(kind.search(one.reading.folded)) if kind else one.likeness >= KNOWN_TO_BE


def asks_for_existence(folded: str) -> bool:
    """Whether the question is if the park has something at all."""
    return bool(lexicon().existence.search(folded))


def _leads_away(folded: str) -> bool:
    return bool(lexicon().elsewhere.search(folded) or lexicon().delicate.search(folded))


def _side_by_side(one: Ranked, other: Ranked) -> bool:
    """Whether a question names both, each in its own place: they do not compete."""
    return min(one.mention, other.mention) >= 0.8


def _weight(mention: Mention, reading: Reading) -> float:
    """A name counts more the longer it is, and less when it is only part of a longer one."""
    inside = any(
        other.start <= mention.start and mention.end <= other.end and other.length > mention.length
        for other in reading.mentions
        if other.key != mention.key
    )
    length = 1.0 if mention.length >= 3 else 0.9
    aside = ASIDE if _is_aside(mention, reading) else 1.0
    telling = aside * PARK_NAME if mention.key[0] == "park" else aside
    return mention.quality * length * telling * (0.3 if inside else 1.0)


def _is_aside(mention: Mention, reading: Reading) -> bool:
    """Whether the last clause names something else, and this name stands before it."""
    begins = max(
        (match.end() for match in _CLAUSE_END.finditer(reading.folded) if match.end() < len(reading.folded)), default=0
    )
    last = [one for one in reading.mentions if one.start >= begins and one.quality >= 0.8]
    return mention.end <= begins and bool(last) and all(one.key != mention.key for one in last)


_CLAUSE_END = re.compile(r"[,，;；。.!?]\s*")


def best_of(readings: list[list[Ranked]], acceptance: Acceptance) -> list[Ranked]:
    """The candidates of several readings, each record by its best one."""
    best: dict[RecordKey, Ranked] = {}
    for ranked in readings:
        for one in ranked:
            if one.key not in best or best[one.key].score < one.score:
                best[one.key] = one
    return by_standing(with_confidence(sorted(best.values(), key=lambda one: -one.score), acceptance))


def by_standing(ranked: list[Ranked]) -> list[Ranked]:
    """Close candidates in the order of their confidence, the others after them."""
    if not ranked:
        return []
    close = [one for one in ranked if one.score >= CLOSE * ranked[0].score]
    return [*sorted(close, key=lambda one: -one.confidence), *ranked[len(close) :]]
