"""sendPhoto: uploads and what was uploaded before, with captions; and how the rest is refused."""

from typing import Any

import pytest

from bot.sandbox.client import SandboxClient
from bot.sandbox.views import MessageView
from tests.bot.sandbox.bot_side import BotSide
from tests.bot.sandbox.conftest import LIN
from tests.pictures import jpeg, png


async def upload(bot: BotSide, field: str = "photo", data: bytes = b"", **params: Any) -> dict[str, Any]:
    """The answer to a call that brings a picture."""
    return await bot.upload("sendPhoto", {field: ("picture.png", data)}, **params)


@pytest.mark.parametrize("data", [png(30, 20), jpeg(30, 20)])
async def test_picture_arrives_with_its_caption(
    bot: BotSide, client: SandboxClient, started: MessageView, data: bytes
) -> None:
    sent = await upload(bot, data=data, chat_id=LIN, caption="<b>二维码</b> &amp; more", parse_mode="HTML")
    (seen,) = await client.wait_messages(LIN, after=started.change)
    assert (seen.id, seen.text) == (sent["result"]["message_id"], "二维码 & more")
    assert [entity["type"] for entity in seen.entities] == ["bold"]
    (photo,) = seen.raw["photo"]
    assert (photo["width"], photo["height"], photo["file_size"]) == (30, 20, len(data))
    assert await client.picture(seen) == data


@pytest.mark.usefixtures("started")
async def test_picture_is_served_as_what_it_is(bot: BotSide, address: str) -> None:
    sent = await upload(bot, data=png(8, 8), chat_id=LIN)
    pictures = f"{address}/sandbox/control/pictures"
    async with bot.session.get(f"{pictures}/{sent['result']['photo'][0]['file_id']}") as response:
        assert (response.content_type, response.headers["X-Content-Type-Options"]) == ("image/png", "nosniff")
    async with bot.session.get(f"{pictures}/nothing") as response:
        assert response.status == 404


@pytest.mark.usefixtures("started")
async def test_picture_may_be_attached_under_another_name_and_sent_again_by_its_id(
    bot: BotSide, client: SandboxClient
) -> None:
    first = await upload(bot, "qr", png(8, 8), chat_id=LIN, photo="attach://qr")
    file_id = first["result"]["photo"][0]["file_id"]
    again = await bot.ok("sendPhoto", chat_id=LIN, photo=file_id)
    assert again["photo"] == first["result"]["photo"]
    assert "caption" not in again
    calls = await client.calls(method="sendPhoto")
    assert [call.params.get("qr", call.params["photo"]) for call in calls] == [{"file_size": len(png(8, 8))}, file_id]


@pytest.mark.usefixtures("started")
async def test_picture_has_buttons_and_answers_a_message(bot: BotSide, started: MessageView) -> None:
    keyboard = '{"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]}'
    reply = f'{{"message_id": {started.id}}}'
    sent = await upload(bot, data=png(8, 8), chat_id=LIN, reply_markup=keyboard, reply_parameters=reply)
    assert sent["result"]["reply_to_message"]["message_id"] == started.id
    assert sent["result"]["reply_markup"]["inline_keyboard"] == [[{"text": "A", "callback_data": "a"}]]
    edit = {"chat_id": LIN, "message_id": sent["result"]["message_id"], "text": "x"}
    assert await bot.refused("editMessageText", **edit) == (
        400,
        "Bad Request: there is no text in the message to edit",
    )


@pytest.mark.usefixtures("started")
@pytest.mark.parametrize(
    ("data", "params", "description"),
    [
        (png(8, 8) + bytes(10**7), {}, "file of size 10000"),
        (b"", {}, "file must be non-empty"),
        (b"GIF89a...", {}, "IMAGE_PROCESS_FAILED"),
        (png(1, 1)[:20], {}, "IMAGE_PROCESS_FAILED"),
        (jpeg(1, 1)[:18], {}, "IMAGE_PROCESS_FAILED"),
        (png(210, 10), {}, "PHOTO_INVALID_DIMENSIONS"),
        (jpeg(9000, 1001), {}, "PHOTO_INVALID_DIMENSIONS"),
        (jpeg(0, 10), {}, "PHOTO_INVALID_DIMENSIONS"),
        (png(8, 8), {"caption": "x" * 1025}, "message caption is too long"),
        (png(8, 8), {"caption": "<b>", "parse_mode": "HTML"}, "can't parse entities"),
        (png(8, 8), {"chat_id": 4711}, "chat not found"),
    ],
)
async def test_picture_that_telegram_refuses_is_refused(
    bot: BotSide, client: SandboxClient, data: bytes, params: dict[str, Any], description: str
) -> None:
    body = await upload(bot, data=data, **({"chat_id": LIN} | params))
    assert body["error_code"] == 400
    assert body["description"].startswith(f"Bad Request: {description}")
    assert await client.calls(method="sendPhoto") == []


@pytest.mark.usefixtures("started")
@pytest.mark.parametrize(
    ("photo", "description"),
    [
        ("", "there is no photo in the request"),
        ("https://example.org/a.png", "wrong file identifier/HTTP URL specified"),
        ("attach://missing", "wrong file identifier/HTTP URL specified"),
    ],
)
async def test_picture_that_is_not_there_is_refused(bot: BotSide, photo: str, description: str) -> None:
    assert await bot.refused("sendPhoto", chat_id=LIN, photo=photo) == (400, f"Bad Request: {description}")
