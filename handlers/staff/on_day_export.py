"""Everybody who applied for a mentoring day, as a sheet: what they want, what they got, whether they came."""

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.knowledge.formats.sheets import Sheet
from handlers.staff.mentoring_day_pages import Seen
from storage.models import Application, Slot

COLUMNS = ("party", "product", "wishes", "state", "reason", "slots", "offered", "applied", "confirmed", "arrived")


def sheet(
    seen: Seen, applications: Sequence[Application], slots: Sequence[Slot], local: Callable[[datetime], str]
) -> Sheet:
    """`local` puts a moment into words."""
    header = [seen.texts(f"onday-column-{name}") for name in COLUMNS]
    rows = [_row(seen, one, [slot for slot in slots if slot.application_id == one.id], local) for one in applications]
    return Sheet(seen.texts("onday-sheet"), header, [dict(zip(header, row, strict=True)) for row in rows])


def _row(seen: Seen, one: Application, own: Sequence[Slot], local: Callable[[datetime], str]) -> list[str]:
    texts, comma = seen.texts, seen.texts("word-list-comma")
    offered = next((slot for slot in own if slot.offered_until), None)
    return [
        seen.party(one),
        one.product,
        comma.join(seen.words.expert(wish, texts.language) for wish in one.wishes),
        texts(f"mentoring-state-{one.state}"),
        texts(f"mentoring-reason-{one.reason}") if one.reason else "",
        comma.join(seen.words.slots(texts, [slot for slot in own if not slot.offered_until])),
        comma.join(seen.words.slots(texts, [offered])) if offered else "",
        local(one.applied_at),
        local(one.confirmed_at) if one.confirmed_at else "",
        local(one.arrived_at) if one.arrived_at else "",
    ]
