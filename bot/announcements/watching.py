"""Messages in chats of staff that tell how an announcement goes, kept with it until they have told how it ended."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.announcements.reporting import Status
from bot.languages import Language
from storage.models import Announcement, AnnouncementState

PAUSE = timedelta(seconds=3)
"""Between two edits of a message."""
ENDED = (AnnouncementState.SENT, AnnouncementState.CANCELLED)


@dataclass(frozen=True)
class Watch:
    """The message that tells it in a chat: what it `shows` (as `face_of`), edited last `at` a time (ISO 8601)."""

    message: int
    language: Language
    shows: str
    at: str

    def is_due(self, now: datetime) -> bool:
        return now - datetime.fromisoformat(self.at) >= PAUSE


def face_of(status: Status) -> str:
    """Whatever of it a message tells: equal faces are equal messages."""
    numbers = (
        [counts.sent, counts.failed, counts.blocked, counts.cancelled, counts.pending]
        for counts in (status.counts, status.corrections, status.recalls)
    )
    told = [f"{status.announcement.revision}", status.announcement.state.value, f"{status.later}"]
    return "/".join([*told, *(",".join(map(str, one)) for one in numbers)])


def is_over(status: Status) -> bool:
    """Nothing will change by itself any more."""
    pending = status.counts.pending + status.corrections.pending + status.recalls.pending
    return status.announcement.state in ENDED and (not pending or status.announcement.started_at is None)


def watches_of(announcement: Announcement) -> dict[int, Watch]:
    """By chat."""
    return {int(chat): _watch(one) for chat, one in (announcement.progress or {}).items()}


def put(announcement: Announcement, chat_id: int, watch: Watch | None) -> None:
    """None ends it."""
    watches = {chat: one for chat, one in watches_of(announcement).items() if chat != chat_id}
    if watch:
        watches[chat_id] = watch
    announcement.progress = {str(chat): asdict(one) for chat, one in watches.items()} or None


def replaced(announcement: Announcement, chat_id: int, seen: Watch, then: Watch | None) -> bool:
    """Whether the watch was still as `seen`, and is now as `then`: another process or a press may have come first."""
    if watches_of(announcement).get(chat_id) != seen:
        return False
    put(announcement, chat_id, then)
    return True


def _watch(data: Mapping[str, Any]) -> Watch:
    return Watch(data["message"], Language(data["language"]), data["shows"], data["at"])
