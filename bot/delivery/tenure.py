"""This process's hold of the right to send, which one process at a time has over all that share the store."""

import math
from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic
from uuid import uuid4

from sqlmodel.ext.asyncio.session import AsyncSession

from storage import leases
from storage.dispatching import Holding
from storage.models import Lease

NAME = "delivery"
LENGTH = timedelta(seconds=10)
RENEWAL = 3.0  # seconds after which it is prolonged
MARGIN = 2.0  # seconds before its end from which nothing is begun: clocks of replicas differ
RETRY = 1.0  # seconds between attempts to get it from somebody else


class Tenure:
    """`alone`: nobody else can be alive (a SQLite store has one process), so that its first attempt succeeds.

    A process that was stopped for long finds by `time`, in seconds, that its tenure is over: the store would tell it
    too late.
    """

    def __init__(self, *, alone: bool, time: Callable[[], float] = monotonic) -> None:
        self.claim = uuid4().hex
        self.alone = alone
        self._time = time
        self._until = self._next = -math.inf
        self._begun = 0.0

    @property
    def holds(self) -> bool:
        return self._time() < self._until

    @property
    def is_due(self) -> bool:
        """Whether it is time to `extend` it."""
        return self._time() >= self._next

    async def extend(self, session: AsyncSession, now: datetime) -> bool:
        """Prolong it or get it; it counts from this moment, once that is `committed`."""
        self._begun = self._time()
        wanted = Lease(name=NAME, holder=self.claim, until=now + LENGTH)
        return await leases.renew(session, wanted) or await leases.take(session, wanted, now, at_once=self.alone)

    def committed(self, *, held: bool) -> None:
        """What `extend` said is in the store."""
        self.alone = False
        self._until = self._begun + LENGTH.total_seconds() - MARGIN if held else -math.inf
        self._next = self._begun + (RENEWAL if held else RETRY)

    def holding(self, now: datetime) -> Holding:
        """Of what is claimed now: free for others as soon as the tenure can be."""
        return Holding(self.claim, now + LENGTH)

    async def end(self, session: AsyncSession) -> None:
        """Let somebody else have it at once."""
        self._until = -math.inf
        await leases.give_up(session, NAME, self.claim)
