"""Ids by which records speak of each other, found wherever a field's type says so."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.knowledge.kinds import Record
from bot.knowledge.shapes import Location, walk
from bot.knowledge.suggestions import did_you_mean
from bot.knowledge.values import Named

Plain = tuple[type[Record], Mapping[str, Any]]
"""A record as its model and its plain data, which need not be valid yet."""

Target = tuple[str, str]
"""What may be spoken of: the name that Refers gives and an id; the name is "" for any record."""


def plain(record: Record) -> Plain:
    return type(record), record.model_dump(mode="json", exclude_defaults=True)


def targets(records: Iterable[Plain]) -> set[Target]:
    """Records by their kind, and the named values inside them by their class."""
    found: set[Target] = set()
    for model, data in records:
        own = str(data.get("id", "")).strip()
        found |= {(model.kind, own), ("", own)}
        for _, shape, value in walk(model, data):
            if issubclass(shape.holds, Named) and isinstance(value, Mapping):
                found.add((shape.holds.__name__.lower(), str(value.get("id", "")).strip()))
    return found


def dangling(record: Plain, known: set[Target]) -> Iterator[tuple[Location, str]]:
    """Where the record speaks of something that is not there, with a sentence that says so."""
    for location, shape, value in walk(*record):
        if shape.refers and isinstance(value, str) and (shape.refers.to, value.strip()) not in known:
            near = did_you_mean(value, [name for to, name in known if to == shape.refers.to])
            yield location, f"there is no {shape.refers.to or 'record'} '{value.strip()}'{near}"


def broken(kept: Iterable[Record], before: set[Target], after: set[Target]) -> Iterator[tuple[Record, Location, str]]:
    """Where records that stay would lose what they speak of."""
    for record in kept:
        lost_already = dict(dangling(plain(record), before))
        for location, sentence in dangling(plain(record), after):
            if location not in lost_already:
                yield record, location, sentence
