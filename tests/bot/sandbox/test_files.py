"""sendDocument, sendMediaGroup, getFile, copyMessage and the edits of what has a caption."""

from typing import Any

import pytest

from bot.sandbox.client import SandboxClient
from bot.sandbox.files import Files
from bot.sandbox.methods.editing import NOT_MODIFIED
from bot.sandbox.views import MessageView
from tests.bot.sandbox.bot_side import BotSide
from tests.bot.sandbox.conftest import EMMA, LIN
from tests.pictures import jpeg, png

PLAN = "停电通知 2026.pdf"
PDF = b"%PDF-1.7 plan"
BOLD = [{"type": "bold", "offset": 0, "length": 2}]

pytestmark = pytest.mark.usefixtures("started")


@pytest.fixture
async def document(bot: BotSide) -> dict[str, Any]:
    """A message with a document."""
    sent = await bot.upload(
        "sendDocument", {"document": (PLAN, PDF)}, chat_id=LIN, caption="图纸", caption_entities=BOLD
    )
    message: dict[str, Any] = sent["result"]
    return message


async def photo_id(bot: BotSide, data: bytes = b"") -> str:
    sent = await bot.upload("sendPhoto", {"photo": ("a.png", data or png(8, 8))}, chat_id=LIN)
    return str(sent["result"]["photo"][0]["file_id"])


async def test_document_has_its_name_kind_and_size(document: dict[str, Any]) -> None:
    shown = document["document"]
    assert (shown["file_name"], shown["mime_type"], shown["file_size"]) == (PLAN, "application/pdf", len(PDF))
    assert (document["caption"], document["caption_entities"]) == ("图纸", BOLD)


async def test_file_is_fetched_by_its_path(bot: BotSide, document: dict[str, Any]) -> None:
    file = await bot.ok("getFile", file_id=document["document"]["file_id"])
    assert file["file_size"] == len(PDF)
    address = bot.base.replace("/sandbox/bot", "/sandbox/file/bot")
    async with bot.session.get(f"{address}/{file['file_path']}") as response:
        assert await response.read() == PDF
    async with bot.session.get(f"{address}/documents/nothing.pdf") as response:
        assert response.status == 404
    async with bot.session.get(f"{address}x/{file['file_path']}") as response:
        assert response.status == 401


async def test_file_is_sent_again_to_another_chat_by_its_id(
    bot: BotSide, client: SandboxClient, document: dict[str, Any]
) -> None:
    await client.send_text(EMMA, "/start")
    file_id = document["document"]["file_id"]
    again = await bot.ok("sendDocument", chat_id=EMMA, document=file_id)
    assert again["document"] == document["document"]
    assert await bot.refused("sendPhoto", chat_id=EMMA, photo=file_id) == (
        400,
        "Bad Request: can't use file of type Document as Photo",
    )


async def test_same_upload_is_kept_once(bot: BotSide, document: dict[str, Any]) -> None:
    again = await bot.upload("sendDocument", {"document": (PLAN, PDF)}, chat_id=LIN)
    assert again["result"]["document"] == document["document"]


def test_room_for_files_is_bounded() -> None:
    files = Files(room=100)
    kept = [files.keep_document(bytes([number]) * 40, "a.bin", "application/octet-stream") for number in range(3)]
    assert [files.get(file.id) is not None for file in kept] == [False, True, True]


async def test_album_of_uploads_and_known_files(bot: BotSide, client: SandboxClient, started: MessageView) -> None:
    known = await photo_id(bot)
    (before,) = await client.wait_messages(LIN, after=started.change)
    media = [
        {"type": "photo", "media": "attach://first", "caption": "<b>消防</b>演练", "parse_mode": "HTML"},
        {"type": "photo", "media": known},
    ]
    sent = await bot.upload("sendMediaGroup", {"first": ("1.jpg", jpeg(20, 10))}, chat_id=LIN, media=media)

    seen = await client.wait_messages(LIN, after=before.change, count=2)
    assert [message.id for message in seen] == [message["message_id"] for message in sent["result"]]
    assert len({message.raw["media_group_id"] for message in seen}) == 1
    assert [message.text for message in seen] == ["消防演练", ""]
    assert seen[0].entities == tuple(BOLD)
    assert [row.method for row in await client.accepted()][1:] == ["sendMediaGroup"] * 2


