"""Slots: a limit on messages a second that holds at the other end, whatever the way there does to their spacing.

A slot is taken for a send and freed one second after the response to it. When the server takes a message it has not
answered yet, and what it took more than a second ago is answered, so that no second at the server sees more messages
than there are slots. The price is that of the round trip: 1 / (1 + RTT) of the limit is reached.
"""

import asyncio
import math
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from time import monotonic

SHARE_KEPT = 20  # one slot in so many is kept for live answers
RECENTLY = 10.0  # seconds after a live answer for which slots are kept for the next
LATEST = 0.01  # seconds by which a timer may be late without a loss
EAGERNESS = 0.97  # of the time between two sends at the full rate: what jitter took away can be caught up with


class Window:
    """At most so many in any stretch of `length` seconds; one that counts for more goes alone."""

    def __init__(self, most: int, length: float) -> None:
        self.most = most
        self._length = length
        self._taken = 0
        self._answered: deque[tuple[float, int]] = deque()

    def wait(self, now: float, count: int, kept: int = 0) -> float:
        """Seconds until there is room beside what is `kept`, 0 when there is; infinite until more are answered."""
        while self._answered and self._answered[0][0] <= now:
            self._taken -= self._answered.popleft()[1]
        excess = self._taken + count + kept - self.most
        if excess <= 0 or not self._taken:
            return 0.0
        excess = min(excess, self._taken)
        for at, freed in self._answered:
            excess -= freed
            if excess <= 0:
                return at - now
        return math.inf

    def take(self, count: int) -> None:
        self._taken += count

    def give_back(self, count: int) -> None:
        """Nothing was sent."""
        self._taken -= count

    def answered(self, now: float, count: int) -> None:
        """The response is here, or is not waited for any more."""
        self._answered.append((now + self._length, count))

    def is_idle(self, now: float) -> bool:
        return not self.wait(now, self.most)


class Line:
    """Those who wait for slots: live answers first; the others spread evenly, so that a slot is always free soon."""

    def __init__(self, rate: int, time: Callable[[], float] = monotonic) -> None:
        self._window = Window(rate, 1.0)
        self._gap = EAGERNESS / rate
        self._time = time
        self._next = self._live_at = -math.inf
        self._live: deque[tuple[asyncio.Future[None], int]] = deque()
        self._others: deque[tuple[asyncio.Future[None], int]] = deque()
        self._timer: asyncio.TimerHandle | None = None

    @asynccontextmanager
    async def slots(self, count: int, *, live: bool = False) -> AsyncIterator[None]:
        """Waits for `count` slots and holds them."""
        await self._enter(count, live=live)
        try:
            yield
        finally:
            self._window.answered(self._time(), count)
            self._serve()

    async def _enter(self, count: int, *, live: bool) -> None:
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        (self._live if live else self._others).append((turn, count))
        self._serve()
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._window.give_back(count)
            turn.cancel()
            self._serve()
            raise

    def _serve(self) -> None:
        """Let in whoever may go, and come back when the next one may."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        while line := self._live or self._others:
            turn, count = line[0]
            if turn.done():
                line.popleft()
                continue
            if wait := self._wait(count, live=line is self._live):
                if wait < math.inf:
                    self._timer = asyncio.get_running_loop().call_later(wait, self._serve)
                return
            line.popleft()
            self._window.take(count)
            turn.set_result(None)

    def _wait(self, count: int, *, live: bool) -> float:
        """Seconds until the first in line may go; when it may, it counts as gone."""
        now = self._time()
        if live:
            self._live_at = now
            return self._window.wait(now, count)
        kept = self._window.most // SHARE_KEPT if now - self._live_at < RECENTLY else 0
        wait = max(self._window.wait(now, count, kept), self._next - now)
        if wait <= 0:
            self._next = max(self._next, now - LATEST) + self._gap * count
        return max(wait, 0.0)
