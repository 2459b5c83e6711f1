"""Finders made ready to be asked, and how long that takes."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.knowledge.kinds import Record
from tests.bench.finders import Assistant, Bm25, Finder, Fts5


@dataclass(frozen=True)
class Ready:
    """A finder that is ready, with the seconds to its first answer, and those to its fits if it has any."""

    finder: Finder
    indexed: float
    fitted: float | None = None

    def cells(self) -> tuple[str, str]:
        return f"{self.indexed:.2f}", "–" if self.fitted is None else f"{self.fitted:.0f}"


READY = ("index s", "fit s")
"""The header of what `cells` gives."""


def all_ready(records: Sequence[Record], *, calibrated: bool) -> list[Ready]:
    """Everybody who finds these records."""
    ready = [_ready(kind, records) for kind in (Assistant, Bm25, Fts5)]
    return [_fitted(one, one.finder, calibrated) if isinstance(one.finder, Assistant) else one for one in ready]


def _ready(kind: Callable[[Sequence[Record]], Finder], records: Sequence[Record]) -> Ready:
    began = time.perf_counter()
    finder = kind(records)
    finder("hello")
    return Ready(finder, time.perf_counter() - began)


def _fitted(ready: Ready, assistant: Assistant, calibrated: bool) -> Ready:
    began = time.perf_counter()
    assistant.fit(calibrated=calibrated)
    return replace(ready, fitted=time.perf_counter() - began)
