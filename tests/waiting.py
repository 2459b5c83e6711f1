"""Waiting for what happens elsewhere, without a fixed sleep."""

import asyncio
from collections.abc import Awaitable, Callable


async def until(look: Callable[[], object], *, is_: object = True, within: float = 5, every: float = 0.005) -> None:
    """Looks, which may be asynchronous, until what is seen equals `is_`; TimeoutError if it never does."""
    async with asyncio.timeout(within):
        while True:
            seen = look()
            if (await seen if isinstance(seen, Awaitable) else seen) == is_:
                return
            await asyncio.sleep(every)
