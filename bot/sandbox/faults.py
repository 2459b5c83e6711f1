"""Faults on demand: answers that get lost, come late or are errors, for some of the bot's calls."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.errors import ApiError, bad_request, forbidden
from bot.sandbox.limits import too_many_requests
from bot.sandbox.params import Params

KINDS = ("drop-before", "drop-after", "cut", "error-before", "error-after", "slow")
"""Before or after the call was accepted: the connection closed, the answer cut off in its middle, a 5xx; a late one."""

BROKEN = {500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout"}
UNFAILING = ("getupdates",)  # unless it is named: a fault for anything is meant for what the bot does


@dataclass
class Fault:
    """Befalls calls of a `method` ("" = all but getUpdates) for a `chat` (None = any), `left` times (None = always).

    Each with the chance `share`. `status` is that of a 5xx, `seconds` the delay of slow or the retry_after of too-many.
    """

    kind: str
    method: str = ""
    chat: int | None = None
    left: int | None = 1
    share: float = 1.0
    status: int = 502
    seconds: float = 1.0
    seed: int = 0
    befallen: int = 0
    dice: random.Random = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)

    def befalls(self, method: str, chat: int | None) -> bool:
        if self.left == 0 or (self.chat is not None and self.chat != chat):
            return False
        if self.method.lower() != method if self.method else method in UNFAILING:
            return False
        if self.share < 1 and self.dice.random() >= self.share:
            return False
        self.left = None if self.left is None else self.left - 1
        self.befallen += 1
        return True

    def refuse(self) -> None:
        """Raises ApiError for a kind that refuses the call."""
        if self.kind == "error-before":
            raise self.breakdown()
        if self.kind in REFUSALS:
            raise REFUSALS[self.kind](self)

    def breakdown(self) -> ApiError:
        return ApiError(self.status, BROKEN[self.status])

    def as_json(self) -> dict[str, Any]:
        names = ("kind", "method", "chat", "left", "share", "status", "seconds", "seed", "befallen")
        return {name: getattr(self, name) for name in names}


REFUSALS: dict[str, Callable[[Fault], ApiError]] = {
    "too-many": lambda fault: too_many_requests(fault.seconds),
    "blocked": lambda _fault: forbidden("bot was blocked by the user"),
    "deactivated": lambda _fault: forbidden("user is deactivated"),
    "kicked": lambda _fault: forbidden("bot was kicked from the supergroup chat"),
    "not-found": lambda _fault: bad_request("chat not found"),
}


class Faults:
    """The first that fits befalls a call."""

    def __init__(self) -> None:
        self.planned: list[Fault] = []

    def of(self, method: str, params: Params) -> Fault | None:
        if not self.planned:
            return None
        chat = params.integer("chat_id") if params.text("chat_id") else None
        return next((fault for fault in self.planned if fault.befalls(method.lower(), chat)), None)
