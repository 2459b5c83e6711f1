"""Tables of text cells, from whatever spreadsheet: the first row names the columns, every other one is a record."""

from collections.abc import Collection, Iterator, Mapping, Sequence
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


@dataclass(frozen=True)
class Table:
    """The rows of a sheet or file, which is called `name`."""

    name: str
    place: Place
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Header:
    """What the first row says: `columns` by position, empty without a name, None where nobody knows the name."""

    columns: Sequence[str | None]
    kind: type[Record] | None


def findings(table: Table) -> Iterator[Finding]:
    """The records of a table, each of the kind that its row, the table's name or its columns tell."""
    filled = [number for number, row in enumerate(table.rows, start=1) if any(map(str.strip, row))]
    if not filled or table.name.lower() == EXPLAINED:
        return
    place = replace(table.place, row=filled[0])
    written = ["_".join(cell.lower().replace("-", " ").split()) for cell in table.rows[filled[0] - 1]]
    kind = None if KIND in written else kind_named(table.name) or _by_columns(written)
    if not kind and KIND not in written:
        yield Fault(
            place, f"name the {place.container} after a kind of record ({', '.join(KINDS)}) or add a column 'kind'"
        )
        return
    if "id" not in written:
        yield Fault(place, "there is no column 'id'")
        return
    known = {KIND, *(name for model in ([kind] if kind else KINDS.values()) for name in names(model))}
    yield from _faults_of_header(place, written, known, names(kind) if kind else {})
    header = Header([name if name in {"", *known} else None for name in written], kind)
    for number in filled[1:]:
        yield from _row(replace(place, row=number), table.rows[number - 1], header)


def _by_columns(written: Sequence[str]) -> type[Record] | None:
    known = names(Faq)
    meant = {known[name].removesuffix("_zh").removesuffix("_en") for name in written if name in known}
    return Faq if {"id", "question", "answer"} <= meant else None


def _faults_of_header(
    place: Place, written: Sequence[str], known: Collection[str], meanings: Mapping[str, str]
) -> Iterator[Fault]:
    seen: set[str] = set()
    for name in filter(None, written):
        meant = meanings.get(name, name)
        if name not in known:
            yield Fault(replace(place, column=name), f"there is no such column{did_you_mean(name, known)}")
        elif meant in seen:
            yield Fault(replace(place, column=name), "the column stands twice")
        seen.add(meant)


def _row(place: Place, row: Sequence[str], header: Header) -> Iterator[Finding]:
    cells: dict[str, str] = {}
    for number, cell in enumerate(row, start=1):
        column = header.columns[number - 1] if number <= len(header.columns) else ""
        if column and cell.strip():
            cells[column] = restore(cell.replace("\r\n", "\n"))
        elif column == "" and cell.strip():
            yield Fault(replace(place, column=str(number)), f"'{cell.strip()[:40]}' stands in a column without a name")
    named = cells.pop(KIND, "").strip()
    if model := header.kind or kind_named(named):
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
