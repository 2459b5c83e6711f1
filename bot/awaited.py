"""What the next typed message of a chat may answer; kept in the store, so that any process can take it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.languages import Language

REMEMBERED = 20


class Dialogue(StrEnum):
    """Which of them asked."""

    PROFILE = "profile"
    ANNOUNCEMENT = "announcement"
    MENTORING = "mentoring"
    MENTORING_DAY = "mentoring-day"


SILENCE = {
    Dialogue.PROFILE: timedelta(minutes=30),
    Dialogue.ANNOUNCEMENT: timedelta(hours=12),
    Dialogue.MENTORING: timedelta(minutes=30),
    Dialogue.MENTORING_DAY: timedelta(minutes=30),
}
"""After so long without a word what is typed answers nothing that was asked before; announcements take thought."""


@dataclass(frozen=True)
class Awaited:
    """What a `dialogue` asked: its own word for the `question`, None when nothing is asked.

    `mark` is what it is about: the membership (0 for a private description), or the announcement. In a `round` one
    question follows another; `kept` is what else the dialogue has to remember. `taken` are Telegram's ids of the
    messages that answered with what they answered: one that comes again is not taken for another answer, and one that
    is edited corrects its own.
    """

    at: datetime
    language: Language
    question: str | None = None
    mark: int = 0
    round: bool = False
    taken: Mapping[str, str] = field(default_factory=dict)
    dialogue: Dialogue = Dialogue.PROFILE
    kept: Mapping[str, Any] = field(default_factory=dict)

    def waits(self, mark: int, now: datetime, seen_at: datetime) -> bool:
        """Whether it is still to be answered about that `mark`, in a chat that was last heard of at `seen_at`."""
        return self.question is not None and self.mark == mark and now - max(self.at, seen_at) <= SILENCE[self.dialogue]

    def asks(self, question: str, now: datetime) -> bool:
        """Whether it is that which is asked, and not left alone for long."""
        return self.question == question and self.waits(self.mark, now, self.at)

    def took(self, message_id: int) -> str | None:
        """What the message answered."""
        return self.taken.get(str(message_id))

    def taking(self, message_id: int, question: str) -> "Awaited":
        taken = {**self.taken, str(message_id): question}
        return replace(self, taken=dict(list(taken.items())[-REMEMBERED:]))

    def ended(self) -> "Awaited":
        """Nothing is asked any more; what was answered can still be corrected."""
        return replace(self, question=None)

    def as_json(self) -> dict[str, Any]:
        return {
            "at": self.at.isoformat(),
            "language": self.language.value,
            "question": self.question,
            "mark": self.mark,
            "round": self.round,
            "taken": dict(self.taken),
            "dialogue": self.dialogue.value,
            "kept": dict(self.kept),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Awaited":
        return cls(
            at=datetime.fromisoformat(data["at"]),
            language=Language(data["language"]),
            question=data["question"],
            mark=data["mark"],
            round=data["round"],
            taken=data["taken"],
            # what was stored when the profile alone had a dialogue says neither
            dialogue=Dialogue(data.get("dialogue", Dialogue.PROFILE)),
            kept=data.get("kept", {}),
        )
