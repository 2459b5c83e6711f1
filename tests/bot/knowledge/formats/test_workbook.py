from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.errors import ParkbotError
from bot.knowledge.formats import workbook_reader, workbook_writer
from bot.knowledge.formats.sheets import Sheet, by_kind
from bot.knowledge.formats.tables import EXPLAINED
from bot.knowledge.kinds import KINDS
from tests.bot.knowledge.formats.reading import faults, records, workbook

MIDNIGHT = datetime(2026, 12, 3)  # noqa: DTZ001 - Excel knows no zones
TWO = MIDNIGHT + timedelta(hours=14)
EVENT = {"id": "a", "name": "A", "starts": "2026-12-03 14:00", "ends": "2026-12-03 15:30"}
PROGRAMME = {
    "id": "p",
    "name": "P",
    "first_day": "2026-11-27",
    "starts_at": "13:30",
    "ends_at": "17:30",
    "slot_minutes": "15",
    "closes_days_before": "3",
    "closes_at": "18:00",
}


@pytest.mark.parametrize(
    ("kind", "given", "cells"),
    [
        ("event", EVENT, {"starts": TWO, "ends": TWO + timedelta(hours=1.5)}),
        ("event", EVENT | {"starts": "2026-12-03"}, {"starts": MIDNIGHT}),
        ("event", EVENT | {"id": "2027", "seats": "80"}, {"id": 2027, "seats": 80.0}),
        ("event", EVENT | {"price": "0.3"}, {"price": 0.1 + 0.2}),
        ("event", EVENT | {"seats": "100000000"}, {"seats": 1e8}),
        ("event", EVENT | {"online": "yes"}, {"online": True}),
        ("event", EVENT | {"early_bird_until": "2026-12-03"}, {"early_bird_until": MIDNIGHT}),
        ("programme", PROGRAMME, {"first_day": date(2026, 11, 27), "starts_at": time(13, 30), "slot_minutes": 15}),
        ("subsidy", {"id": "s", "name": "S", "deadlines": ["06-30"]}, {"deadlines": date(2026, 6, 30)}),
        ("park", {"id": "park", "name": "P", "phone": "0571-0000-0000"}, {"phone": "'0571-0000-0000"}),
    ],
)
def test_workbook_what_excel_made_of_values_is_read_as_typed(
    kind: str, given: dict[str, Any], cells: dict[str, Any]
) -> None:
    row = given | cells

    found = records(workbook_reader.read("a.xlsx", workbook({kind: [list(row), list(row.values())]})))

    assert found == [KINDS[kind].model_validate(given)]


def test_workbook_empty_rows_columns_and_sheets_are_passed_over() -> None:
    rows: list[list[Any]] = [[], [None, None], ["id", None, "name", ""], [], ["a", None, "A", "", None], ["", " "]]
    content = workbook({"Facilities": rows, "Sheet2": [], EXPLAINED: [["sheet", "column"], ["a", "b"]]})

    assert [record.id for record in records(workbook_reader.read("park.xlsx", content))] == ["a"]


def test_workbook_fault_is_named_with_sheet_row_and_column() -> None:
    content = workbook({"facility": [["id", "name", "charges"], [], ["a", "A", "dear"]], "notes": [["call Ann"]]})

    kinds = ", ".join(KINDS)
    assert faults(workbook_reader.read("park.xlsx", content)) == [
        f"park.xlsx, sheet notes, row 1: name the sheet after a kind of record ({kinds}) or add a column 'kind'",
        "park.xlsx, sheet facility, row 3, column charges: item 1: 'dear' is no 'key: value; key: value'",
    ]


@pytest.mark.parametrize("content", [b"", b"id,name\n", b"PK\x03\x04 broken"])
def test_workbook_that_is_none_is_a_fault(content: bytes) -> None:
    (fault,) = faults(workbook_reader.read("park.xlsx", content))

    assert fault.startswith("park.xlsx: this is no workbook that can be read (")


def test_workbook_has_a_sheet_of_text_cells_for_every_kind(tmp_path: Any) -> None:
    file = tmp_path / "park.xlsx"
    file.write_bytes(workbook_writer.write(by_kind([KINDS["park"].model_validate({"id": "park", "name": "=A1"})])))

    book = load_workbook(file)

    assert book.sheetnames == list(KINDS)
    assert [(cell.value, cell.data_type, cell.number_format) for cell in (book["park"]["A2"], book["park"]["C2"])] == [
        ("park", "s", "@"),
        ("'=A1", "s", "@"),
    ]
    assert book["facility"].column_dimensions["M"].number_format == "@"


def test_workbook_text_longer_than_a_cell_is_refused() -> None:
    with pytest.raises(ParkbotError, match=r"'长长长.*' in sheet faq is too long for a cell"):
        workbook_writer.write([Sheet("faq", ["id"], [{"id": "长" * 32_768}])])
