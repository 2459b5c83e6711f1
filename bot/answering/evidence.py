"""What speaks for and against a record as the one that a reading means."""

import re
from collections import defaultdict
from functools import lru_cache

import numpy as np

from bot.answering.aspects import SILENT, asked
from bot.answering.classifier import BACKGROUND, NO_FACT, Classifier, nearest
from bot.answering.confidence import Evidence
from bot.answering.facts.table import FACTS
from bot.answering.focus import focus_words, measures_asked, things_asked_for
from bot.answering.index import Index
from bot.answering.lexicon import lexicon
from bot.answering.names import Mention
from bot.answering.reading import Reading, Span
from bot.answering.types import RecordKey
from bot.answering.vocabulary import Strange, Vocabulary, matter_of

ASIDE = 0.8
"""What a name weighs that is said before the question proper, which names another record."""
PARK_NAME = 0.4
"""The park's own name is said in questions about anything in it."""
KNOWN_TO_BE = 0.6
"""Asked if there is such a thing, a record stands for it only when it is asked for in such words."""
FITTING, CANDIDATES = 5, 6
"""So many records that the classifier thinks of are looked at, and so many of all that are thought of are judged."""
NAMED, LIKE, FIT, STRANGE = 1.0, 3.0, 5.5, -2.0
"""What a name, likeness, the classifier's score and strange words weigh when records are compared.

The same weights came out of sample questions held out of quite different parks' knowledge.
"""

_WHOLE = {"faq", "alliance"}
"""Kinds that are told whole, whatever is asked of them."""


_NONE = np.zeros(0, dtype=np.float32)


class Fits:
    """The classifier's scores of one reading."""

    def __init__(self, classifier: Classifier | None, reading: Reading) -> None:
        self._places = classifier.places if classifier else {}
        self._scores = classifier.scores(reading.folded, reading.words) if classifier else _NONE
        leaders = nearest(classifier.weights.keys if classifier else (), self._scores, FITTING + 1)
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


class Grounds:
    """A reading with all that its candidates are judged by."""

    def __init__(self, reading: Reading, index: Index, vocabulary: Vocabulary, classifier: Classifier | None) -> None:
        self.reading = reading
        self._vocabulary = vocabulary
        self._likenesses = {one.key: one for one in index.search(reading.folded, reading.words)}
        self._fits = Fits(classifier, reading)
        self._standings: dict[RecordKey, float] = {}
        self._mentions: dict[RecordKey, list[Mention]] = defaultdict(list)
        for mention in reading.mentions:
            self._mentions[mention.key].append(mention)
        self._away = leads_away(reading.folded)
        self._existence = bool(lexicon().existence.search(reading.folded))
        self._matter = matter_of(reading.words, _explained(reading))
        self._focus_matter = matter_of(focus_words(reading))
        self._measures = measures_asked(reading)
        self._things = things_asked_for(reading)

    def candidates(self) -> list[RecordKey]:
        """The records that are named, that fit, or that are asked for in such words: the few that stand best."""
        found = dict.fromkeys([*self._mentions, *self._fits.leaders(), *self._likenesses])
        known = [key for key in found if key in self._vocabulary]
        return sorted(known, key=lambda key: -self._standing(key))[:CANDIDATES]

    def about(self, key: RecordKey) -> tuple[Evidence, Strange]:
        """The evidence for one record, and what the question says beyond it."""
        reading, own = self.reading, self._mentions.get(key, [])
        mention = self._mention(key)
        best = self._best(key)
        fit = self._fits.of(key, best)
        strange = self._vocabulary.unexplained(key, self._matter, _explained_by(key, reading, own))
        held = not reading.aspects or key[0] == "faq" or any(aspect in FACTS[key[0]] for aspect in reading.aspects)
        evidence = Evidence(
            standing=self._standing(key) + STRANGE * strange.share,
            fit=fit,
            lead=self._fits.lead(key, fit),
            foreign=self._fits.foreign,
            strange=strange.share,
            mention=mention,
            addressed=_addressed(key, reading, own, best),
            held=float(held),
            focus=self._focus(key),
            best=best,
            faq=float(key[0] == "faq"),
            away=float(self._away),
            **_facts_heard(key, reading),
            lacks=float(self._lacks(key)),
            unheard=float(self._existence and not _known_to_be(key, mention, best, reading)),
        )
        return evidence, strange

    def _standing(self, key: RecordKey) -> float:
        """What speaks for a record, before what speaks against it."""
        if key not in self._standings:
            like = self._likenesses[key].score if key in self._likenesses else 0.0
            fit = self._fits.of(key, self._best(key))
            self._standings[key] = NAMED * self._mention(key) + LIKE * like + FIT * fit
        return self._standings[key]

    def _mention(self, key: RecordKey) -> float:
        return max((_weight(one, self.reading) for one in self._mentions.get(key, ())), default=0.0)

    def _best(self, key: RecordKey) -> float:
        return self._likenesses[key].best if key in self._likenesses else 0.0

    def _focus(self, key: RecordKey) -> float:
        """The share of strange words among those that the question puts its finger on."""
        if self._unmeasured(key):
            return 1.0
        named = [(one.start, one.end) for one in self._mentions.get(key, ())]
        return self._vocabulary.unexplained(key, self._focus_matter, named).share

    def _unmeasured(self, key: RecordKey) -> bool:
        return any(not self._vocabulary.has_phrase(key, measure) for measure in self._measures)

    def _lacks(self, key: RecordKey) -> bool:
        """Whether it is asked to have or allow something of which it says nothing, or how high it is and the like."""
        if key[0] == "faq":
            return False  # an entry is a question itself, put in other words than those who ask it
        if self._unmeasured(key):
            return True
        things = [word for word in self._things if word.tag != "v"] or self._things
        return bool(things) and not any(self._vocabulary.mentions(key, word.stem) for word in things)


