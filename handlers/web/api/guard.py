"""Slows down whoever tries tokens: 5 wrong ones a minute from one address, then none is looked at for a while.

Addresses are those of connections: X-Forwarded-For is what a client says. So behind a proxy all share one, and a
token that was right before is looked at whatever others try from there. Tokens have 256 random bits, which no rate
of guessing finds: this keeps guessers from the store and the log.
"""

import asyncio
from collections import OrderedDict
from datetime import datetime, timedelta
from ipaddress import IPv6Address, IPv6Network, ip_address

MOST = 5
WINDOW = timedelta(minutes=1)


class Guard:
    """Of one process; tokens are known to it by their hashes."""

    def __init__(self) -> None:
        self.one_at_a_time = asyncio.Lock()
        """Held while a token that was not right before is looked at, so that many at once are counted."""
        self._right: set[str] = set()
        self._wrong: OrderedDict[str, list[datetime]] = OrderedDict()

    def was_right(self, token: str) -> bool:
        return token in self._right

    def note_right(self, token: str) -> None:
        self._right.add(token)

    def note_wrong(self, token: str, address: str | None, now: datetime) -> None:
        self._right.discard(token)
        place = _place(address)
        self._wrong[place] = [*self._recent(place, now), now]
        self._wrong.move_to_end(place)
        while self._wrong and not self._recent(next(iter(self._wrong)), now):
            self._wrong.popitem(last=False)

    def wait(self, address: str | None, now: datetime) -> timedelta:
        """How long no token from there is looked at; zero when one may be."""
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
