"""The bot's updates until it has confirmed them, and the long poll that hands them out."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from bot.sandbox.errors import conflict

ON_REQUEST = ("chat_member", "message_reaction", "message_reaction_count")
MOST = 100
LONGEST_POLL = 50

OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_SET = "terminated by setWebhook request"


@dataclass(frozen=True)
class Update:
    """`queue` is the chat that it came from: what comes from one chat is delivered in order."""

    id: int
    kind: str
    queue: int
    payload: dict[str, Any]

    def as_json(self) -> dict[str, Any]:
        return {"update_id": self.id, self.kind: self.payload}


Taker = Callable[[Update], None]


class Updates:
    """`on_new` is called with each update, for whoever delivers them; without one they wait for a poll."""

    def __init__(self, first_id: int) -> None:
        self._next_id = first_id
        self._poll: asyncio.Future[None] | None = None
        self.pending: OrderedDict[int, Update] = OrderedDict()
        self.allowed: list[str] = []
        self.on_new: Taker | None = None

    def add(self, kind: str, queue: int, payload: dict[str, Any]) -> Update | None:
        """None when the bot has not asked for this kind."""
        if not self._wanted(kind):
            return None
        update = Update(self._next_id, kind, queue, payload)
        self._next_id += 1
        self.pending[update.id] = update
        if self.on_new is not None:
            self.on_new(update)
        else:
            self.release()
        return update

    def confirm(self, offset: int) -> None:
        """Forgets what comes before `offset`; counted from the end when it is negative."""
        if offset < 0:
            offset += self._next_id
        while self.pending and next(iter(self.pending)) < offset:
            self.pending.popitem(last=False)

    async def poll(self, limit: int, seconds: float) -> list[Update]:
        """The first updates, as soon as there are any; raises ApiError when another poll takes over."""
        self.end_poll(OTHER_POLL)
        if not self.pending and seconds > 0:
            await self._wait(min(seconds, LONGEST_POLL))
        return list(islice(self.pending.values(), min(max(limit, 1), MOST)))

    def end_poll(self, reason: str) -> None:
        """Refuses the poll that is waiting."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(conflict(reason))

    def release(self) -> None:
        """Answers the poll that is waiting, with what there is."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    async def _wait(self, seconds: float) -> None:
        self._poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                await self._poll
        except TimeoutError:
            return

    def _wanted(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in ON_REQUEST