@pytest.mark.parametrize(
    ("media", "description"),
    [
        ([], "there are no messages to send"),
        (["photo"] * 11, "too many messages to send as an album"),
        (["photo", "document"], "document can't be mixed with other media types"),
        (["photo", "sticker"], 'can\'t parse InputMedia: type "sticker" is unsupported'),
        (["photo", "attach"], "can't parse InputMedia: media not found"),
    ],
)
async def test_album_that_is_none_is_refused_whole(
    bot: BotSide, client: SandboxClient, document: dict[str, Any], media: list[str], description: str
) -> None:
    photo = await photo_id(bot)
    known = {
        "photo": {"type": "photo", "media": photo},
        "document": {"type": "document", "media": document["document"]["file_id"]},
        "sticker": {"type": "sticker", "media": photo},
        "attach": {"type": "photo", "media": "attach://missing"},
    }
    before = await client.messages(LIN)
    items = [known[kind] for kind in media]
    assert await bot.refused("sendMediaGroup", chat_id=LIN, media=items) == (400, f"Bad Request: {description}")
    assert await client.messages(LIN) == before


async def test_caption_changes_in_place(bot: BotSide, client: SandboxClient, document: dict[str, Any]) -> None:
    where = {"chat_id": LIN, "message_id": document["message_id"]}
    edited = await bot.ok("editMessageCaption", **where, caption="新图纸", caption_entities=BOLD)
    assert (edited["caption"], edited["document"]) == ("新图纸", document["document"])
    assert await bot.refused("editMessageCaption", **where, caption="新图纸", caption_entities=BOLD) == (
        400,
        f"Bad Request: {NOT_MODIFIED}",
    )
    assert "caption" not in await bot.ok("editMessageCaption", **where)


async def test_text_has_no_caption_to_edit(bot: BotSide) -> None:
    sent = await bot.say(LIN, "一")
    assert await bot.refused("editMessageCaption", chat_id=LIN, message_id=sent["message_id"], caption="二") == (
        400,
        "Bad Request: there is no caption in the message to edit",
    )


async def test_media_changes_in_place(bot: BotSide, document: dict[str, Any]) -> None:
    where = {"chat_id": LIN, "message_id": document["message_id"]}
    media = {"type": "photo", "media": await photo_id(bot), "caption": "照片"}
    edited = await bot.ok("editMessageMedia", **where, media=media)
    assert (edited["caption"], "photo" in edited, "document" in edited) == ("照片", True, False)


async def test_item_of_an_album_stays_what_it_is(bot: BotSide, document: dict[str, Any]) -> None:
    item = {"type": "photo", "media": await photo_id(bot)}
    (first, _) = await bot.ok("sendMediaGroup", chat_id=LIN, media=[item, item])
    where = {"chat_id": LIN, "message_id": first["message_id"]}
    other = {"type": "document", "media": document["document"]["file_id"]}
    assert await bot.refused("editMessageMedia", **where, media=other) == (
        400,
        "Bad Request: can't change media type in the album",
    )
    changed = await bot.ok("editMessageMedia", **where, media={**item, "caption": "二"})
    assert changed["media_group_id"] == first["media_group_id"]


async def test_copy_has_the_content_and_another_caption_if_given(
    bot: BotSide, client: SandboxClient, document: dict[str, Any]
) -> None:
    source = {"chat_id": LIN, "from_chat_id": LIN, "message_id": document["message_id"]}
    same = await bot.ok("copyMessage", **source)
    other = await bot.ok("copyMessage", **source, caption="副本")
    copies = {message.id: message for message in await client.messages(LIN)}
    assert copies[same["message_id"]].raw["document"] == document["document"]
    assert [copies[copy["message_id"]].text for copy in (same, other)] == ["图纸", "副本"]
    assert await bot.refused("copyMessage", **{**source, "message_id": 1}) == (
        400,
        "Bad Request: message to copy not found",
    )


@pytest.mark.parametrize(
    ("method", "params", "description"),
    [
        ("getFile", {}, "file_id not specified"),
        ("getFile", {"file_id": "x"}, "wrong file_id or the file is temporarily unavailable"),
        ("sendDocument", {"chat_id": LIN}, "there is no document in the request"),
        ("sendDocument", {"chat_id": LIN, "document": "x"}, "wrong file identifier/HTTP URL specified"),
    ],
)
async def test_file_that_is_not_there_is_refused(
    bot: BotSide, method: str, params: dict[str, Any], description: str
) -> None:
    assert await bot.refused(method, **params) == (400, f"Bad Request: {description}")


async def test_empty_document_is_refused(bot: BotSide) -> None:
    body = await bot.upload("sendDocument", {"document": ("a.txt", b"")}, chat_id=LIN)
    assert body["description"] == "Bad Request: file must be non-empty"
