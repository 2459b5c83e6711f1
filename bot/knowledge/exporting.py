"""Knowledge written to files, in the forms in which it is read."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.errors import ParkbotError
from bot.knowledge.formats import csv_file, workbook_writer, yaml_file
from bot.knowledge.formats.sheets import Sheet, by_kind, together
from bot.knowledge.formats.tables import EXPLAINED
from bot.knowledge.kinds import Record
from bot.knowledge.template import explanations


def export(path: Path, records: Sequence[Record]) -> None:
    """Write all records: to a workbook, a .csv or .yaml file, or a folder with a .csv a kind."""
    match path.suffix.lower():
        case ".xlsx":
            _write(path, workbook_writer.write(by_kind(records)))
        case ".csv":
            _write(path, csv_file.write(together(records)))
        case ".yaml" | ".yml":
            _write(path, yaml_file.write(records))
        case "":
            _write_folder(path, (sheet for sheet in by_kind(records) if sheet.rows))
        case other:
            raise ParkbotError(f"Knowledge is not written as {other}: choose .xlsx, .csv, .yaml or a folder.")


def template(path: Path) -> None:
    """Write empty sheets with every column explained: a workbook, or a folder of .csv files."""
    sheets = [*by_kind([]), explanations(EXPLAINED)]
    match path.suffix.lower():
        case ".xlsx":
            _write(path, workbook_writer.write(sheets))
        case "":
            _write_folder(path, sheets)
        case other:
            raise ParkbotError(f"A template is a workbook (.xlsx) or a folder of .csv files, not {other}.")


def _write_folder(folder: Path, sheets: Iterable[Sheet]) -> None:
    for sheet in sheets:
        _write(folder / f"{sheet.name}.csv", csv_file.write(sheet))


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as fault:
        raise ParkbotError(f"{path} cannot be written: {fault.strerror}.") from fault
