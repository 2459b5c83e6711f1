"""How fast one chat, one group and all of them are written to."""

import pytest

from bot.delivery.pacing import BURST, GROUP, UNANSWERED, Pacing, Parcel
from tests.bot.delivery.test_slots import Seconds

ONE, GROUPS = Parcel(5), Parcel(-5)


@pytest.fixture
def time() -> Seconds:
    return Seconds()


@pytest.fixture
def pacing(time: Seconds) -> Pacing:
    return Pacing(1000, time)


async def send(pacing: Pacing, parcel: Parcel, times: int = 1) -> None:
    for _ in range(times):
        async with pacing.sending(parcel, live=True):
            pass


async def test_chat_takes_a_burst_and_then_one_a_second(pacing: Pacing, time: Seconds) -> None:
    await send(pacing, ONE, BURST)
    assert pacing.wait_of_chat(ONE) == pytest.approx(1)
    assert pacing.wait_of_chat(Parcel(6)) == 0
    time.now += 1
    assert pacing.wait_of_chat(ONE) == 0
    await send(pacing, ONE)
    assert pacing.wait_of_chat(ONE) == pytest.approx(1)


async def test_chat_may_have_got_a_message_as_late_as_the_response_to_it(pacing: Pacing, time: Seconds) -> None:
    await send(pacing, ONE, BURST - 1)
    async with pacing.sending(ONE, live=True):
        time.now += 0.5
    assert pacing.wait_of_chat(ONE) == pytest.approx(1)


async def test_album_counts_as_all_its_messages(pacing: Pacing) -> None:
    await send(pacing, Parcel(5, BURST + 2))
    assert pacing.wait_of_chat(ONE) == pytest.approx(3)


async def test_edit_in_a_private_chat_is_no_message(pacing: Pacing) -> None:
    await send(pacing, Parcel(5, in_chat=False), BURST)
    assert pacing.wait_of_chat(ONE) == 0


async def test_group_takes_twenty_a_minute(pacing: Pacing, time: Seconds) -> None:
    for _ in range(GROUP):
        assert pacing.wait_of_chat(GROUPS) == 0
        await send(pacing, GROUPS)
        time.now += 1
    assert pacing.wait_of_chat(GROUPS) == pytest.approx(60 - GROUP)
    time.now += 60 - GROUP
    assert pacing.wait_of_chat(GROUPS) == 0


async def test_group_that_waits_for_responses_is_asked_again_soon(pacing: Pacing) -> None:
    async with pacing.sending(Parcel(-5, GROUP), live=True):
        assert pacing.wait_of_chat(Parcel(-6)) == 0
        pacing._chats._paced.clear()
        assert pacing.wait_of_chat(GROUPS) == UNANSWERED


async def test_chats_with_nothing_to_remember_are_dropped(pacing: Pacing, time: Seconds) -> None:
    chats = pacing._chats
    for chat_id in range(10_001):
        chats.take(time.now, Parcel(-1 - chat_id))
        chats.answered(time.now, Parcel(-1 - chat_id), time.now)
    time.now += 100
    chats.take(time.now, ONE)
    assert (set(chats._paced), chats._groups) == ({5}, {})


async def test_longest_silence_counts(pacing: Pacing, time: Seconds) -> None:
    pacing.silence(30)
    pacing.silence(2)
    time.now += 3
    assert pacing.silence_left == pytest.approx(27)
    time.now += 27
    assert pacing.silence_left == 0


@pytest.mark.parametrize(("rate", "paid"), [(30, False), (31, True)])
def test_faster_than_thirty_is_paid(rate: int, paid: bool) -> None:
    assert Pacing(rate).is_paid is paid
