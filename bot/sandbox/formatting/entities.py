"""Entities of a text: offsets and lengths in UTF-16 units, brought into the one form that Telegram keeps."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter
from typing import Any

MOST = 100
STYLES = ("bold", "italic", "underline", "strikethrough", "spoiler")
QUOTES = ("blockquote", "expandable_blockquote")
VERBATIM = ("pre", "code")


@dataclass(frozen=True)
class Entity:
    kind: str
    offset: int
    length: int
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def end(self) -> int:
        return self.offset + self.length

    def meets(self, other: "Entity") -> bool:
        return self.offset < other.end and other.offset < self.end

    def as_json(self) -> dict[str, Any]:
        return {"offset": self.offset, "length": self.length, "type": self.kind, **self.extra}


def units(text: str) -> int:
    """The length of a text as Telegram counts it: in UTF-16 units."""
    return len(text) + sum(char > "\uffff" for char in text)


def cut(text: str, start: int, end: int | None = None) -> str:
    """What stands between two offsets."""
    last = None if end is None else 2 * end
    return text.encode("utf-16-le")[2 * start : last].decode("utf-16-le")


def tidy(entities: Iterable[Entity]) -> list[Entity]:
    """Styles merged and cut around code, links and code not within each other, quotes not nested; in order."""
    given = sorted(entities, key=_rank)
    verbatim = _apart(entity for entity in given if entity.kind in VERBATIM)
    links = _apart(entity for entity in given if entity.kind not in (*VERBATIM, *STYLES, *QUOTES))
    links = [link for link in links if not any(link.meets(code) for code in verbatim)]
    quotes = _apart(entity for entity in given if entity.kind in QUOTES)
    styles = [run for kind in STYLES for run in _runs(kind, given, verbatim)]
    return sorted([*verbatim, *links, *quotes, *styles], key=_rank)[:MOST]


def trimmed(text: str, entities: Sequence[Entity]) -> tuple[str, list[Entity]]:
    """Without white space around the text, as Telegram stores it."""
    kept = text.rstrip()
    start = len(kept) - len(kept.lstrip())
    kept, end = kept[start:], units(kept[start:])
    moved = [_clipped(entity, start, end) for entity in entities]
    return kept, [entity for entity in moved if entity.length > 0]


def _clipped(entity: Entity, start: int, end: int) -> Entity:
    offset = max(entity.offset - start, 0)
    return replace(entity, offset=offset, length=min(entity.end - start, end) - offset)


def _rank(entity: Entity) -> tuple[int, int, str]:
    return entity.offset, -entity.length, entity.kind


def _apart(entities: Iterable[Entity]) -> list[Entity]:
    """Those that do not meet one before them."""
    kept: list[Entity] = []
    for entity in entities:
        if not kept or entity.offset >= kept[-1].end:
            kept.append(entity)
    return kept


def _runs(kind: str, entities: Sequence[Entity], verbatim: Sequence[Entity]) -> list[Entity]:
    """The stretches that carry a style; code carries none."""
    covered = {unit for entity in entities if entity.kind == kind for unit in range(entity.offset, entity.end)}
    covered -= {unit for code in verbatim for unit in range(code.offset, code.end)}
    stretches = groupby(enumerate(sorted(covered)), key=lambda pair: pair[1] - pair[0])
    positions = [[*map(itemgetter(1), stretch)] for _, stretch in stretches]
    return [Entity(kind, stretch[0], len(stretch)) for stretch in positions]
