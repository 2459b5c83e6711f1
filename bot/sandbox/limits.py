"""How many messages the bot may send: over all chats, to one chat, to one group; and the bans for more."""

import math
from collections import deque
from dataclasses import asdict, dataclass
from typing import Any

from bot.sandbox.errors import ApiError

SECOND = 1.0
MINUTE = 60.0
CROWDED = 10_000  # chats that are remembered before those with nothing to remember are dropped
OVERALL = 0  # no chat has this id


@dataclass(frozen=True)
class Limits:
    """Messages `overall` in any window of one second, `paid` for calls with allow_paid_broadcast.

    One chat takes one a second, and `burst` at once; a group takes `group` in any minute. 0 lifts a limit.
    Who sends more is banned for `ban` seconds, and each call during the ban makes it `penalty` seconds longer.
    """

    overall: int = 30
    paid: int = 1000
    burst: int = 5
    group: int = 20
    ban: float = 1.0
    penalty: float = 0.2


REAL = Limits()
NONE = Limits(overall=0, paid=0, burst=0, group=0)


class Window:
    """So many in any stretch of some length; one that counts for many passes when nothing else is in it."""

    def __init__(self, length: float) -> None:
        self._length = length
        self._taken: deque[float] = deque()

    def wait(self, now: float, count: int, most: int) -> float:
        """Seconds until there is room, 0 when there is."""
        while self._taken and self._taken[0] <= now - self._length:
            self._taken.popleft()
        excess = len(self._taken) + count - most
        if not most or excess <= 0 or not self._taken:
            return 0.0
        return self._taken[min(excess, len(self._taken)) - 1] + self._length - now

    def take(self, now: float, count: int) -> None:
        self._taken.extend([now] * count)

    def is_idle(self, now: float) -> bool:
        return not self._taken or self._taken[-1] <= now - self._length


class Limiter:
    """`refused` counts the calls answered with 429. Times are seconds of one clock."""

    def __init__(self, limits: Limits = NONE) -> None:
        self.set(limits)

    def set(self, limits: Limits) -> None:
        """Other limits, and all that was counted forgotten."""
        self.limits = limits
        self.refused = 0
        self._free, self._paid = Window(SECOND), Window(SECOND)
        self._groups: dict[int, Window] = {}
        self._paced: dict[int, float] = {}  # chat -> when all that it took would have come at one a second
        self._bans: dict[int, float] = {}

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self.limits), "refused": self.refused}

    def take(self, now: float, chat: int, *, count: int = 1, paid: bool = False, edit: bool = False) -> None:
        """Room for `count` messages to a chat; raises ApiError with 429 when there is none, and takes nothing.

        Groups have negative ids. An edit counts in a group alone.
        """
        if self.limits == NONE or (edit and chat > 0):
            return
        self._forget(now)
        self._check_bans(now, chat)
        overall = self._paid if paid else self._free
        most = self.limits.paid if paid else self.limits.overall
        if not edit and (wait := overall.wait(now, count, most)):
            raise self._banned(now, OVERALL, wait)
        if wait := self._wait_of_chat(now, chat, count):
            raise self._banned(now, chat, wait)
        if not edit:
            overall.take(now, count)
        self._take_of_chat(now, chat, count)

    def _wait_of_chat(self, now: float, chat: int, count: int) -> float:
        limits = self.limits
        due = self._paced.get(chat, now) - (limits.burst - 1) - now if limits.burst else 0.0
        window = self._groups.get(chat)
        crowd = window.wait(now, count, limits.group) if window is not None else 0.0
        return max(due, crowd, 0.0)

    def _take_of_chat(self, now: float, chat: int, count: int) -> None:
        self._paced[chat] = max(self._paced.get(chat, now), now) + count
        if chat < 0:
            self._groups.setdefault(chat, Window(MINUTE)).take(now, count)

    def _check_bans(self, now: float, chat: int) -> None:
        for scope in (OVERALL, chat):
            if now < self._bans.get(scope, now):
                self._bans[scope] += self.limits.penalty
                raise self._refusal(self._bans[scope] - now)

    def _banned(self, now: float, scope: int, wait: float) -> ApiError:
        wait = max(wait, self.limits.ban)
        self._bans[scope] = now + wait
        return self._refusal(wait)

    def _refusal(self, wait: float) -> ApiError:
        self.refused += 1
        return too_many_requests(wait)

    def _forget(self, now: float) -> None:
        if len(self._paced) > CROWDED:
            self._paced = {chat: due for chat, due in self._paced.items() if due > now}
            self._groups = {chat: window for chat, window in self._groups.items() if not window.is_idle(now)}
            self._bans = {scope: end for scope, end in self._bans.items() if end > now}


def too_many_requests(wait: float) -> ApiError:
    """After how many seconds to try again, rounded up."""
    seconds = max(math.ceil(wait), 1)
    return ApiError(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})
