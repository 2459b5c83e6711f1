"""sendMessage and sendChatAction: what is accepted, and how the rest is refused."""

from typing import Any

import pytest

from bot.sandbox.client import SandboxClient
from bot.sandbox.views import MessageView
from tests.bot.sandbox.bot_side import BotSide
from tests.bot.sandbox.conftest import CHEN, EMMA, GROUP, LIN

TOO_MANY_BUTTONS = [[{"text": "x", "callback_data": "x"}]] * 101


async def test_message_arrives_in_the_chat(bot: BotSide, client: SandboxClient, started: MessageView) -> None:
    sent = await bot.say(LIN, "您好")
    (seen,) = await client.wait_messages(LIN, after=started.change)

    assert sent["from"] == {"id": 1234567890, "is_bot": True, "first_name": "园区小助手", "username": "parkbot"}
    assert sent["chat"] == {"id": LIN, "type": "private", "first_name": "林工", "username": "lin_gong"}
    assert (seen.id, seen.text, seen.from_bot, seen.edited) == (sent["message_id"], "您好", True, False)


@pytest.mark.parametrize("chat", [4711, "@nobody", "abc", -5, CHEN])
async def test_chat_the_bot_never_met_is_not_found(bot: BotSide, chat: Any) -> None:
    assert await bot.refused("sendMessage", chat_id=chat, text="hi") == (400, "Bad Request: chat not found")


async def test_missing_chat_is_refused(bot: BotSide) -> None:
    assert await bot.refused("sendMessage", text="hi") == (400, "Bad Request: chat_id is empty")


async def test_person_met_in_a_group_alone_cannot_be_written_to(bot: BotSide) -> None:
    refusal = (403, "Forbidden: bot can't initiate conversation with a user")

    assert await bot.refused("sendMessage", chat_id=EMMA, text="hi") == refusal


@pytest.mark.usefixtures("started")
async def test_person_who_blocked_the_bot_cannot_be_written_to(bot: BotSide, client: SandboxClient) -> None:
    await client.block(LIN)
    refusal = (403, "Forbidden: bot was blocked by the user")

    assert await bot.refused("sendMessage", chat_id=LIN, text="hi") == refusal
    assert await bot.refused("sendChatAction", chat_id=LIN, action="typing") == refusal

    await client.unblock(LIN)
    assert (await bot.say(LIN, "hi"))["text"] == "hi"


@pytest.mark.usefixtures("started")
@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({}, "message text is empty"),
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "text must be non-empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": "hi", "parse_mode": "BBCode"}, "unsupported parse_mode"),
        ({"text": "hi", "reply_markup": "{"}, "can't parse reply_markup JSON object"),
        ({"text": "hi", "reply_parameters": {"message_id": 1}}, "message to be replied not found"),
        ({"text": "hi", "reply_to_message_id": 1}, "message to be replied not found"),
    ],
)
async def test_message_is_refused(bot: BotSide, params: dict[str, Any], description: str) -> None:
    assert await bot.refused("sendMessage", chat_id=LIN, **params) == (400, f"Bad Request: {description}")


@pytest.mark.usefixtures("started")
@pytest.mark.parametrize("text", ["x" * 4096, "😀" * 2048, "<b>" + "x" * 4096 + "</b>", "x" * 4096 + "\n"])
async def test_longest_text_is_accepted(bot: BotSide, text: str) -> None:
    sent = await bot.say(LIN, text, parse_mode="HTML")

    assert len(sent["text"].encode("utf-16-le")) == 2 * 4096


