from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from telegram.error import RetryAfter

from bot.delivery.limiter import PATIENCE, Limiter
from bot.delivery.pacing import BURST, Pacing, Parcel
from tests.bot.delivery.test_slots import Seconds


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


async def send(limiter: Limiter, endpoint: str = "sendMessage", *, paced: bool = False, **data: Any) -> object:
    return await limiter.process_request(answer, (), {}, endpoint, {"chat_id": 5, **data}, paced or None)


@pytest.mark.parametrize(
    ("endpoint", "data", "left"),
    [
        ("sendMessage", {}, BURST - 1),
        ("copyMessage", {}, BURST - 1),
        ("sendMediaGroup", {"media": [{}, {}]}, BURST - 2),
        ("forwardMessages", {"message_ids": [1, 2, 3]}, BURST - 3),
        ("editMessageText", {}, BURST),
        ("sendChatAction", {}, BURST),
        ("answerCallbackQuery", {}, BURST),
        ("sendMessage", {"chat_id": "@channel"}, BURST),
    ],
)
async def test_what_a_chat_is_sent_counts_there(endpoint: str, data: dict[str, Any], left: int) -> None:
    time = Seconds()
    pacing = Pacing(30, time)
    await send(Limiter(pacing), endpoint, **data)
    await take(pacing, left - 1)
    assert pacing.wait_of_chat(Parcel(5)) == 0
    await take(pacing, 1)
    assert pacing.wait_of_chat(Parcel(5)) == pytest.approx(1)


async def take(pacing: Pacing, times: int) -> None:
    for _ in range(times):
        async with pacing.sending(Parcel(5), live=True):
            pass


async def test_whoever_has_slots_is_not_paced() -> None:
    pacing = Pacing(30, Seconds())
    await send(Limiter(pacing), paced=True)
    await take(pacing, BURST)
    assert pacing.wait_of_chat(Parcel(5)) == pytest.approx(1)


async def test_answer_to_a_chat_that_has_got_too_much_is_put_off() -> None:
    pacing = Pacing(30, Seconds())
    await take(pacing, BURST + PATIENCE)
    with pytest.raises(RetryAfter, match=f"in {PATIENCE + 1} seconds"):
        await send(Limiter(pacing))


async def test_answer_waits_for_its_chat() -> None:
    pacing = Pacing(30)
    limiter = Limiter(pacing)
    async with pacing.sending(Parcel(5, BURST), live=True):
        pass
    assert 0 < pacing.wait_of_chat(Parcel(5)) <= 1
    assert await send(limiter) is True
