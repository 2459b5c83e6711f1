"""What the sandbox took from the bot, message by message: for whoever counts what was lost and what came twice."""

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any

from bot.sandbox.message import Message

MOST = 300_000  # that are remembered; all are counted


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A message of the bot that was taken: `number` counts from 1, `at` is in seconds since 1970.

    `marker` is the parameter sandbox_marker of the call, which Telegram would ignore; `text` may be a caption.
    """

    number: int
    method: str
    chat: int
    message_id: int
    text: str
    at: float
    marker: str = ""

    @property
    def twin(self) -> tuple[int, str]:
        """Equal for two messages of which one is too many."""
        return self.chat, self.marker or self.text

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


class Ledger:
    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self.clear()

    def clear(self) -> None:
        """Forgets all and counts from 1 again."""
        self._rows: deque[Acceptance] = deque(maxlen=self._most)
        self._texts: dict[str, str] = {}
        self.methods: Counter[str] = Counter()
        self.edited = self.deleted = 0

    @property
    def accepted(self) -> int:
        return self.methods.total()

    def add(self, method: str, message: Message, marker: str) -> None:
        self.methods[method] += 1
        at, text = message.at.timestamp(), self._shared(message.text)
        self._rows.append(Acceptance(self.accepted, method, message.chat_id, message.id, text, at, marker))

    def rows(self, *, after: int = 0, limit: int | None = None) -> Iterator[Acceptance]:
        """Those with a number above `after`, oldest first."""
        first = self.accepted - len(self._rows)
        return islice(self._rows, max(after - first, 0), None if limit is None else max(after - first, 0) + limit)

    def summary(self) -> dict[str, Any]:
        """`repeated`: how many came on top of an equal one to the same chat, by marker or else by text."""
        twins = {row.twin for row in self._rows}
        return {
            "accepted": self.accepted,
            "remembered": len(self._rows),
            "chats": len({row.chat for row in self._rows}),
            "repeated": len(self._rows) - len(twins),
            "methods": dict(self.methods),
            "edited": self.edited,
            "deleted": self.deleted,
        }

    def _shared(self, text: str) -> str:
        """One string for all messages of an announcement; what differs in each is not kept to be shared."""
        if len(self._texts) > 1000:
            self._texts.clear()
        return self._texts.setdefault(text, text)
