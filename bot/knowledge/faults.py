"""What is wrong with the files of an import, and where."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.errors import ParkbotError
from bot.knowledge.shapes import Location


@dataclass(frozen=True, order=True)
class Place:
    """Where something stands: `row` counts from 1 as the spreadsheet shows it; in YAML it is the line."""

    file: str
    sheet: str = ""
    row: int = 0
    column: str = ""

    @property
    def container(self) -> str:
        return "sheet" if self.sheet else "file"

    def __str__(self) -> str:
        is_text = self.file.endswith((".yaml", ".yml"))
        parts = (
            self.file,
            self.sheet and f"sheet {self.sheet}",
            self.row and f"{'line' if is_text else 'row'} {self.row}",
            self.column and (f"column {self.column}" if self.row and not is_text else self.column),
        )
        return ", ".join(str(part) for part in parts if part)


def place_in_store(kind: str, record_id: str, location: Location) -> Place:
    """Where a record stands that comes from no file."""
    return Place(f"{kind} '{record_id}' in the store", column=".".join(str(step) for step in location))


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong, in one sentence."""

    place: Place
    sentence: str

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}"


class ImportRejected(ParkbotError):  # noqa: N818 - a verdict on the files, with its reasons; nothing has failed
    """The files are not imported, and nothing was changed; `faults` are all the reasons."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = sorted(set(faults))
        others = len(self.faults) - 1
        more = f" (and {others} more)" if others else ""
        super().__init__(f"Nothing was imported. {self.faults[0]}{more}")
