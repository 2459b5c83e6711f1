"""Comma-separated files, as spreadsheet programs read and write them."""

import csv
import io
from collections.abc import Iterator
from pathlib import PurePath

from bot.knowledge.drafts import Finding
from bot.knowledge.faults import Fault, Place
from bot.knowledge.formats.encoding import EncodingError, decode
from bot.knowledge.formats.formulas import neutralise
from bot.knowledge.formats.sheets import Sheet
from bot.knowledge.formats.tables import Table, findings

# one cell may hold thousands of similar questions
csv.field_size_limit(2**26)


def read(file: str, content: bytes) -> Iterator[Finding]:
    """The records in the content of a file of that name."""
    try:
        text = decode(content)
    except EncodingError as fault:
        yield Fault(Place(file, row=fault.row), str(fault))
        return
    rows: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        rows += reader
    except csv.Error as fault:
        yield Fault(Place(file, row=len(rows) + 1), f"the row cannot be read ({fault}): is a quotation mark missing?")
        return
    yield from findings(Table(PurePath(file).stem, Place(file), rows))


def _delimiter(text: str) -> str:
    header = text.lstrip().partition("\n")[0]
    return max(",;\t", key=header.count)


def write(sheet: Sheet) -> bytes:
    """The sheet, with a mark in front so that Excel takes the file for UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(sheet.header)
    writer.writerows([neutralise(row.get(name, "")) for name in sheet.header] for row in sheet.rows)
    return text.getvalue().encode("utf-8-sig")