@pytest.mark.usefixtures("started")
@pytest.mark.parametrize(
    ("button", "description"),
    [
        ({"text": "x", "callback_data": "数" * 22}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": 5}, "BUTTON_DATA_INVALID"),
        ({"text": "x"}, "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        (
            {"text": "x", "callback_data": ""},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ({"callback_data": "x"}, 'can\'t parse inline keyboard button: field "text" must be of type String'),
        ({"text": " ", "callback_data": "x"}, "inline keyboard button text must be non-empty"),
        ("x", "can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
        *(
            ({"text": "x", "url": url}, f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
            for url in ("http://localhost:8080/", "javascript:alert(1)", "two words.com", "mailto:a@b.cn")
        ),
    ],
)
async def test_button_is_refused(bot: BotSide, button: Any, description: str) -> None:
    markup = {"inline_keyboard": [[button]]}

    assert await bot.refused("sendMessage", chat_id=LIN, text="hi", reply_markup=markup) == (
        400,
        f"Bad Request: {description}",
    )


@pytest.mark.usefixtures("started")
@pytest.mark.parametrize(
    ("markup", "description"),
    [
        ([], "object expected as reply markup"),
        ({"inline_keyboard": {}}, 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array'),
        ({"inline_keyboard": [{}]}, 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'),
        ({"inline_keyboard": TOO_MANY_BUTTONS}, "reply markup is too long"),
    ],
)
async def test_keyboard_is_refused(bot: BotSide, markup: Any, description: str) -> None:
    assert await bot.refused("sendMessage", chat_id=LIN, text="hi", reply_markup=markup) == (
        400,
        f"Bad Request: {description}",
    )


@pytest.mark.usefixtures("started")
async def test_keyboard_is_kept_without_empty_rows_and_with_whole_addresses(bot: BotSide) -> None:
    rows = [
        [{"text": "数据", "callback_data": "数" * 21 + "x"}],
        [],
        [{"text": "site", "url": "example.com/路"}, {"text": "app", "url": "tg://resolve?domain=x"}],
        [{"text": "share", "switch_inline_query": ""}],
    ]
    sent = await bot.say(LIN, "hi", reply_markup={"inline_keyboard": rows})

    assert sent["reply_markup"]["inline_keyboard"] == [
        rows[0],
        [{"text": "site", "url": "http://example.com/路"}, {"text": "app", "url": "tg://resolve?domain=x"}],
        rows[3],
    ]


@pytest.mark.usefixtures("started")
@pytest.mark.parametrize("markup", [{"inline_keyboard": []}, {"remove_keyboard": True}, {"keyboard": [["a"]]}])
async def test_other_markups_leave_no_inline_keyboard(bot: BotSide, markup: dict[str, Any]) -> None:
    assert "reply_markup" not in await bot.say(LIN, "hi", reply_markup=markup)


@pytest.mark.parametrize("field", ["reply_parameters", "reply_to_message_id"])
async def test_reply_quotes_the_message(bot: BotSide, started: MessageView, field: str) -> None:
    target: Any = started.id if field == "reply_to_message_id" else {"message_id": started.id}
    sent = await bot.say(LIN, "hi", **{field: target})

    assert (sent["reply_to_message"]["message_id"], sent["reply_to_message"]["text"]) == (started.id, "/start")


@pytest.mark.usefixtures("started")
async def test_reply_to_a_lost_message_may_be_sent_without_it(bot: BotSide) -> None:
    lost = {"message_id": 1, "allow_sending_without_reply": True}

    assert "reply_to_message" not in await bot.say(LIN, "hi", reply_parameters=lost)


@pytest.mark.usefixtures("started")
async def test_chat_action_must_be_one_that_exists(bot: BotSide) -> None:
    assert await bot.ok("sendChatAction", chat_id=LIN, action="typing") is True
    assert await bot.refused("sendChatAction", chat_id=LIN, action="dance") == (
        400,
        "Bad Request: wrong parameter action in request",
    )


async def test_get_chat_knows_people_and_groups(bot: BotSide, started: MessageView) -> None:
    assert (await bot.ok("getChat", chat_id=started.chat))["first_name"] == "林工"
    assert (await bot.ok("getChat", chat_id=GROUP))["title"] == "租户群"
    assert await bot.refused("getChat", chat_id=CHEN) == (400, "Bad Request: chat not found")
