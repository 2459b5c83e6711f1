from collections.abc import Callable, Coroutine

import pytest
from telegram.error import RetryAfter

from bot.delivery.limiter import Limiter
from bot.delivery.pacing import Pacing


class Seconds:
    """Time that stands still until it is moved."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


async def answer() -> bool:
    return True


async def call(limiter: Limiter, telegram: Callable[[], Coroutine[None, None, bool]] = answer) -> object:
    return await limiter.process_request(telegram, (), {}, "sendMessage", {}, None)


def asking_for(seconds: int) -> Callable[[], Coroutine[None, None, bool]]:
    async def refuse() -> bool:
        raise RetryAfter(seconds)

    return refuse


async def test_nobody_calls_until_the_time_is_over() -> None:
    time = Seconds()
    limiter = Limiter(Pacing(30, time))
    with pytest.raises(RetryAfter):
        await call(limiter, asking_for(30))
    time.now += 29.5
    with pytest.raises(RetryAfter, match="in 1 seconds"):
        await call(limiter)
    time.now += 0.5
    assert await call(limiter) is True


async def test_longer_wait_is_not_cut_by_a_shorter_one() -> None:
    time = Seconds()
    limiter = Limiter(Pacing(30, time))

    async def refuse_while_another_is_refused() -> bool:
        with pytest.raises(RetryAfter):
            await call(limiter, asking_for(30))
        raise RetryAfter(2)

    with pytest.raises(RetryAfter):
        await call(limiter, refuse_while_another_is_refused)
    time.now += 3
    with pytest.raises(RetryAfter, match="in 27 seconds"):
        await call(limiter)
