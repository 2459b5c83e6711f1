"""Records as they stand in a file, before they are checked."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.knowledge.faults import Fault, Place
from bot.knowledge.kinds import KINDS, Record
from bot.knowledge.shapes import Location


@dataclass(frozen=True)
class Draft:
    """The `data` of a record, not yet validated.

    `at` tells where in the file the value at a location stands; `faults` are what its reader could not read.
    """

    model: type[Record]
    data: dict[str, Any]
    place: Place
    at: Callable[[Location], Place]
    faults: tuple[Fault, ...] = ()


Finding = Draft | Fault
"""What a reader finds in a file: a record, or something that makes none."""


def kind_named(name: str) -> type[Record] | None:
    """The kind that a sheet, a file or a key is named after, in the singular or plural, or None."""
    words = name.lower().replace("-", " ").replace("_", " ").split()
    found = {kind for kind in KINDS for word in words if word in {kind, f"{kind}s", f"{kind[:-1]}ies"}}
    return KINDS[found.pop()] if len(found) == 1 else None
