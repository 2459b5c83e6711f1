"""Excel workbooks as they come from people: a sheet a kind, numbers and dates as Excel made them of what was typed."""

import io
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from bot.knowledge.drafts import Finding
from bot.knowledge.faults import Fault, Place
from bot.knowledge.formats.tables import Table, findings


def read(file: str, content: bytes) -> Iterator[Finding]:
    """The records in the content of a file of that name."""
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = {
            name: workbook.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in workbook.sheet_names
        }
    except CalamineError as fault:
        yield Fault(
            Place(file), f"this is no workbook that can be read ({fault}): save it as .xlsx, without a password"
        )
        return
    for name, rows in sheets.items():
        yield from findings(Table(name, Place(file, name), [[_text(value) for value in row] for row in rows]))


def _text(value: Any) -> str:
    """What stands in a cell, as somebody would have typed it."""
    match value:
        case bool():
            return "yes" if value else "no"
        case float():
            # as many digits as Excel itself keeps: 0.1 + 0.2 is 0.3
            return format(value, ".15g") if abs(value) < 1e15 else format(value, ".0f")
        case datetime():
            return value.isoformat(sep=" ", timespec="minutes") if value.time() != time() else value.date().isoformat()
        case date():
            return value.isoformat()
        case time():
            return value.isoformat(timespec="minutes")
    return str(value)
