"""How much the bot may send, and what it hears when it sends more."""

import pytest
from aiohttp import ClientSession

from bot.sandbox.client import SandboxClient
from bot.sandbox.limits import MINUTE, REAL, Limiter, Window
from bot.sandbox.views import MessageView
from tests.bot.sandbox.bot_side import BotSide
from tests.bot.sandbox.conftest import CHEN, EMMA, GROUP, LIN
from tests.fakes import FakeClock
from tests.pictures import png


@pytest.fixture
async def crowd(client: SandboxClient) -> list[int]:
    """Forty people who have written to the bot."""
    people = [(await client.create_person()).id for _ in range(40)]
    for person in people:
        await client.send_text(person, "/start")
    return people


async def retry_after(bot: BotSide, chat: int, **params: object) -> int | None:
    """None when the message was taken."""
    body = await bot.call("sendMessage", chat_id=chat, text="通知", **params)
    if body["ok"]:
        return None
    seconds = body["parameters"]["retry_after"]
    assert (body["error_code"], body["description"]) == (429, f"Too Many Requests: retry after {seconds}")
    assert isinstance(seconds, int)
    return seconds


async def test_nothing_is_limited_at_first(bot: BotSide, started: MessageView) -> None:
    assert {await retry_after(bot, LIN) for _ in range(50)} == {None}


async def test_thirty_in_any_second_and_not_one_more(
    bot: BotSide, client: SandboxClient, clock: FakeClock, crowd: list[int]
) -> None:
    await client.set_limits()
    assert [await retry_after(bot, person) for person in crowd[:15]] == [None] * 15
    clock.advance(seconds=0.6)
    assert [await retry_after(bot, person) for person in crowd[15:30]] == [None] * 15
    assert await retry_after(bot, crowd[30]) == 1

    assert (await client.limits())["refused"] == 1
    assert (await client.accepted_summary())["accepted"] == 30
    assert len(await client.messages(crowd[30])) == 1, "the refused message was taken"


async def test_window_slides(bot: BotSide, client: SandboxClient, clock: FakeClock, crowd: list[int]) -> None:
    await client.set_limits()
    for person in crowd[:15]:
        await retry_after(bot, person)
    clock.advance(seconds=0.5)
    for person in crowd[15:30]:
        await retry_after(bot, person)
    clock.advance(seconds=0.5)
    assert [await retry_after(bot, person) for person in crowd[:15]] == [None] * 15
    assert await retry_after(bot, crowd[39]) == 1


async def test_sending_on_during_a_ban_makes_it_longer(
    bot: BotSide, client: SandboxClient, clock: FakeClock, crowd: list[int]
) -> None:
    await client.set_limits(overall=1, penalty=0.5)
    waits = [await retry_after(bot, person) for person in crowd[:6]]
    assert waits == [None, 1, 2, 2, 3, 3]
    clock.advance(seconds=2.9)
    assert await retry_after(bot, crowd[0]) == 1
    clock.advance(seconds=0.6)
    assert await retry_after(bot, crowd[0]) is None


async def test_chat_takes_a_short_burst_and_then_one_a_second(
    bot: BotSide, client: SandboxClient, clock: FakeClock, started: MessageView
) -> None:
    await client.send_text(EMMA, "/start")
    await client.set_limits(burst=3)
    assert [await retry_after(bot, LIN) for _ in range(4)] == [None, None, None, 1]
    assert await retry_after(bot, EMMA) is None, "the ban of one chat is no ban of another"
    clock.advance(seconds=1)
    assert [await retry_after(bot, LIN) for _ in range(2)] == [None, 1]


async def test_group_takes_twenty_a_minute_edits_included(
    bot: BotSide, client: SandboxClient, clock: FakeClock
) -> None:
    await client.set_limits()
    sent = await bot.say(GROUP, "一")
    for text in range(19):
        clock.advance(seconds=1)
        await bot.ok("editMessageText", chat_id=GROUP, message_id=sent["message_id"], text=f"第 {text} 次")
    clock.advance(seconds=1)
    assert await retry_after(bot, GROUP) == 40
    clock.advance(seconds=40)
    assert await retry_after(bot, GROUP) is None


async def test_edits_in_a_private_chat_and_deletions_are_not_limited(
    bot: BotSide, client: SandboxClient, started: MessageView
) -> None:
    await client.set_limits(burst=1)
    sent = await bot.say(LIN, "一")
    for text in "二三四五":
        await bot.ok("editMessageText", chat_id=LIN, message_id=sent["message_id"], text=text)
    await bot.ok("deleteMessage", chat_id=LIN, message_id=sent["message_id"])
    assert await retry_after(bot, LIN) == 1


async def test_paid_broadcast_has_a_limit_of_its_own(bot: BotSide, client: SandboxClient, crowd: list[int]) -> None:
    await client.set_limits(overall=1, paid=3)
    assert await retry_after(bot, crowd[0]) is None
    paid = [await retry_after(bot, person, allow_paid_broadcast=True) for person in crowd[1:5]]
    assert paid == [None, None, None, 1]


async def test_album_counts_item_by_item(bot: BotSide, client: SandboxClient, crowd: list[int]) -> None:
    sent = await bot.upload("sendPhoto", {"photo": ("a.png", png(8, 8))}, chat_id=crowd[0])
    photo = sent["result"]["photo"][0]["file_id"]
    await client.set_limits(overall=10)
    media = [{"type": "photo", "media": photo}] * 7
    await bot.ok("sendMediaGroup", chat_id=crowd[0], media=media)
    assert (await bot.call("sendMediaGroup", chat_id=crowd[1], media=media))["error_code"] == 429
    assert len(await client.messages(crowd[1])) == 1, "a part of the refused album was taken"


async def test_limits_can_be_lifted_again(bot: BotSide, client: SandboxClient, started: MessageView) -> None:
    await client.set_limits(burst=1)
    assert [await retry_after(bot, LIN) for _ in range(2)] == [None, 1]
    await client.set_limits(enforced=False)
    assert await retry_after(bot, LIN) is None


async def test_people_may_write_as_much_as_they_like(client: SandboxClient) -> None:
    await client.set_limits(overall=1, burst=1)
    for _ in range(5):
        await client.send_text(CHEN, "有人吗")


async def test_negative_limit_is_refused(address: str) -> None:
    async with (
        ClientSession() as session,
        session.post(f"{address}/sandbox/control/limits", json={"overall": -1}) as response,
    ):
        assert response.status == 400


def test_more_at_once_than_a_window_holds_passes_when_it_is_empty() -> None:
    window = Window(MINUTE)
    assert window.wait(0, 9, 5) == 0
    window.take(0, 9)
    assert window.wait(1, 1, 5) == 59


def test_memory_of_chats_is_bounded() -> None:
    limiter = Limiter(REAL)
    for chat in range(1, 100_000):
        limiter.take(chat * 0.1, chat)
    assert len(limiter._paced) < 20_000
