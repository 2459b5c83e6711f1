"""A park's own sample questions as a test of its knowledge: each is asked of fits that have not seen it.

Fold by fold some sample questions are held out, which the rest should find, and some records are left out whole:
their questions are ones that nothing in the rest answers.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.answering.classifier import Weights
from bot.answering.fits import Fits
from bot.answering.fitting import machine
from bot.answering.fitting.asking import asking
from bot.answering.fitting.background import with_background
from bot.answering.fitting.slips import with_slips
from bot.answering.matching import Matcher
from bot.answering.ranking import Ranked
from bot.answering.text import fold
from bot.answering.types import RecordKey
from bot.knowledge.kinds import Record
from bot.knowledge.snapshot import Snapshot

FOLDS = 4
MOST = 1200
"""Questions of either sort that are asked; more would tell little more."""
NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)


@dataclass(frozen=True)
class Example:
    """A sample question of a record, with what was found; `known` unless its record was left out."""

    key: RecordKey
    text: str
    known: bool
    ranked: tuple[Ranked, ...]

    @property
    def right(self) -> bool:
        """Whether its own record was found; never for a record that was left out."""
        return self.known and bool(self.ranked) and self.ranked[0].key == self.key


def examples(snapshot: Snapshot, seed: int = 1) -> Iterator[Example]:
    """Every fold's questions, asked."""
    chance = random.Random(seed)
    records = list(snapshot)
    asked = [(record, question) for record in records for question in _own(record)]
    chance.shuffle(asked)
    left_out = list(records)
    chance.shuffle(left_out)
    facts = machine.weights(asking())
    for number in range(FOLDS):
        out = {(one.kind, one.id) for one in left_out[number::FOLDS]} if len(records) > FOLDS else set()
        held = [(one, text) for one, text in asked[number::FOLDS] if (one.kind, one.id) not in out]
        strange = [(one, text) for one, text in asked if (one.kind, one.id) in out]
        matcher = _matcher(facts, records, out, {(one.kind, one.id, fold(text)) for one, text in held})
        share = MOST // FOLDS
        for sample, known in ((held, True), (strange, False)):
            for one, text in chance.sample(sample, min(share, len(sample))):
                _, ranked = matcher.match(fold(text), NOON)
                yield Example((one.kind, one.id), text, known, tuple(ranked[:3]))


def _own(record: Record) -> list[str]:
    """The questions of a record that can be held out, each once: its names stay."""
    names = {fold(text) for text in (record.name.zh, record.name.en, *record.aliases)}
    return list({folded: text for text in record.questions if (folded := fold(text)) not in names}.values())


def _matcher(
    facts: Weights | None, records: Sequence[Record], out: set[RecordKey], held: set[tuple[str, str, str]]
) -> Matcher:
    kept = [
        one.model_copy(
            update={"questions": [text for text in one.questions if (one.kind, one.id, fold(text)) not in held]}
        )
        for one in records
        if (one.kind, one.id) not in out
    ]
    matcher = Matcher(Snapshot.of(kept))
    matcher.use(Fits("", machine.weights(with_slips(with_background(kept))), facts))
    return matcher
