"""How fast one process answers, at sizes from the demonstration park to a hundred thousand phrasings."""

import csv
from collections.abc import Iterable, Sequence

from bot.knowledge.kinds import Record
from bot.knowledge.pack import demonstration
from tests.bench.outside import Outside, if_there
from tests.bench.ready import READY, all_ready
from tests.bench.synthetic import Shape, Synthetic
from tests.bench.table import Table
from tests.bench.timing import TIMES, Timed, side_by_side

SHAPES = (Shape(1_000, 10), Shape(150, 67), Shape(10_000, 10), Shape(150, 667))
ASKED = 1_000
HEADER = ("entries × phrasings", "engine", *READY, *TIMES)
NOTES = (
    "1,000 questions in both languages: phrasings that the store lacks, some of them typed wrong, some that belong to "
    "no entry. Index: from records to the first answer; fit: the classifier that is then fitted beside it, without "
    "acceptance, which takes no time of a question's. All are asked in turns in one run."
)


def sources(outside: Outside) -> list[str]:
    """Real phrasings in both languages to make others of: the demonstration park's, and CLINC150's if there."""
    texts = [text for record in demonstration() for text in record.questions]
    if file := if_there(lambda: outside.clinc("train")):
        with file.open(encoding="utf-8", newline="") as lines:
            texts += [text for row in csv.DictReader(lines) for text in row["similar_questions"].splitlines()]
    return texts


def table(outside: Outside) -> Table:
    known = sources(outside)
    rows: list[tuple[str, ...]] = []
    for shape in SHAPES:
        synthetic = Synthetic(shape, known)
        rows += _rows(str(shape), synthetic.records, synthetic.questions(ASKED))
    return Table(f"Speed, phrasings made from {len(known):,} real ones", HEADER, tuple(rows), NOTES)


def _rows(shape: str, records: Sequence[Record], questions: Sequence[str]) -> Iterable[tuple[str, ...]]:
    ready = all_ready(records, calibrated=False)
    timed = [Timed(one.finder) for one in ready]
    side_by_side(timed, questions)
    for who, one in zip(ready, timed, strict=True):
        yield shape, who.finder.name, *who.cells(), *one.times.cells()
