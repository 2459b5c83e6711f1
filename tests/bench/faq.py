"""How well a park's own FAQ is found, and what is none of it refused: CLINC150 beside BM25 and FTS5."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.knowledge import pack
from bot.knowledge.kinds import Record
from tests.bench.finders import Found
from tests.bench.measures import auroc, keeping, share
from tests.bench.outside import Outside
from tests.bench.ready import READY, all_ready
from tests.bench.table import Table
from tests.bench.timing import TIMES, Timed, side_by_side

STRANGE = "oos"
KEPT = 0.9
FEW = 10
HEADER = ("phrasings", "engine", "right %", "AUROC %", "wrong %", "refused %", *READY, "1,000 questions s", *TIMES)
NOTES = (
    "Right: the entry is found, whatever the engine would do. AUROC: confidence of in-scope questions against "
    "out-of-scope ones. Wrong (of the in-scope questions) and refused (of the out-of-scope ones) at the threshold that "
    "keeps 90% of the right answers. Index: from records to the first answer; fit: what is then fitted beside it, "
    "acceptance by cross-fitting included. All are asked in turns in one run."
)


@dataclass(frozen=True)
class Asked:
    """A question with the entry that it means, `STRANGE` for none."""

    text: str
    label: str


@dataclass(frozen=True)
class Quality:
    """Per cent, as the header says."""

    right: float
    auroc: float
    wrong: float
    refused: float

    @classmethod
    def of(cls, asked: Sequence[Asked], found: Sequence[Found]) -> "Quality":
        known = [(one.label, what) for one, what in zip(asked, found, strict=True) if one.label != STRANGE]
        strange = [what.confidence for one, what in zip(asked, found, strict=True) if one.label == STRANGE]
        right = [what.confidence for label, what in known if what.record == label]
        threshold = keeping(right, KEPT)
        given_wrong = sum(what.record != label and what.confidence >= threshold for label, what in known)
        return cls(
            share(len(right), len(known)),
            100 * auroc([what.confidence for _, what in known], strange),
            share(given_wrong, len(known)),
            share(sum(confidence < threshold for confidence in strange), len(strange)),
        )

    def cells(self) -> tuple[str, ...]:
        return tuple(f"{value:.1f}" for value in (self.right, self.auroc, self.wrong, self.refused))


def table(outside: Outside) -> Table:
    records = pack.read([outside.clinc("train")])
    asked = _asked(outside.clinc("val"))
    conditions = {"all": records, f"first {FEW}": [_with_few(record) for record in records]}
    rows = [row for name, known in conditions.items() for row in _rows(name, known, asked)]
    return Table("FAQ import: CLINC150", HEADER, tuple(rows), NOTES)


def _rows(condition: str, records: Sequence[Record], asked: Sequence[Asked]) -> Iterable[tuple[str, ...]]:
    ready = all_ready(records, calibrated=True)
    timed = [Timed(one.finder) for one in ready]
    results = side_by_side(timed, [one.text for one in asked])
    for who, one, found in zip(ready, timed, results, strict=True):
        seconds = (*who.cells(), f"{one.times.seconds_for(1000):.2f}")
        yield condition, who.finder.name, *Quality.of(asked, found).cells(), *seconds, *one.times.cells()


def _asked(file: Path) -> list[Asked]:
    with file.open(encoding="utf-8", newline="") as lines:
        return [Asked(row["text"], row["label"]) for row in csv.DictReader(lines)]


def _with_few(record: Record) -> Record:
    """The record with its question and as many similar ones as make FEW."""
    return record.model_copy(update={"questions": record.questions[: FEW - 1]})
