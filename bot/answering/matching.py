"""Readings of a question matched against the records of a snapshot."""

import re
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache, partial

import numpy as np

from bot.answering import when
from bot.answering.classifier import Classifier
from bot.answering.confidence import DEFAULT
from bot.answering.correcting import CAUTION, Corrector
from bot.answering.correcting_english import EnglishCorrector
from bot.answering.evidence import Grounds, leads_away
from bot.answering.families import shared_parts
from bot.answering.fits import Fits
from bot.answering.groundwork import Groundwork
from bot.answering.names import Mention, Names
from bot.answering.postings import Reals
from bot.answering.ranking import Ranked, best_of, rank
from bot.answering.reading import Reading, aspects_in, clauses_of
from bot.answering.spelling import Speller
from bot.answering.text import Segmenter, without
from bot.answering.types import RecordKey
from bot.answering.vocabulary import Vocabulary
from bot.answering.when import Moment
from bot.knowledge.snapshot import Snapshot

CORRECTED = 0.93
IN_A_CLAUSE = 0.1
"""What a fact's score in one clause loses: the whole question says more."""
SURELY_MEANT, PERHAPS_MEANT = 1.5, 0.5
"""How much likelier a correction must be to be taken for what was typed, or to be looked at besides."""
OTHERS, OTHERS_OF_LONG, LONG = 2, 1, 24
"""So many other readings are looked at; fewer of a text of more characters, which is understood in spite of a slip."""
HEARD_LATELY = 64
"""So many clauses are kept with what was heard in them."""
ENOUGH, NOTHING_STRANGE = 0.8, 0.1
"""A confidence from which a reading is taken for what was meant, and a share of strange words that is none."""


class Matcher:
    """Everything about the records that questions are matched with; built once for a snapshot."""

    def __init__(self, snapshot: Snapshot, groundwork: Groundwork | None = None) -> None:
        """A `groundwork` of the same snapshot that was kept saves making it again."""
        records = list(snapshot)
        self._shared = groundwork.shared if groundwork else shared_parts(records)
        self._names = Names(records, self._shared)
        self._segmenter = Segmenter(self._names)
        self.groundwork = groundwork or Groundwork.of(snapshot, self._shared, self._segmenter)
        self.fingerprint = self.groundwork.phrasings
        self.fits: Fits | None = None
        self._acceptance = DEFAULT
        self._classifier: Classifier | None = None
        self._facts: Classifier | None = None
        self._hear = self._hear_anew
        self._asked: dict[RecordKey, frozenset[str]] = {}
        self._index = self.groundwork.index
        self.vocabulary = Vocabulary(self.groundwork.words, self._segmenter)
        self._corrector = Corrector(self.groundwork.speech)
        self._english = EnglishCorrector(self.groundwork.english)
        self._speller = Speller({*self._names, *self.vocabulary.known}, self._english)

    def use(self, fits: Fits) -> None:
        """Rank with these fits from now on."""
        self._classifier = Classifier(fits.records) if fits.records else None
        self._facts = Classifier(fits.facts) if fits.facts else None
        self._hear = lru_cache(HEARD_LATELY)(self._hear_anew)
        self._acceptance = fits.acceptance
        self.fits = fits

    def prepare(self) -> None:
        """Make what the first question that is typed wrong would wait for."""
        self._corrector.prepare()
        self._speller.prepare()
        self.groundwork.english.prepare()

    def match(self, folded: str, now: datetime) -> tuple[list[Reading], list[Ranked]]:
        """The readings of a text and the candidates of all of them, best first."""
        first = self.read(self._surely_meant(folded), now)
        readings, rankings = [first], [self.rank(first)]
        if _is_sure(rankings[0]):
            return readings, rankings[0]
        for text in self._others(folded, first.folded):
            readings.append(self.read(text, now, CORRECTED))
            rankings.append(self.rank(readings[-1]))
            if _is_sure(rankings[-1]):
                break
        return readings, best_of(rankings, self._acceptance)

    def _others(self, typed: str, read: str) -> list[str]:
        """What else may have been meant by a text than what was read, likeliest first."""
        perhaps = self._corrector.corrected(read)
        likely = [perhaps.text] if perhaps.gain >= PERHAPS_MEANT else []
        texts = dict.fromkeys([*likely, *self._speller.readings(read)])
        most = OTHERS if len(read) <= LONG else OTHERS_OF_LONG
        return [text for text in texts if text != read and _keeps(typed, text)][:most]

    def _surely_meant(self, folded: str) -> str:
        """The text as it was surely meant; what leads away from the park is never corrected into something of it."""
        english = self._english.surely(folded)
        meant = self._corrector.corrected(english, CAUTION)
        text = meant.text if meant.gain >= SURELY_MEANT else english
        return text if _keeps(folded, text) else folded

    def read(self, folded: str, now: datetime, penalty: float = 1.0) -> Reading:
        """One reading of a folded text."""
        aspects = aspects_in(folded)
        mentions = tuple(self._names.find(folded))
        return Reading(
            folded,
            self._segmenter.words(folded),
            mentions,
            aspects,
            self.moment(folded, now),
            penalty,
            tuple(span for spans in aspects.values() for span in spans),
            partial(self._facts_asked, folded, mentions),
        )

    def _facts_asked(self, folded: str, mentions: Iterable[Mention]) -> dict[str, float]:
        """How much a text without its names sounds as if each fact were asked for."""
        if self._facts is None:
            return {}
        text = without(folded, ((one.start, one.end) for one in mentions))
        scores = self._hear(text)
        if len(clauses := clauses_of(text)) > 1:
            scores = np.maximum(scores, np.max([self._hear(clause) for clause in clauses], axis=0) - IN_A_CLAUSE)
        return {fact: float(score) for (_, fact), score in zip(self._facts.places, scores, strict=True)}

    def _hear_anew(self, text: str) -> Reals:
        """The score of every fact; readings of a question share most of their clauses, so that it is kept a while."""
        return self._facts.scores(text, self._segmenter.words(text)) if self._facts else np.zeros(0, dtype=np.float32)

    def rank(self, reading: Reading) -> list[Ranked]:
        """The candidates of one reading, best first."""
        return rank(Grounds(reading, self._index, self.vocabulary, self._classifier), self._acceptance)

    def asks(self, key: RecordKey) -> frozenset[str]:
        """The aspects whose cues stand in a record's own phrasings: in these words it is asked what it can tell."""
        if key not in self._asked:
            texts = self.vocabulary.texts(key)
            self._asked[key] = frozenset(aspect for text in texts for aspect in aspects_in(text))
        return self._asked[key]

    def siblings(self, key: RecordKey) -> list[RecordKey]:
        """The records that share a name with this one."""
        return list(dict.fromkeys(one for keys in self._shared.values() if key in keys for one in keys if one != key))

    @staticmethod
    def moment(folded: str, now: datetime) -> Moment | None:
        return when.find(folded, now)


def _is_sure(ranked: list[Ranked]) -> bool:
    """Whether a reading is so surely understood that no other needs to be looked for."""
    return bool(ranked) and ranked[0].confidence >= ENOUGH and ranked[0].strange < NOTHING_STRANGE


def _keeps(typed: str, meant: str) -> bool:
    """Whether a correction still asks for the same thing, and leads away from the park if what was typed does."""
    if leads_away(typed) and not leads_away(meant):
        return False
    return all(asked[0] in meant for asked in _ASKED.finditer(typed))


_ASKED = re.compile(r"[有卖带养][\u4e00-\u9fff](?=[吗么没不进]|$)|多少[米斤吨瓦层]")
"""A thing of one character, or a measure: no neighbour tells what else it would be."""
