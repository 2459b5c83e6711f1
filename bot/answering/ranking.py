"""How far the assistant would stand behind each record as the one that a question means."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.answering.aspects import asked
from bot.answering.confidence import Acceptance, Evidence
from bot.answering.facts.table import FACTS
from bot.answering.focus import focus_words
from bot.answering.index import Index, Likeness
from bot.answering.lexicon import lexicon
from bot.answering.names import Mention
from bot.answering.reading import Reading
from bot.answering.types import RecordKey
from bot.answering.vocabulary import Vocabulary

ELSEWHERE = 0.3
"""What is left of the confidence when the question speaks of another place."""


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


@dataclass(frozen=True)
class HeldOut:
    """What is taken as not there while fitting: a record, or one phrasing (with its words) of a record."""

    key: RecordKey
    phrasing: str | None = None
    words: frozenset[str] = frozenset()

    def phrasing_is_out(self, key: RecordKey, phrasing: str) -> bool:
        return key == self.key and (self.phrasing is None or phrasing == self.phrasing)

    def name_is_out(self, mention: Mention) -> bool:
        return mention.key == self.key and (self.phrasing is None or mention.name == self.phrasing)

    def words_out(self, key: RecordKey) -> frozenset[str]:
        return self.words if key == self.key else frozenset()


def rank(
    reading: Reading,
    index: Index,
    vocabulary: Vocabulary,
    acceptance: Acceptance,
    held_out: HeldOut | None = None,
    limit: int = 8,
) -> list[Ranked]:
    """The candidates of one reading, best first."""
    out: Callable[[RecordKey, str], bool] | None = held_out.phrasing_is_out if held_out else None
    likenesses = {one.key: one for one in index.search(reading.folded, list(reading.words), held_out=out)}
    mentions = [one for one in reading.mentions if held_out is None or not held_out.name_is_out(one)]
    keys = dict.fromkeys([*(mention.key for mention in mentions), *likenesses])
    ranked = [_rank_one(key, reading, mentions, likenesses.get(key), vocabulary, held_out) for key in keys]
    return with_confidence(sorted(ranked, key=lambda one: -one.score)[:limit], acceptance)


def _rank_one(
    key: RecordKey,
    reading: Reading,
    mentions: list[Mention],
    likeness: Likeness | None,
    vocabulary: Vocabulary,
    held_out: HeldOut | None,
) -> Ranked:
    own = [mention for mention in mentions if mention.key == key]
    mention = max((_weight(one, mentions) for one in own), default=0.0)
    covered = (*reading.cue_spans, *reading.moment_spans, *((one.start, one.end) for one in own))
    out = held_out.words_out(key) if held_out else frozenset()
    strange = vocabulary.unexplained(key, reading.words, covered, out)
    held = not reading.aspects or key[0] == "faq" or any(aspect in FACTS[key[0]] for aspect in reading.aspects)
    like = likeness.score if likeness else 0.0
    best = likeness.best if likeness else 0.0
    base = 1 - (1 - 0.72 * mention) * (1 - min(0.95, 1.05 * like))
    evidence = Evidence(
        base=base,
        strange=strange.share,
        strange_total=strange.total,
        mention=mention,
        addressed=_addressed(key, reading, own, best),
        held=float(held),
        best=best,
        focus=_focus(key, reading, own, vocabulary, out),
    )
    score = base * (1.0 if held else 0.85) * (1 - 0.35 * strange.share) * reading.penalty
    return Ranked(key, score, evidence, strange.words, reading)


def _focus(
    key: RecordKey, reading: Reading, own: list[Mention], vocabulary: Vocabulary, held_out: frozenset[str]
) -> float:
    """The share of strange words among those that the question puts its finger on."""
    words = focus_words(reading)
    return vocabulary.unexplained(key, words, [(one.start, one.end) for one in own], held_out).share if words else 0.0


def _addressed(key: RecordKey, reading: Reading, own: list[Mention], best: float) -> float:
    """1 when something the record can tell is asked for, or only its name is said; else how like a known question it is."""
    if key[0] == "faq":
        return best
    if asked(reading, key[0]):
        return 1.0
    spans = [(one.start, one.end) for one in own]
    rest = [word for word in reading.words if not any(start <= word.start and word.end <= end for start, end in spans)]
    return 1.0 if own and len(rest) <= 1 else best


def with_confidence(ranked: list[Ranked], acceptance: Acceptance) -> list[Ranked]:
    """The candidates with their lead over each other and the confidence that follows."""
    sure = []
    for one in ranked:
        others = [other.score for other in ranked if other.key != one.key]
        top = max(others, default=0.0)
        margin = (one.score - top) / max(one.score, top, 1e-9)
        evidence = replace(one.evidence, margin=margin)
        confidence = acceptance.confidence(evidence) * one.reading.penalty
        if lexicon().elsewhere.search(one.reading.folded):
            confidence *= ELSEWHERE
        sure.append(replace(one, evidence=evidence, confidence=confidence))
    return sure


def _weight(mention: Mention, mentions: list[Mention]) -> float:
    """A name counts more the longer it is, and less when it is only part of a longer one."""
    inside = any(
        other.start <= mention.start and mention.end <= other.end and other.length > mention.length
        for other in mentions
        if other.key != mention.key
    )
    length = 1.0 if mention.length >= 3 else 0.9
    return mention.quality * length * (0.3 if inside else 1.0)


def best_of(readings: list[list[Ranked]], acceptance: Acceptance) -> list[Ranked]:
    """The candidates of several readings, each record by its best one."""
    best: dict[RecordKey, Ranked] = {}
    for ranked in readings:
        for one in ranked:
            if one.key not in best or best[one.key].score < one.score:
                best[one.key] = one
    return with_confidence(sorted(best.values(), key=lambda one: -one.score), acceptance)
