"""Groups: who is heard, and what the bot gets to know."""

import pytest

from bot.sandbox.client import ControlError, SandboxClient
from tests.bot.sandbox.bot_side import BotSide
from tests.bot.sandbox.conftest import CHEN, EMMA, GROUP, LIN


async def heard(bot: BotSide) -> list[str]:
    """The texts that reached the bot."""
    return [update["message"]["text"] for update in await bot.updates() if "message" in update]


@pytest.mark.parametrize(
    ("text", "reaches"),
    [
        ("大家好", False),
        ("@parkbot 健身房开门吗", True),
        ("@ParkBot 健身房开门吗", True),
        ("@otherbot 健身房开门吗", False),
        ("/help", True),
        ("/help@parkbot", True),
        ("/help@otherbot", False),
        ("a/b", False),
    ],
)
async def test_bot_in_a_group_hears_what_is_meant_for_it(
    bot: BotSide, client: SandboxClient, text: str, reaches: bool
) -> None:
    await client.send_text(LIN, text, chat=GROUP)

    assert await heard(bot) == ([text] if reaches else [])


async def test_reply_to_the_bot_reaches_it(bot: BotSide, client: SandboxClient) -> None:
    asked = await bot.say(GROUP, "哪一栋?")
    said = await client.send_text(LIN, "随便聊聊", chat=GROUP)
    await client.send_text(EMMA, "三号楼", chat=GROUP, reply_to=asked["message_id"])
    await client.send_text(EMMA, "聊什么", chat=GROUP, reply_to=said.id)
    (update,) = await bot.updates()

    assert update["message"]["text"] == "三号楼"
    assert update["message"]["chat"] == {"id": GROUP, "type": "supergroup", "title": "租户群"}
    assert update["message"]["reply_to_message"]["from"]["is_bot"] is True


async def test_bot_that_is_administrator_hears_everything(bot: BotSide, client: SandboxClient) -> None:
    group = await client.create_group("工作群", [LIN, CHEN], bot_is_admin=True)
    await client.send_text(CHEN, "大家好", chat=group)
    added, message = await bot.updates()

    assert added["my_chat_member"]["new_chat_member"]["status"] == "administrator"
    assert message["message"]["text"] == "大家好"


async def test_bot_answers_into_the_group(bot: BotSide, client: SandboxClient) -> None:
    asked = await client.send_text(LIN, "@parkbot 在吗", chat=GROUP)
    await bot.say(GROUP, "在", reply_parameters={"message_id": asked.id})
    (answer,) = await client.wait_messages(GROUP, after=asked.change)

    assert (answer.text, answer.reply_to) == ("在", asked.id)
    assert await client.messages(LIN) == []


async def test_button_in_a_group_tells_who_pressed_it(bot: BotSide, client: SandboxClient) -> None:
    markup = {"inline_keyboard": [[{"text": "报名", "callback_data": "join"}]]}
    sent = await bot.say(GROUP, "活动", reply_markup=markup)
    await client.press(EMMA, sent["message_id"], "join", chat=GROUP, within=0)
    (update,) = await bot.updates()

    assert update["callback_query"]["from"]["id"] == EMMA
    assert update["callback_query"]["message"]["chat"]["id"] == GROUP


async def test_edit_in_a_group_reaches_the_bot_only_if_meant_for_it(bot: BotSide, client: SandboxClient) -> None:
    sent = await client.send_text(LIN, "大家好", chat=GROUP)
    await client.edit_text(LIN, sent.id, "大家早", chat=GROUP)
    await client.edit_text(LIN, sent.id, "@parkbot 早", chat=GROUP)
    (update,) = await bot.updates()

    assert update["edited_message"]["text"] == "@parkbot 早"


async def test_outsider_cannot_write_into_a_group(client: SandboxClient) -> None:
    with pytest.raises(ControlError, match="is in no group"):
        await client.send_text(CHEN, "hi", chat=GROUP)


async def test_group_needs_people_that_exist(client: SandboxClient) -> None:
    with pytest.raises(ControlError, match="needs members"):
        await client.create_group("空群", [])
    with pytest.raises(ControlError, match="there is no person 5"):
        await client.create_group("空群", [5])