def _explained(reading: Reading) -> list[Span]:
    """The spans of a reading that are no matter of their own, whatever it means: cues, times, names typed rightly."""
    named = ((one.start, one.end) for one in reading.mentions if one.quality >= 0.8)
    return [*reading.cue_spans, *reading.moment_spans, *named]


def _explained_by(key: RecordKey, reading: Reading, own: list[Mention]) -> list[Span]:
    """The spans of a reading that are no matter of their own if it means the record: its names, words for its kind."""
    kind = lexicon().kinds.get(key[0])
    of_kind = (match.span() for match in kind.finditer(reading.folded)) if kind else ()
    return [*((one.start, one.end) for one in own), *of_kind]


def _addressed(key: RecordKey, reading: Reading, own: list[Mention], best: float) -> float:
    """1 when a fact of its kind is asked for or only its name is said; else how like a known question it is."""
    if key[0] in _WHOLE:
        return 1.0
    if set(asked(reading, key[0])) - {"overview"}:
        return 1.0
    spans = [(one.start, one.end) for one in own]
    rest = [word for word in reading.words if not any(start <= word.start and word.end <= end for start, end in spans)]
    return 1.0 if own and len(rest) <= 1 else best


def _facts_heard(key: RecordKey, reading: Reading) -> dict[str, float]:
    """Whether it sounds as if something were asked for that the record can tell; an FAQ entry is told whole."""
    if key[0] in _WHOLE or not reading.facts:
        return {}
    heard = max(reading.facts.get(aspect, SILENT) for aspect in FACTS[key[0]])
    return {"sounds": max(SILENT, min(heard, 0.5)), "factless": max(SILENT, min(reading.facts[NO_FACT], 1.0))}


def _known_to_be(key: RecordKey, mention: float, best: float, reading: Reading) -> bool:
    """Whether the record is what the question asks for: by name, in its own words, or a subsidy by that word."""
    if mention:
        return True
    kind = lexicon().kinds.get(key[0]) if key[0] == "subsidy" else None
    return bool(kind.search(reading.folded)) if kind else best >= KNOWN_TO_BE


@lru_cache(maxsize=16)
def leads_away(folded: str) -> bool:
    """Whether the question speaks of another place, other people's affairs or wrongdoing."""
    return bool(lexicon().elsewhere.search(folded) or lexicon().delicate.search(folded))


def _weight(mention: Mention, reading: Reading) -> float:
    """A name counts more the longer it is when typed rightly, and less when it is only part of a longer one."""
    inside = any(
        other.start <= mention.start and mention.end <= other.end and other.length > mention.length
        for other in reading.mentions
        if other.key != mention.key
    )
    length = 1.0 if len(mention.name) >= 3 else 0.9
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
