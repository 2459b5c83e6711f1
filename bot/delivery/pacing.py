"""How fast the bot may send, for everything that goes out under its token in this process.

Telegram takes about 30 messages a second over all chats (with allow_paid_broadcast more, counted apart), one a second
in a chat, where short bursts pass, and 20 a minute in a group; it publishes no exact rules. When it asks for patience,
nobody sends until that time is over: to go on would make it longer.
"""

import math
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import monotonic

from bot.delivery.slots import Line, Window

UNPAID = 30  # messages a second; more only as a paid broadcast
BURST = 4  # messages that one chat takes at once
GROUP = 20  # messages that a group takes in a minute
UNANSWERED = 1.0  # seconds after which to ask again for a group that waits for responses alone
CROWDED = 10_000  # chats that are remembered before those with nothing to remember are dropped


@dataclass(frozen=True)
class Parcel:
    """What goes to a chat together, as so many messages; whether the chat counts them among its own (`in_chat`)."""

    chat_id: int
    count: int = 1
    in_chat: bool = True
    paid: bool = False

    @property
    def for_group(self) -> bool:
        return self.chat_id < 0


class Pacing:
    """`rate` is of messages a second; above UNPAID it is that of paid broadcasts. `time` is in seconds."""

    def __init__(self, rate: int, time: Callable[[], float] = monotonic) -> None:
        self.rate = rate
        self._time = time
        self._unpaid = Line(min(rate, UNPAID), time)
        self._paid = Line(rate, time)
        self._chats = Chats()
        self._silent_until = -math.inf

    @property
    def is_paid(self) -> bool:
        return self.rate > UNPAID

    def silence(self, seconds: float) -> None:
        """Telegram asked for patience."""
        self._silent_until = max(self._silent_until, self._time() + seconds)

    @property
    def silence_left(self) -> float:
        """Seconds for which nobody sends."""
        return max(self._silent_until - self._time(), 0.0)

    def wait_of_chat(self, parcel: Parcel) -> float:
        """Seconds until the chat takes the parcel."""
        return self._chats.wait(self._time(), parcel)

    @asynccontextmanager
    async def sending(self, parcel: Parcel, *, live: bool = False) -> AsyncIterator[None]:
        """Waits for the slots of a parcel, which the chat takes now, and holds them until the response is here."""
        began = self._time()
        self._chats.take(began, parcel)
        line = self._paid if parcel.paid else self._unpaid
        try:
            async with line.slots(parcel.count, live=live):
                yield
        finally:
            self._chats.answered(self._time(), parcel, began)


class Chats:
    """What each chat was sent lately. Times are seconds of one clock."""

    def __init__(self) -> None:
        self._paced: dict[int, float] = {}  # chat -> when all that it took would have come at one a second
        self._groups: dict[int, Window] = {}

    def wait(self, now: float, parcel: Parcel) -> float:
        if not parcel.in_chat:
            return 0.0
        paced = self._paced.get(parcel.chat_id, now) - (BURST - 1) - now
        window = self._groups.get(parcel.chat_id)
        crowded = window.wait(now, parcel.count) if window else 0.0
        return max(paced, UNANSWERED if crowded == math.inf else crowded, 0.0)

    def take(self, now: float, parcel: Parcel) -> None:
        if not parcel.in_chat:
            return
        self._forget(now)
        self._paced[parcel.chat_id] = max(self._paced.get(parcel.chat_id, now), now) + parcel.count
        if parcel.for_group:
            self._groups.setdefault(parcel.chat_id, Window(GROUP, 60.0)).take(parcel.count)

    def answered(self, now: float, parcel: Parcel, began: float) -> None:
        """The chat may have got it as late as now."""
        if not parcel.in_chat:
            return
        self._paced[parcel.chat_id] = self._paced.get(parcel.chat_id, now) + now - began
        if parcel.for_group:
            self._groups[parcel.chat_id].answered(now, parcel.count)

    def _forget(self, now: float) -> None:
        if len(self._paced) > CROWDED:
            self._paced = {chat: due for chat, due in self._paced.items() if due > now}
            self._groups = {chat: window for chat, window in self._groups.items() if not window.is_idle(now)}
