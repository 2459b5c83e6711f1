"""Cells that a spreadsheet program would take for a formula when it opens the file."""

import re

# the full-width signs work as well where Chinese input is set up
_SIGNS = "=+\\-@\t＝＋－＠"
_TO_MARK = re.compile(f"[{_SIGNS}]|'+[{_SIGNS}0-9]")
_MARKED = re.compile(f"'(?='*[{_SIGNS}0-9])")


def neutralise(cell: str) -> str:
    """The cell with an apostrophe in front where it needs one."""
    return f"'{cell}" if _TO_MARK.match(cell) else cell


def restore(cell: str) -> str:
    """The cell as it was; also numbers that people kept as text by an apostrophe lose it."""
    return cell[1:] if _MARKED.match(cell) else cell
