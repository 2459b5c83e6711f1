"""getUpdates: long poll, offsets, one poller at a time."""

import asyncio
from time import monotonic

import pytest

from bot.sandbox.client import SandboxClient
from tests.bot.sandbox.bot_side import BotSide
from tests.bot.sandbox.conftest import LIN

OTHER = (409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running")


async def send(client: SandboxClient, *texts: str) -> None:
    for text in texts:
        await client.send_text(LIN, text)


async def test_updates_are_given_again_until_they_are_confirmed(bot: BotSide, client: SandboxClient) -> None:
    await send(client, "一", "二", "三")
    first = await bot.updates()
    again = await bot.updates()
    rest = await bot.updates(offset=first[1]["update_id"] + 1)

    assert [update["message"]["text"] for update in first] == ["一", "二", "三"]
    assert again == first
    assert rest == first[2:]
    assert await bot.updates(offset=rest[0]["update_id"] + 1) == []


async def test_update_ids_are_consecutive(bot: BotSide, client: SandboxClient) -> None:
    await send(client, "一", "二")
    one, two = await bot.updates()

    assert two["update_id"] == one["update_id"] + 1


async def test_limit_bounds_the_batch(bot: BotSide, client: SandboxClient) -> None:
    await send(client, *map(str, range(101)))

    assert len(await bot.updates(limit=2)) == 2
    assert len(await bot.updates(limit=0)) == 1
    assert len(await bot.updates(limit=500)) == 100


async def test_negative_offset_keeps_the_last_ones_alone(bot: BotSide, client: SandboxClient) -> None:
    await send(client, "一", "二", "三")

    assert [update["message"]["text"] for update in await bot.updates(offset=-1)] == ["三"]
    assert len(await bot.updates()) == 1


async def test_long_poll_returns_as_soon_as_something_comes(bot: BotSide, client: SandboxClient) -> None:
    begun = monotonic()
    waiting = asyncio.create_task(bot.updates(timeout=30))
    await asyncio.sleep(0.05)
    await send(client, "您好")

    assert (await waiting)[0]["message"]["text"] == "您好"
    assert monotonic() - begun < 5


async def test_long_poll_ends_empty_after_its_time(bot: BotSide) -> None:
    assert await bot.updates(timeout=1) == []


async def test_second_poller_ends_the_first(bot: BotSide, client: SandboxClient) -> None:
    first = asyncio.create_task(bot.refused("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(bot.updates(timeout=30))

    assert await first == OTHER
    await send(client, "您好")
    assert len(await second) == 1


async def test_webhook_and_polling_exclude_each_other(bot: BotSide) -> None:
    waiting = asyncio.create_task(bot.refused("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    await bot.ok("setWebhook", url="http://127.0.0.1:9/hook")

    assert await waiting == (409, "Conflict: terminated by setWebhook request")
    assert (await bot.refused("getUpdates"))[0] == 409
    await bot.ok("deleteWebhook")
    assert await bot.updates() == []


async def test_allowed_updates_hold_until_they_are_changed(bot: BotSide, client: SandboxClient) -> None:
    await bot.updates(allowed_updates=["message"])
    sent = await client.send_text(LIN, "一")
    await client.edit_text(LIN, sent.id, "二")
    await bot.updates()
    await client.edit_text(LIN, sent.id, "三")
    await bot.updates(allowed_updates=[])
    await client.edit_text(LIN, sent.id, "四")

    kinds = [next(name for name in update if name != "update_id") for update in await bot.updates()]
    assert kinds == ["message", "edited_message"]


async def test_blocking_and_coming_back_are_told(bot: BotSide, client: SandboxClient) -> None:
    await send(client, "/start")
    await client.block(LIN)
    await client.block(LIN)
    await client.unblock(LIN)
    changes = [update["my_chat_member"] for update in await bot.updates() if "my_chat_member" in update]

    assert [change["new_chat_member"]["status"] for change in changes] == ["kicked", "member"]


@pytest.mark.parametrize("offset", ["abc", 0, ""])
async def test_offset_that_is_none_confirms_nothing(bot: BotSide, client: SandboxClient, offset: object) -> None:
    await send(client, "一")

    assert len(await bot.updates(offset=offset)) == 1
