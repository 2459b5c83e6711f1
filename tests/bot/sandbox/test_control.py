"""The control API: being people, waiting for the bot."""

import asyncio

import pytest
from aiohttp import ClientSession

from bot.sandbox.client import ControlError, Media, SandboxClient
from tests.bot.sandbox.bot_side import BotSide
from tests.bot.sandbox.conftest import CHEN, LIN


async def test_created_person_writes_and_is_known(bot: BotSide, client: SandboxClient) -> None:
    person = await client.create_person("Ada", language_code="en")
    await client.send_text(person.id, "/start facility_gym")
    (update,) = await bot.updates()

    assert (person.started, person.blocked) == (False, False)
    assert update["message"]["from"] == {
        "id": person.id,
        "is_bot": False,
        "first_name": "Ada",
        "language_code": "en",
    }
    assert update["message"]["entities"] == [{"offset": 0, "length": 6, "type": "bot_command"}]
    assert [known.started for known in await client.people() if known.id == person.id] == [True]


async def test_person_id_is_taken_once(client: SandboxClient) -> None:
    assert (await client.create_person("A", person_id=77)).id == 77
    with pytest.raises(ControlError, match="already a chat 77"):
        await client.create_person("B", person_id=77)


@pytest.mark.parametrize("media", ["sticker", "voice", "photo"])
async def test_media_reaches_the_bot(bot: BotSide, client: SandboxClient, media: Media) -> None:
    await client.send_media(LIN, media, caption="看")
    (update,) = await bot.updates()

    assert media in update["message"]
    assert update["message"]["caption"] == "看"


async def test_edited_text_reaches_the_bot_under_its_message(bot: BotSide, client: SandboxClient) -> None:
    sent = await client.send_text(LIN, "几点开门")
    edited = await client.edit_text(LIN, sent.id, "几点关门")
    last = (await bot.updates())[-1]

    assert (edited.id, edited.edited, edited.change > sent.change) == (sent.id, True, True)
    assert last["edited_message"]["text"] == "几点关门"


async def test_message_of_another_cannot_be_edited(bot: BotSide, client: SandboxClient) -> None:
    await client.send_text(LIN, "hi")
    sent = await bot.say(LIN, "hi")

    with pytest.raises(ControlError, match="is no text of"):
        await client.edit_text(LIN, sent["message_id"], "x")


async def test_who_blocked_the_bot_cannot_write_to_it(client: SandboxClient) -> None:
    await client.block(LIN)

    with pytest.raises(ControlError, match="has blocked the bot"):
        await client.send_text(LIN, "hi")


@pytest.mark.parametrize("text", ["", " \n"])
async def test_empty_text_cannot_be_sent(client: SandboxClient, text: str) -> None:
    with pytest.raises(ControlError, match="needs a text"):
        await client.send_text(LIN, text)


async def test_unknown_person_and_message_are_refused(client: SandboxClient) -> None:
    with pytest.raises(ControlError, match="there is no person 5"):
        await client.send_text(5, "hi")
    with pytest.raises(ControlError, match="there is no message 5"):
        await client.send_text(LIN, "hi", reply_to=5)
    with pytest.raises(ControlError, match="is none of"):
        await client.send_media(LIN, "hologram")  # type: ignore[arg-type]


async def test_wait_messages_sees_edits_and_new_ones_in_the_order_of_change(
    bot: BotSide, client: SandboxClient
) -> None:
    asked = await client.send_text(LIN, "hi")
    waiting = asyncio.create_task(client.wait_messages(LIN, after=asked.change, count=2))
    first = await bot.say(LIN, "一")
    await bot.say(LIN, "二")
    assert [message.text for message in await waiting] == ["一", "二"]

    await bot.ok("editMessageText", chat_id=LIN, message_id=first["message_id"], text="三")
    assert [message.text for message in await client.wait_messages(LIN, after=asked.change)] == ["二", "三"]


async def test_wait_gives_up_after_its_time(client: SandboxClient) -> None:
    with pytest.raises(TimeoutError, match="0 of 1 messages"):
        await client.wait_messages(LIN, after=1, within=0.05)
    with pytest.raises(TimeoutError, match="0 of 2 calls of sendMessage"):
        await client.wait_calls(2, method="sendMessage", within=0.05)


async def test_wait_calls_returns_when_there_are_enough(bot: BotSide, client: SandboxClient) -> None:
    await client.send_text(LIN, "hi")
    waiting = asyncio.create_task(client.wait_calls(2, method="sendMessage", chat=LIN))
    await bot.say(LIN, "一")
    await bot.ok("sendChatAction", chat_id=LIN, action="typing")
    await bot.say(LIN, "二")

    assert [call.params["text"] for call in await waiting] == ["一", "二"]


async def test_other_sites_cannot_post_with_a_form(address: str) -> None:
    async with ClientSession() as session:
        answer = await session.post(f"{address}/sandbox/control/messages", data={"person": LIN, "text": "hi"})
        malformed = await session.post(f"{address}/sandbox/control/messages", json={"person": LIN, "texts": "hi"})

    assert (answer.status, malformed.status) == (409, 400)


async def test_people_do_not_share_their_chats(client: SandboxClient) -> None:
    await client.send_text(LIN, "hi")

    assert await client.messages(CHEN) == []


async def test_unopened_client_says_how_to_use_it() -> None:
    with pytest.raises(RuntimeError, match="async with"):
        await SandboxClient("http://127.0.0.1:9").people()
