"""All knowledge at one revision, in memory, as the assistant reads it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar

from bot.knowledge.kinds import Alliance, Park, Record
from bot.knowledge.values import Member

R = TypeVar("R", bound=Record)
Key = tuple[str, str]
"""(kind, id) of a record."""


@dataclass(frozen=True)
class Snapshot:
    """The records of one knowledge `revision`, by (kind, id), in the order of the pack.

    `changed` says when records were last changed, as far as that is known.
    """

    revision: int
    records: dict[Key, Record] = field(default_factory=dict)
    changed: Mapping[Key, datetime] = field(default_factory=dict)

    @classmethod
    def of(
        cls, records: Iterable[Record], revision: int = 0, changed: Mapping[Key, datetime] | None = None
    ) -> "Snapshot":
        return cls(revision, {(record.kind, record.id): record for record in records}, changed or {})

    def __iter__(self) -> Iterator[Record]:
        return iter(self.records.values())

    def __len__(self) -> int:
        return len(self.records)

    def get(self, kind: type[R], record_id: str | None) -> R | None:
        found = self.records.get((kind.kind, record_id or ""))
        return found if isinstance(found, kind) else None

    def of_kind(self, kind: type[R]) -> list[R]:
        return [record for record in self.records.values() if isinstance(record, kind)]

    def valid_on(self, day: date) -> "Snapshot":
        """The records in force on the day; itself where that is all of them."""
        kept = {
            key: record
            for key, record in self.records.items()
            if (record.valid_from is None or record.valid_from <= day)
            and (record.valid_until is None or day < record.valid_until)
        }
        return self if len(kept) == len(self.records) else Snapshot(self.revision, kept, self.changed)

    @property
    def park(self) -> Park | None:
        """The park's own record, if there is one."""
        return next(iter(self.of_kind(Park)), None)

    @property
    def members(self) -> dict[str, Member]:
        """The members of the alliances, by id."""
        return {member.id: member for alliance in self.of_kind(Alliance) for member in alliance.members}
