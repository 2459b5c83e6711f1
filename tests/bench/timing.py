"""How long each question takes: by the wall, and by the processor, which neighbours on a shared machine do not slow."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from tests.bench.measures import percentile

T = TypeVar("T")


@dataclass
class Times:
    """Milliseconds, one a question."""

    wall: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    def cells(self) -> tuple[str, str, str]:
        """Median and p99 by the wall, p99 by the processor."""
        middle, slow = (f"{percentile(self.wall, percent):.2f}" for percent in (50, 99))
        return middle, slow, f"{percentile(self.processor, 99):.2f}"

    def seconds_for(self, questions: int) -> float:
        return sum(self.wall) / len(self.wall) * questions / 1000


TIMES = ("p50 ms", "p99 ms", "p99 CPU ms")
"""The header of what `cells` gives."""


@dataclass
class Timed(Generic[T]):
    """A function with the times of its calls."""

    call: Callable[[str], T]
    times: Times = field(default_factory=Times)

    def __call__(self, text: str) -> T:
        began, worked = time.perf_counter(), time.process_time()
        result = self.call(text)
        self.times.processor.append(1000 * (time.process_time() - worked))
        self.times.wall.append(1000 * (time.perf_counter() - began))
        return result


def side_by_side(timed: Sequence[Timed[T]], texts: Sequence[str], block: int = 50) -> list[list[T]]:
    """Every one's results on the same texts, asked in turns, so that a busy moment of the machine hits all alike.

    A turn is a block of texts: nobody finds the processor's caches full of another's. The first block is also asked
    before, without being timed.
    """
    for one in timed:
        for text in texts[:block]:
            one.call(text)
    results: list[list[T]] = [[] for _ in timed]
    for first in range(0, len(texts), block):
        for one, found in zip(timed, results, strict=True):
            found.extend(map(one, texts[first : first + block]))
    return results
