"""The demonstration park as it is written, for the tests that read it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml

import bot.knowledge
import bot.people
from bot.knowledge.kinds import KINDS, Record
from bot.knowledge.snapshot import Snapshot
from bot.people.company import Company

FOLDER = Path(bot.knowledge.__path__[0]) / "demo"
COMPANIES = Path(bot.people.__path__[0]) / "demo.yaml"

R = TypeVar("R", bound=Record)


def records() -> Iterator[Record]:
    """Every record, checked by the model of its kind."""
    for file in sorted(FOLDER.glob("*.yaml")):
        pack: dict[str, list[dict[str, Any]]] = yaml.safe_load(file.read_text(encoding="utf-8"))
        for kind, rows in pack.items():
            yield from (KINDS[kind].model_validate(row) for row in rows)


def companies() -> list[Company]:
    return [Company.model_validate(row) for row in yaml.safe_load(COMPANIES.read_text(encoding="utf-8"))]


def the(park: Snapshot, kind: type[R], record_id: str) -> R:
    record = park.get(kind, record_id)
    assert record is not None, f"{kind.kind}/{record_id} is missing"
    return record
