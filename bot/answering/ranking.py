"""How far the assistant would stand behind each record as the one that a question means."""

import math
from dataclasses import dataclass, replace

from bot.answering.facts.table import FACTS
from bot.answering.index import Index, Likeness
from bot.answering.lexicon import lexicon
from bot.answering.names import Mention
from bot.answering.reading import Reading
from bot.answering.types import RecordKey
from bot.answering.vocabulary import Vocabulary


@dataclass(frozen=True)
class Ranked:
    """A candidate: `score` orders candidates, `confidence` says whether to answer at all, both 0 to 1."""

    key: RecordKey
    score: float
    confidence: float
    mention: float
    likeness: float
    strange: float
    beyond: tuple[str, ...]
    reading: Reading

    @property
    def why(self) -> str:
        beyond = f", beyond it: {' '.join(self.beyond)}" if self.beyond else ""
        return f"name {self.mention:.2f}, likeness {self.likeness:.2f}, strange {self.strange:.2f}{beyond}"


def rank(reading: Reading, index: Index, vocabulary: Vocabulary, limit: int = 8) -> list[Ranked]:
    """The candidates of one reading, best first."""
    likenesses = {one.key: one for one in index.search(reading.folded, list(reading.words))}
    keys = dict.fromkeys([*(mention.key for mention in reading.mentions), *likenesses])
    ranked = [_rank_one(key, reading, likenesses.get(key), vocabulary) for key in keys]
    return sorted(ranked, key=lambda one: -one.score)[:limit]


def _rank_one(key: RecordKey, reading: Reading, likeness: Likeness | None, vocabulary: Vocabulary) -> Ranked:
    own = [mention for mention in reading.mentions if mention.key == key]
    mention = max((_weight(one, reading) for one in own), default=0.0)
    like = likeness.score if likeness else 0.0
    held = any(aspect in FACTS[key[0]] for aspect in reading.aspects) or not reading.aspects or key[0] == "faq"
    covered = (
        *reading.cue_spans,
        *reading.moment_spans,
        *((one.start, one.end) for one in own),
    )
    strange, beyond = vocabulary.unexplained(key, reading.words, covered)
    if elsewhere := lexicon().elsewhere.search(reading.folded):
        strange, beyond = min(1.0, strange + 0.6), [*beyond, elsewhere[0]]
    base = 1 - (1 - 0.72 * mention) * (1 - min(0.95, 1.05 * like))
    score = base * (1.0 if held else 0.85) * (1 - 0.35 * strange) * reading.penalty
    logit = 7.0 * (base * (1.0 if held else 0.9) - 0.42) - 5.0 * max(0.0, strange - 0.12)
    return Ranked(key, score, reading.penalty / (1 + math.exp(-logit)), mention, like, strange, tuple(beyond), reading)


def _weight(mention: Mention, reading: Reading) -> float:
    """A name counts more the longer it is, and less when it is only part of a longer one."""
    inside = any(
        other.start <= mention.start and mention.end <= other.end and other.length > mention.length
        for other in reading.mentions
        if other.key != mention.key
    )
    length = 1.0 if mention.length >= 3 else 0.9
    return mention.quality * length * (0.3 if inside else 1.0)


def best_of(readings: list[list[Ranked]]) -> list[Ranked]:
    """The candidates of several readings, each record by its best one."""
    best: dict[RecordKey, Ranked] = {}
    for ranked in readings:
        for one in ranked:
            if one.key not in best or best[one.key].score < one.score:
                best[one.key] = one
    return sorted(best.values(), key=lambda one: -one.score)


def lowered(one: Ranked, factor: float) -> Ranked:
    """The candidate with less confidence."""
    return replace(one, confidence=one.confidence * factor)
