"""Who got an announcement, as a spreadsheet for the park's files."""

import asyncio
import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.announcements.recipients import Recipient
from bot.knowledge.formats.formulas import neutralise
from handlers.staff.announcements.choices import Choices
from handlers.staff.announcements.view import View
from storage.models import Announcement

COLUMNS = ("number", "company", "name", "state", "reason", "sent", "unconfirmed", "read")
WIDTH = 18


async def spreadsheet(view: View, announcement: Announcement) -> bytes:
    """A row for each recipient; rows are read by the page and written as they come."""
    # start-up time: most days nobody asks for a spreadsheet
    from openpyxl import Workbook  # noqa: PLC0415

    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(view.text("sheet-title"))
    for letter in "BCDEFGH":
        sheet.column_dimensions[letter].width = WIDTH
    sheet.append([view.text(f"sheet-{name}") for name in COLUMNS])
    choices, number = await Choices.of(view), 0
    async for page in view.announcements.recipients(announcement.id or 0):
        rows = [_row(view, choices, number + place, one) for place, one in enumerate(page, start=1)]
        await asyncio.to_thread(_append, sheet, rows)
        number += len(page)
    content = io.BytesIO()
    await asyncio.to_thread(workbook.save, content)
    return content.getvalue()


def _append(sheet: Any, rows: Sequence[Sequence[object]]) -> None:
    for row in rows:
        sheet.append(row)


def _row(view: View, choices: Choices, number: int, one: Recipient) -> list[object]:
    company = choices.name("companies", one.company) if one.company else ""
    return [
        number,
        neutralise(company),
        neutralise(one.name),
        view.text(f"outgoing-{one.state}"),
        neutralise(one.reason),
        _time(view, one.sent_at),
        view.text("yes") if one.unconfirmed else "",
        _time(view, one.read_at),
    ]


def _time(view: View, at: datetime | None) -> str:
    return f"{at.astimezone(view.zone):%Y-%m-%d %H:%M:%S}" if at else ""
