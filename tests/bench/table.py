"""A table as it is printed and as it stands in docs/performance.md."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """Rows of cells under a header; `notes` tell below it how they were come by."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: str = ""

    def markdown(self) -> str:
        columns = list(zip(*self.rows, strict=True))
        ruler = ("---", *("---:" if any(map(_is_figure, column)) else "---" for column in columns[1:]))
        lines = [_line(self.header), _line(ruler), *map(_line, self.rows)]
        return "\n".join(filter(None, [f"## {self.title}\n", *lines, f"\n{self.notes}" if self.notes else ""]))


def _line(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _is_figure(cell: str) -> bool:
    return cell[:1].isdigit() or cell[:1] in {"-", "+"}
