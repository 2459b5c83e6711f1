"""Excel workbooks for people: a sheet a kind, every cell formatted as text so that Excel turns nothing into a date."""

import io
import re
from collections.abc import Iterable
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


def write(sheets: Iterable[Sheet]) -> bytes:
    """The workbook; raises ParkbotError where a text is longer than a cell may be."""
    workbook = Workbook(write_only=True)
    for sheet in sheets:
        page = workbook.create_sheet(sheet.name)
        page.freeze_panes = "B2"
        for number in range(1, len(sheet.header) + 1):
            dimension = page.column_dimensions[get_column_letter(number)]
            dimension.width = 24
            dimension.number_format = TEXT
        page.append([_cell(page, column, bold=True) for column in sheet.header])
        for row in sheet.rows:
            page.append([_cell(page, row.get(column, "")) for column in sheet.header])
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def _cell(page: Any, text: str, *, bold: bool = False) -> Any:
    if not text:
        return None
    value = _ESCAPE.sub("_x005F_", neutralise(text))
    if len(value) > LONGEST:
        raise ParkbotError(
            f"'{text[:20]}…' in sheet {page.title} is too long for a cell: export to .yaml or .csv instead"
        )
    cell = WriteOnlyCell(page, value)
    cell.number_format = TEXT
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.font = Font(bold=bold)
    return cell
