"""Slows down whoever tries secrets: 5 wrong ones a minute from one address, then none is looked at for a while.

Addresses are those of connections: X-Forwarded-For is what a client says. So behind a proxy all share one, and a
secret that was right before is looked at whatever others try from there. Secrets have 192 random bits or more, which
no rate of guessing finds: this keeps guessers from the store and the log; those of calendars' addresses, from the
log alone.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from ipaddress import IPv6Address, IPv6Network, ip_address
from math import ceil
from typing import TypeVar

from bot.clock import Clock

Found = TypeVar("Found")

MOST = 5
WINDOW = timedelta(minutes=1)


class TooManyError(Exception):
    """Too many wrong ones came from the address; `seconds` is how long none is looked at."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__(self.__doc__)
        self.seconds = ceil(wait.total_seconds())


class Guard:
    """Of one process; secrets are known to it by their hashes."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        # held while a secret that was not right before is looked at, so that many at once are counted
        self._one_at_a_time = asyncio.Lock()
        self._right: set[str] = set()
        self._wrong: OrderedDict[str, list[datetime]] = OrderedDict()

    async def look_up(
        self, secret_hash: str, address: str | None, find: Callable[[str], Awaitable[Found | None]]
    ) -> Found | None:
        """What `find` has under the hash, None for a wrong one; raises TooManyError."""
        if secret_hash in self._right:
            return await self._look_up(secret_hash, address, find)
        async with self._one_at_a_time:
            if wait := self.wait(address, self._clock.now()):
                raise TooManyError(wait)
            return await self._look_up(secret_hash, address, find)

    async def _look_up(
        self, secret_hash: str, address: str | None, find: Callable[[str], Awaitable[Found | None]]
    ) -> Found | None:
        found = await find(secret_hash)
        if found is None:
            self.note_wrong(secret_hash, address, self._clock.now())
        else:
            self._right.add(secret_hash)
        return found

    def note_wrong(self, secret_hash: str, address: str | None, now: datetime) -> None:
        """Count a wrong one against its address."""
        self._right.discard(secret_hash)
        place = _place(address)
        self._wrong[place] = [*self._recent(place, now), now]
        self._wrong.move_to_end(place)
        while self._wrong and not self._recent(next(iter(self._wrong)), now):
            self._wrong.popitem(last=False)

    def wait(self, address: str | None, now: datetime) -> timedelta:
        """How long no secret from there is looked at; zero when one may be."""
        recent = self._recent(_place(address), now)
        return recent[-MOST] + WINDOW - now if len(recent) >= MOST else timedelta(0)

    def _recent(self, place: str, now: datetime) -> list[datetime]:
        return [at for at in self._wrong.get(place, []) if now < at + WINDOW]


def _place(address: str | None) -> str:
    """Who has an IPv6 address has all 2^64 of its network."""
    try:
        found = ip_address(address or "")
    except ValueError:
        return address or ""
    if isinstance(found, IPv6Address) and not found.ipv4_mapped:
        return str(IPv6Network((int(found), 64), strict=False))
    return str(getattr(found, "ipv4_mapped", None) or found)
