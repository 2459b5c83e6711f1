"""Tables of text cells, from whatever spreadsheet: the first row names the columns, every other one is a record."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.knowledge.cells import unflatten
from bot.knowledge.columns import column_at, names
from bot.knowledge.drafts import Draft, Finding, kind_named
from bot.knowledge.faults import Fault, Place
from bot.knowledge.formats.formulas import restore
from bot.knowledge.kinds import KINDS, Faq, Record
from bot.knowledge.shapes import Location
from bot.knowledge.suggestions import did_you_mean

KIND = "kind"
EXPLAINED = "explained"
"""The sheet or file of a template that explains the columns; readers pass it over."""

Row = tuple[int, dict[str, str]]
"""A row's number and its filled cells by column."""


@dataclass(frozen=True)
class Table:
    """The rows of a sheet or file, which is called `name`."""

    name: str
    place: Place
    rows: Sequence[Sequence[str]]


def findings(table: Table) -> Iterator[Finding]:
    """The records of a table, each of the kind that its row, the table's name or its columns tell."""
    filled = [number for number, row in enumerate(table.rows, start=1) if any(map(str.strip, row))]
    if not filled or table.name.lower() == EXPLAINED:
        return
    place = replace(table.place, row=filled[0])
    header = [_header(cell) for cell in table.rows[filled[0] - 1]]
    kind = None if KIND in header else kind_named(table.name) or _by_columns(header)
    if faults := list(_faults_of_header(header, kind, place)):
        yield from faults
        return
    for number in filled[1:]:
        yield from _row(table, number, header, kind)


def _header(cell: str) -> str:
    return "_".join(cell.lower().replace("-", " ").split())


def _by_columns(header: Sequence[str]) -> type[Record] | None:
    known = names(Faq)
    meant = {known[name].removesuffix("_zh").removesuffix("_en") for name in header if name in known}
    return Faq if {"id", "question", "answer"} <= meant else None


def _faults_of_header(header: Sequence[str], kind: type[Record] | None, place: Place) -> Iterator[Fault]:
    if not kind and KIND not in header:
        sheet_or_file = "sheet" if place.sheet else "file"
        yield Fault(
            place, f"name the {sheet_or_file} after a kind of record ({', '.join(KINDS)}) or add a column 'kind'"
        )
        return
    if "id" not in header:
        yield Fault(place, "there is no column 'id'")
    kinds = [kind] if kind else list(KINDS.values())
    known = {KIND, *(name for model in kinds for name in names(model))}
    seen: set[str] = set()
    for name in filter(None, header):
        meant = names(kind).get(name, name) if kind else name
        if name not in known:
            yield Fault(replace(place, column=name), f"there is no such column{did_you_mean(name, known)}")
        elif meant in seen:
            yield Fault(replace(place, column=name), "the column stands twice")
        seen.add(meant)


def _row(table: Table, number: int, header: Sequence[str], kind: type[Record] | None) -> Iterator[Finding]:
    place = replace(table.place, row=number)
    cells: dict[str, str] = {}
    for index, cell in enumerate(table.rows[number - 1]):
        if not cell.strip():
            continue
        if index >= len(header) or not header[index]:
            yield Fault(
                replace(place, column=str(index + 1)), f"'{cell.strip()[:40]}' stands in a column without a name"
            )
            continue
        cells[header[index]] = restore(cell.replace("\r\n", "\n"))
    named = cells.pop(KIND, "").strip()
    if model := kind or kind_named(named):
        yield _draft(model, cells, place)
    else:
        yield Fault(replace(place, column=KIND), f"'{named}' is no kind of record; there are {', '.join(KINDS)}")


def _draft(model: type[Record], cells: dict[str, str], place: Place) -> Draft:
    known = names(model)
    present = {known[name]: cell for name, cell in cells.items() if name in known}
    data, cell_faults = unflatten(model, present)

    def at(location: Location) -> Place:
        return replace(place, column=column_at(model, location, present) or "")

    faults = [(name, f"'{model.kind}' has no such column") for name in cells if name not in known]
    faults += [(fault.column, fault.sentence) for fault in cell_faults]
    return Draft(model, data, place, at, tuple(Fault(replace(place, column=name), told) for name, told in faults))
