"""The rosters of a mentoring day to be printed: a sheet a table, with room to sign, and one with all."""

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from bot.knowledge.formats.formulas import neutralise
from bot.mentoring.notices import Words
from bot.messages.texts import Texts
from storage.models import Slot

WIDTHS = {"time": 12, "table": 24, "party": 32, "product": 56, "sign": 24}
TABLE = ("time", "party", "product", "sign")
ALL = ("time", "table", "party", "product", "sign")
LONGEST_NAME = 31
"""Of a sheet, as Excel has it."""
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LINE = Side(style="thin")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)

Parties = Mapping[int, tuple[str, str]]
"""Names and products by the ids of applications."""


def roster_file(texts: Texts, words: Words, slots: Sequence[Slot], parties: Parties) -> bytes:
    """An Excel workbook; `slots` by time."""
    book = _Book(texts, words, parties)
    for member_id in words.tables(slots):
        name = words.expert(member_id, texts.language)
        book.add(name, TABLE, [one for one in slots if one.member_id == member_id])
    book.add(texts("roster-all"), ALL, slots)
    return book.as_file()


@dataclass(frozen=True)
class _Book:
    texts: Texts
    words: Words
    parties: Parties
    workbook: Workbook = field(default_factory=Workbook)

    def add(self, name: str, columns: Sequence[str], slots: Sequence[Slot]) -> None:
        """A sheet; openpyxl numbers names that come twice."""
        sheet = self.workbook.create_sheet(_NOT_IN_NAMES.sub(" ", name)[:LONGEST_NAME].strip() or None)
        facts = (self.words.name(self.texts.language), self.words.when(self.texts))
        sheet.append([_plain(" · ".join(filter(None, (*facts, self.words.place(self.texts.language), name))))])
        sheet.append([self.texts(f"roster-column-{column}") for column in columns])
        for slot in slots:
            row = self._row(slot)
            sheet.append([_plain(row[column]) for column in columns])
        _lay_out(sheet, columns)

    def as_file(self) -> bytes:
        self.workbook.remove(self.workbook.worksheets[0])  # the one that every new workbook has
        content = io.BytesIO()
        self.workbook.save(content)
        return content.getvalue()

    def _row(self, slot: Slot) -> dict[str, str]:
        party, product = self.parties.get(slot.application_id, ("", ""))
        table = self.words.expert(slot.member_id, self.texts.language)
        return {
            "time": self.words.time(slot.begins_at),
            "table": table,
            "party": party,
            "product": product,
            "sign": "",
        }


def _lay_out(sheet: Worksheet, columns: Sequence[str]) -> None:
    """On A4 across, as wide as the page, the title and the names of the columns on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:2"
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(columns))
    sheet["A1"].font = Font(bold=True, size=14)
    for number, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS[column]
    for number, cells in enumerate(sheet.iter_rows(min_row=2), start=2):
        sheet.row_dimensions[number].height = 20 if number == 2 else 32
        for cell in cells:
            _style(cell, bold=number == 2)


def _style(cell: Any, *, bold: bool) -> None:
    cell.font, cell.border, cell.number_format = Font(bold=bold), _BOX, "@"
    cell.alignment = Alignment(wrap_text=True, vertical="center")


def _plain(text: str) -> str:
    """People's words, which must neither be a formula nor break the file."""
    return neutralise(_CONTROL.sub("", text))
