"""Ids by which records speak of each other, found wherever a field's type says so."""

from collections.abc import Iterable, Iterator
from typing import Any

from bot.knowledge.kinds import Record
from bot.knowledge.shapes import Location, shapes, walk
from bot.knowledge.suggestions import did_you_mean
from bot.knowledge.values import Named

Target = tuple[str, str]
"""What may be spoken of: the name that Refers gives and an id; the name is "" for any record."""


def targets(records: Iterable[Record]) -> set[Target]:
    """Records by their kind, and the named values inside them by their class."""
    found: set[Target] = set()
    for record in records:
        found |= {(record.kind, record.id), ("", record.id)}
        found |= {(_name(type(value)), value.id) for _, _, value in walk(record) if isinstance(value, Named)}
    return found


def promised(model: type[Record], data: dict[str, Any]) -> Iterator[Target]:
    """What data will hold once its faults are mended: speaking of that is no fault of its own."""
    yield from ((model.kind, str(data.get("id"))), ("", str(data.get("id"))))
    for field, shape in shapes(model).items():
        if issubclass(shape.holds, Named) and isinstance(listed := data.get(field), list):
            yield from ((_name(shape.holds), str(item.get("id"))) for item in listed if isinstance(item, dict))


def dangling(record: Record, known: set[Target]) -> Iterator[tuple[Location, str]]:
    """Where the record speaks of something that is not there, with a sentence that says so."""
    for location, shape, value in walk(record):
        if shape.refers and (shape.refers.to, value) not in known:
            near = did_you_mean(value, [name for to, name in known if to == shape.refers.to])
            yield location, f"there is no {shape.refers.to or 'record'} '{value}'{near}"


def broken(kept: Iterable[Record], before: set[Target], after: set[Target]) -> Iterator[tuple[Record, Location, str]]:
    """Where records that stay would lose what they speak of."""
    for record in kept:
        lost_already = dict(dangling(record, before))
        for location, sentence in dangling(record, after):
            if location not in lost_already:
                yield record, location, sentence


def _name(named: type[Named]) -> str:
    return named.__name__.lower()
