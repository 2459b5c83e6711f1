"""Sheets to be written, whether into a workbook or as files of their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.knowledge.cells import flatten
from bot.knowledge.columns import written
from bot.knowledge.formats.tables import KIND
from bot.knowledge.kinds import KINDS, Record


@dataclass(frozen=True)
class Sheet:
    """A name, the columns in order, and rows of cells by column."""

    name: str
    header: Sequence[str]
    rows: Sequence[Mapping[str, str]]


def by_kind(records: Sequence[Record]) -> list[Sheet]:
    """A sheet for every kind, also for those without records."""
    return [
        Sheet(kind, _header(model), [flatten(record) for record in records if record.kind == kind])
        for kind, model in KINDS.items()
    ]


def together(records: Sequence[Record]) -> Sheet:
    """All records in one sheet that names the kind of each and has every column that one of them fills."""
    rows = [{KIND: record.kind, **flatten(record)} for record in records]
    filled = {"id", *(name for row in rows for name in row)}
    header = dict.fromkeys(name for model in KINDS.values() for name in _header(model) if name in filled)
    return Sheet("knowledge", [KIND, *header], rows)


def _header(model: type[Record]) -> list[str]:
    return [column.name for column in written(model)]
