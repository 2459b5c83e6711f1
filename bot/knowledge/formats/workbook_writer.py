"""Excel workbooks for people: a sheet a kind, every cell formatted as text so that Excel turns nothing into a date."""

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from bot.errors import ParkbotError
from bot.knowledge.formats.formulas import neutralise
from bot.knowledge.formats.sheets import Sheet

LONGEST = 32_767
TEXT = "@"
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def write(sheets: Sequence[Sheet]) -> bytes:
    """The workbook; raises ParkbotError where a text is longer than a cell may be."""
    pages = [(sheet, list(_rows(sheet))) for sheet in sheets]
    workbook = Workbook(write_only=True)
    for sheet, rows in pages:
        page = workbook.create_sheet(sheet.name)
        page.freeze_panes = "B2"
        for number in range(1, len(sheet.header) + 1):
            dimension = page.column_dimensions[get_column_letter(number)]
            dimension.width = 24
            dimension.number_format = TEXT
        page.append([_cell(page, name, bold=True) for name in sheet.header])
        for row in rows:
            page.append([_cell(page, value) for value in row])
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def _rows(sheet: Sheet) -> Iterator[list[str]]:
    for row in sheet.rows:
        yield [_value(row.get(name, ""), sheet.name) for name in sheet.header]


def _value(text: str, sheet: str) -> str:
    value = _ESCAPE.sub("_x005F_", neutralise(text))
    if len(value) > LONGEST:
        raise ParkbotError(f"'{text[:20]}…' in sheet {sheet} is too long for a cell: export to .yaml or .csv instead")
    return value


def _cell(page: Any, value: str, *, bold: bool = False) -> Any:
    if not value:
        return None
    cell = WriteOnlyCell(page, value)
    cell.number_format = TEXT
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.font = Font(bold=bold)
    return cell
