"""What a phone's calendar shows of something that a tenant signed up for."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.knowledge.snapshot import Snapshot
from bot.languages import Language
from storage.models import CalendarEntry, StoredOccurrence


@dataclass(frozen=True)
class Entry:
    """One thing in [starts, ends), UTC. By its `uid` calendars know it again, however often it changes.

    `revision` is how often the date was moved or cancelled: colleagues who hand their files on see the newest one.
    """

    uid: str
    occurrence_id: int
    revision: int
    starts: datetime
    ends: datetime
    summary: str
    place: str = ""
    note: str = ""
    cancelled: bool = False

    @property
    def content(self) -> dict[str, Any]:
        """What calendars are told, as JSON; a change of it is told them by a higher number."""
        return {
            "starts": self.starts.astimezone(UTC).isoformat(),
            "ends": self.ends.astimezone(UTC).isoformat(),
            "summary": self.summary,
            "place": self.place,
            "note": self.note,
            "cancelled": self.cancelled,
        }

    @classmethod
    def of(cls, row: CalendarEntry) -> "Entry":
        """As it was last told."""
        content = row.content
        starts, ends = (datetime.fromisoformat(content[name]) for name in ("starts", "ends"))
        return cls(row.uid, row.occurrence_id, row.sequence, **{**content, "starts": starts, "ends": ends})


@dataclass(frozen=True)
class Asked:
    """Whose entries, of what was not over at `since`, in which language; the park as the snapshot has it."""

    chat_id: int
    since: datetime
    language: Language
    snapshot: Snapshot


def uid_of(occurrence: StoredOccurrence, *parts: int) -> str:
    """Of the occurrence, or of a part of it that is numbered so; the same for good, and no other park's."""
    numbers = (occurrence.id, int(occurrence.original_at.timestamp()), *parts)
    return f"occurrence-{'-'.join(map(str, numbers))}@parkbot"
