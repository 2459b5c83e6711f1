"""Content of files for the tests of their readers."""

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from openpyxl import Workbook

from bot.knowledge.drafts import Draft, Finding
from bot.knowledge.faults import Fault
from bot.knowledge.kinds import Record


def records(findings: Iterable[Finding]) -> list[Record]:
    """The records, when there is nothing else."""
    found = list(findings)
    assert faults(found) == []
    return [draft.model.model_validate(draft.data) for draft in found if isinstance(draft, Draft)]


def faults(findings: Iterable[Finding]) -> list[str]:
    """What the reader could not read, as sentences with their places."""
    found = list(findings)
    own = [finding for finding in found if isinstance(finding, Fault)]
    return [str(fault) for fault in own + [one for draft in found if isinstance(draft, Draft) for one in draft.faults]]


def workbook(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> bytes:
    """A workbook as Excel would save it, with real numbers, dates and times."""
    book = Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
