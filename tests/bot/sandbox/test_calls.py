"""How calls reach the Bot API, whatever the library that makes them."""

import asyncio
import json
from typing import Any

import pytest
from aiohttp import FormData

from bot.sandbox.client import SandboxClient
from bot.sandbox.params import LARGEST
from bot.sandbox.server import TOKEN
from tests.bot.sandbox.bot_side import BotSide
from tests.bot.sandbox.conftest import LIN

KEYBOARD = {"inline_keyboard": [[{"text": "go", "callback_data": "go"}]]}
FIELDS = {"chat_id": str(LIN), "text": "你好", "reply_markup": json.dumps(KEYBOARD)}

pytestmark = pytest.mark.usefixtures("started")


def multipart() -> FormData:
    form = FormData(default_to_multipart=True)
    for name, value in FIELDS.items():
        form.add_field(name, value)
    return form


@pytest.mark.parametrize(
    "options",
    [
        pytest.param({"params": FIELDS}, id="query"),
        pytest.param({"data": FIELDS}, id="form"),
        pytest.param({"json": FIELDS}, id="json-of-strings"),
        pytest.param({"json": {"chat_id": LIN, "text": "你好", "reply_markup": KEYBOARD}}, id="json"),
        pytest.param({"data": multipart}, id="multipart"),
    ],
)
async def test_send_message_accepts_every_encoding(bot: BotSide, options: dict[str, Any]) -> None:
    given = {name: value() if callable(value) else value for name, value in options.items()}
    async with bot.session.post(f"{bot.base}/sendMessage", **given) as response:
        body = await response.json()

    assert body["ok"], body
    assert body["result"]["text"] == "你好"
    assert body["result"]["reply_markup"] == KEYBOARD


async def test_send_message_accepts_get(bot: BotSide) -> None:
    async with bot.session.get(f"{bot.base}/sendMessage", params=FIELDS) as response:
        assert (await response.json())["result"]["text"] == "你好"


async def test_method_name_in_other_case_is_the_same_method(bot: BotSide) -> None:
    assert (await bot.ok("GETME"))["username"] == "parkbot"


async def test_get_me_tells_the_bots_account(bot: BotSide) -> None:
    me = await bot.ok("getMe")

    assert (me["id"], me["is_bot"], me["first_name"]) == (1234567890, True, "园区小助手")


async def test_unknown_method_is_not_found(bot: BotSide) -> None:
    assert await bot.refused("sendNothing") == (404, "Not Found")


async def test_wrong_token_is_unauthorized(bot: BotSide, address: str) -> None:
    stranger = BotSide(bot.session, f"{address}/sandbox/bot{TOKEN}x")

    assert await stranger.refused("getMe") == (401, "Unauthorized")


@pytest.mark.parametrize(
    ("body", "description"),
    [
        (b'{"chat_id": ', "Bad Request: can't parse request body"),
        (b"[1]", "Bad Request: can't parse request body"),
        (b'{"text": "\xff"}', "Bad Request: strings must be encoded in UTF-8"),
        (b'{"chat_id": 1001, "text": "\\ud83d"}', "Bad Request: strings must be encoded in UTF-8"),
    ],
)
async def test_malformed_body_is_refused(bot: BotSide, body: bytes, description: str) -> None:
    headers = {"Content-Type": "application/json"}
    async with bot.session.post(f"{bot.base}/sendMessage", data=body, headers=headers) as response:
        answer = await response.json()

    assert (response.status, answer["description"]) == (400, description)


async def test_over_long_body_is_refused(bot: BotSide) -> None:
    assert await bot.refused("sendMessage", chat_id=LIN, text="x" * (LARGEST + 1)) == (413, "Request Entity Too Large")


async def test_accepted_calls_are_remembered_and_refused_ones_are_not(bot: BotSide, client: SandboxClient) -> None:
    message = await bot.say(LIN, "one")
    await bot.refused("sendMessage", chat_id=LIN, text="")
    await bot.updates()
    await bot.ok("sendChatAction", chat_id=LIN, action="typing")

    calls = await client.calls()

    assert [(call.number, call.method, call.chat) for call in calls] == [
        (1, "sendMessage", LIN),
        (2, "sendChatAction", LIN),
    ]
    assert calls[0].params == {"chat_id": LIN, "text": "one"}
    assert calls[0].result == message
    assert await client.calls(method="sendMessage", chat=LIN, after=1) == []


async def test_latency_delays_every_answer(bot: BotSide, client: SandboxClient) -> None:
    await client.set_latency(0.2)
    call = bot.session.get(f"{bot.base}/getMe")
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await call
    await client.set_latency(0)

    assert await bot.ok("getMe")
