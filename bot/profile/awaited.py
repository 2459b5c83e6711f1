"""What the next typed message of a chat may answer; kept in the store, so that any process can take it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from bot.languages import Language

SILENCE = timedelta(minutes=30)
"""After so long without a word what is typed answers nothing that was asked before."""
REMEMBERED = 20
NAME = "name"
SHOWN_AS = "shown_as"


@dataclass(frozen=True)
class Awaited:
    """`question` is a fact's name, NAME of a company, SHOWN_AS of a member, or None when nothing is asked.

    `mark` is the membership that it is about, 0 for a private description; in a `round` one question follows another;
    `taken` are Telegram's ids of the messages that answered with what they answered: one that comes again is not taken
    for another answer, and one that is edited corrects its own.
    """

    at: datetime
    language: Language
    question: str | None = None
    mark: int = 0
    round: bool = False
    taken: Mapping[str, str] = field(default_factory=dict)

    def waits(self, mark: int, now: datetime, seen_at: datetime) -> bool:
        """Whether it is still to be answered in a chat of that standing, which was last heard of at `seen_at`."""
        return self.question is not None and self.mark == mark and now - max(self.at, seen_at) <= SILENCE

    def took(self, message_id: int) -> str | None:
        """What the message answered."""
        return self.taken.get(str(message_id))

    def taking(self, message_id: int, question: str) -> "Awaited":
        taken = {**self.taken, str(message_id): question}
        return replace(self, taken=dict(list(taken.items())[-REMEMBERED:]))

    def as_json(self) -> dict[str, Any]:
        return {
            "at": self.at.isoformat(),
            "language": self.language.value,
            "question": self.question,
            "mark": self.mark,
            "round": self.round,
            "taken": dict(self.taken),
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
        )
