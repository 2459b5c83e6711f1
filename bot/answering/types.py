"""What goes into the assistant and what comes out of it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.languages import Language
from bot.messages.message import Button, Message
from bot.people.company import Company


class Outcome(StrEnum):
    ANSWER = "answer"
    CHOOSE = "choose"
    HANDOVER = "handover"
    SMALLTALK = "smalltalk"


RecordKey = tuple[str, str]
"""(kind, id) of a record."""


@dataclass(frozen=True)
class Context:
    """What a chat was about a moment ago; `as_json` and `from_json` carry it through the store."""

    at: datetime
    records: tuple[RecordKey, ...] = ()
    aspect: str | None = None
    moment: str | None = None  # the words that named a time, to be carried over
    text: str = ""

    def as_json(self) -> dict[str, Any]:
        return {
            "at": self.at.isoformat(),
            "records": [list(key) for key in self.records],
            "aspect": self.aspect,
            "moment": self.moment,
            "text": self.text,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Context":
        return cls(
            at=datetime.fromisoformat(data["at"]),
            records=tuple((kind, record_id) for kind, record_id in data["records"]),
            aspect=data["aspect"],
            moment=data["moment"],
            text=data["text"],
        )


@dataclass(frozen=True)
class Question:
    """A question of one chat at one moment. `language` is what the tenant chose, None = by the text."""

    text: str
    now: datetime
    language: Language | None = None
    company: Company | None = None
    context: Context | None = None


@dataclass(frozen=True)
class Candidate:
    """A record that the question may mean, with its score and what made it."""

    key: RecordKey
    score: float
    why: str = ""


@dataclass(frozen=True)
class Explanation:
    """What was understood and why it was answered or not, by the knowledge at `revision`; see explaining.py."""

    folded: str = ""
    aspects: tuple[str, ...] = ()
    moment: str = ""
    candidates: tuple[Candidate, ...] = ()
    reason: str = ""
    revision: int = 0
    clauses: tuple[str, ...] = ()  # of a subsidy that was judged: "registered_in_park: met (true)"


@dataclass(frozen=True)
class Answer:
    """An answer to be shown; `records` most relevant first, `confidence` 0 to 1 of the best record."""

    outcome: Outcome
    message: Message
    language: Language
    records: tuple[RecordKey, ...] = ()
    confidence: float = 0.0
    explanation: Explanation = field(default_factory=Explanation)
    context: Context | None = None

    @property
    def text(self) -> str:
        """What the tenant reads, as plain text."""
        return self.message.plain


__all__ = [
    "Answer",
    "Button",
    "Candidate",
    "Context",
    "Explanation",
    "Message",
    "Outcome",
    "Question",
    "RecordKey",
]
