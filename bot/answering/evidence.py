"""What speaks for and against a record as the one that a reading means."""

import re
from dataclasses import dataclass

import numpy as np

from bot.answering.aspects import asked
from bot.answering.classifier import BACKGROUND, Classifier, Reals, nearest
from bot.answering.confidence import Evidence
from bot.answering.facts.table import FACTS
from bot.answering.focus import focus_words, measures_asked
from bot.answering.index import Index, Likeness
from bot.answering.lexicon import lexicon
from bot.answering.names import Mention
from bot.answering.reading import Reading
from bot.answering.types import RecordKey
from bot.answering.vocabulary import Strange, Vocabulary

ASIDE = 0.8
"""What a name weighs that is said before the question proper, which names another record."""
PARK_NAME = 0.4
"""The park's own name is said in questions about anything in it."""
KNOWN_TO_BE = 0.6
"""Asked if there is such a thing, a record stands for it only when it is asked for in such words."""
FITTING = 5
"""So many records that the classifier thinks of are looked at."""
NAMED, LIKE, FIT, STRANGE = 1.0, 3.0, 5.5, -2.0
"""What a name, likeness, the classifier's score and strange words weigh when records are compared.

The same weights came out of sample questions held out of quite different parks' knowledge.
"""

_WHOLE = {"faq", "alliance"}
"""Kinds that are told whole, whatever is asked of them."""


class Fits:
    """The classifier's scores of one reading."""

    def __init__(self, classifier: Classifier | None, reading: Reading) -> None:
        self._places = classifier.places if classifier else {}
        self._scores: Reals = (
            classifier.scores(reading.folded, reading.words) if classifier else np.zeros(0, dtype=np.float32)
        )
        leaders = nearest(list(self._places), self._scores, FITTING + 1)
        self._leaders = [key for key in leaders if key != BACKGROUND]

    def leaders(self) -> list[RecordKey]:
        return self._leaders

    def of(self, key: RecordKey, best: float) -> float:
        """The score of a record, -1 to 1; of one that was published since the fit, what its likeness suggests."""
        place = self._places.get(key)
        score = 1.6 * best - 1.0 if place is None else float(self._scores[place])
        return max(-1.0, min(score, 1.0))

    @property
    def foreign(self) -> float:
        """The score of what no record answers, -1 to 1."""
        place = self._places.get(BACKGROUND)
        return -1.0 if place is None else max(-1.0, min(float(self._scores[place]), 1.0))

    def lead(self, key: RecordKey, score: float) -> float:
        """How far a score is ahead of the best other record's."""
        other = next((one for one in self._leaders if one != key), None)
        return score - float(self._scores[self._places[other]]) if other else 0.0


@dataclass(frozen=True)
class Grounds:
    """A reading with all that its candidates are judged by."""

    reading: Reading
    likenesses: dict[RecordKey, Likeness]
    fits: Fits
    vocabulary: Vocabulary

    @classmethod
    def of(cls, reading: Reading, index: Index, vocabulary: Vocabulary, classifier: Classifier | None) -> "Grounds":
        likenesses = {one.key: one for one in index.search(reading.folded, list(reading.words))}
        return cls(reading, likenesses, Fits(classifier, reading), vocabulary)

    def candidates(self) -> list[RecordKey]:
        """The records that are named, that fit, or that are asked for in such words."""
        named = (mention.key for mention in self.reading.mentions)
        known = (key for key in (*named, *self.fits.leaders(), *self.likenesses) if key in self.vocabulary)
        return list(dict.fromkeys(known))

    def about(self, key: RecordKey) -> tuple[Evidence, Strange]:
        """The evidence for one record, and what the question says beyond it."""
        reading, vocabulary = self.reading, self.vocabulary
        own = [mention for mention in reading.mentions if mention.key == key]
        mention = max((_weight(one, reading) for one in own), default=0.0)
        strange = vocabulary.unexplained(key, reading.words, _covered(key, reading))
        likeness = self.likenesses.get(key)
        best = likeness.best if likeness else 0.0
        fit = self.fits.of(key, best)
        held = not reading.aspects or key[0] == "faq" or any(aspect in FACTS[key[0]] for aspect in reading.aspects)
        like = likeness.score if likeness else 0.0
        evidence = Evidence(
            standing=NAMED * mention + LIKE * like + FIT * fit + STRANGE * strange.share,
            fit=fit,
            lead=self.fits.lead(key, fit),
            foreign=self.fits.foreign,
            strange=strange.share,
            mention=mention,
            addressed=_addressed(key, reading, own, best),
            held=float(held),
            focus=_focus(key, reading, own, vocabulary),
            best=best,
            faq=float(key[0] == "faq"),
            away=float(leads_away(reading.folded)),
            unheard=float(asks_for_existence(reading.folded) and not _known_to_be(key, mention, best, reading)),
        )
        return evidence, strange


def _covered(key: RecordKey, reading: Reading) -> list[tuple[int, int]]:
    """The spans of a reading that are no matter of their own: cues, times, names, words for the record's kind."""
    named = ((one.start, one.end) for one in reading.mentions if one.key == key or one.quality >= 0.8)
    kind = lexicon().kinds.get(key[0])
    of_kind = (match.span() for match in kind.finditer(reading.folded)) if kind else ()
    return [*reading.cue_spans, *reading.moment_spans, *named, *of_kind]


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


def _known_to_be(key: RecordKey, mention: float, best: float, reading: Reading) -> bool:
    """Whether the record is what the question asks for: by name, in its own words, or a subsidy by that word."""
    if mention:
        return True
    kind = lexicon().kinds.get(key[0]) if key[0] == "subsidy" else None
    return bool(kind.search(reading.folded)) if kind else best >= KNOWN_TO_BE


def asks_for_existence(folded: str) -> bool:
    """Whether the question is if the park has something at all."""
    return bool(lexicon().existence.search(folded))


def leads_away(folded: str) -> bool:
    """Whether the question speaks of another place, other people's affairs or wrongdoing."""
    return bool(lexicon().elsewhere.search(folded) or lexicon().delicate.search(folded))


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
