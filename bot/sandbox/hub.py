"""Tells whoever is listening that something happened: chat pages and tests that wait."""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

Found = TypeVar("Found")
Event = tuple[str, dict[str, Any]]
END: Event = ("end", {})
SETTLE = 0.005  # seconds: what happens in a burst is looked at once


class Hub:
    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[Event]] = set()
        self._happened = asyncio.Event()
        self._ended = False

    def tell(self, kind: str, data: dict[str, Any]) -> None:
        self.wake()
        for queue in self._listeners:
            queue.put_nowait((kind, data))

    def wake(self) -> None:
        """Something happened that only those who wait want to look at."""
        self._happened.set()
        self._happened = asyncio.Event()

    def end(self) -> None:
        """Those who listen or wait go home."""
        self._ended = True
        self.wake()
        for queue in self._listeners:
            queue.put_nowait(END)

    @contextmanager
    def listen(self) -> Iterator[asyncio.Queue[Event]]:
        queue: asyncio.Queue[Event] = asyncio.Queue()
        self._listeners.add(queue)
        try:
            yield queue
        finally:
            self._listeners.discard(queue)

    async def until(self, look: Callable[[], Found], *, enough: Callable[[Found], bool], within: float) -> Found:
        """What `look` finds, as soon as it is enough, or else after `within` seconds."""
        try:
            async with asyncio.timeout(within):
                while not self._ended:
                    began = time.perf_counter()
                    if enough(look()):
                        break
                    took = time.perf_counter() - began  # who looks at much must not hold up what happens
                    await self._happened.wait()
                    await asyncio.sleep(max(SETTLE, 4 * took))
        except TimeoutError:
            pass
        return look()
