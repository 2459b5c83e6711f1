"""What people send to the bot beside plain text: formatting, photos, documents, albums."""

from typing import Any

import pytest
from aiohttp import ClientSession

from bot.sandbox.client import Attachment, ControlError, SandboxClient
from tests.bot.sandbox.bot_side import BotSide
from tests.bot.sandbox.conftest import GROUP, LIN
from tests.pictures import png

BOLD: dict[str, Any] = {"type": "bold", "offset": 0, "length": 2}
PHOTO = Attachment("photo", "a.png", png(8, 8))
PLAN = Attachment("document", "图纸.pdf", b"%PDF-1.7")


async def test_formatted_text_reaches_the_bot(bot: BotSide, client: SandboxClient) -> None:
    sent = await client.send_text(LIN, "停电 /help", entities=[BOLD])
    (update,) = await bot.updates()
    assert [entity["type"] for entity in update["message"]["entities"]] == ["bold", "bot_command"]
    assert update["message"]["message_id"] == sent.id


async def test_formatting_that_does_not_fit_is_refused(client: SandboxClient) -> None:
    with pytest.raises(ControlError, match="ends after the end of the text"):
        await client.send_text(LIN, "停", entities=[BOLD])


async def test_photo_and_document_can_be_fetched_by_the_bot(bot: BotSide, client: SandboxClient) -> None:
    for file in (PHOTO, PLAN):
        (sent,) = await client.send_files(LIN, [file], caption="看图", entities=[BOLD])
        message = (await bot.updates())[-1]["message"]
        shown = message["photo"][-1] if file is PHOTO else message["document"]
        where = await bot.ok("getFile", file_id=shown["file_id"])
        address = bot.base.replace("/sandbox/bot", "/sandbox/file/bot")
        async with bot.session.get(f"{address}/{where['file_path']}") as response:
            assert await response.read() == file.data
        assert (message["caption"], message["caption_entities"], "media_group_id" in message) == ("看图", [BOLD], False)
        assert sent.id == message["message_id"]


async def test_album_arrives_as_messages_of_one_group(bot: BotSide, client: SandboxClient) -> None:
    sent = await client.send_files(LIN, [PHOTO, PHOTO], caption="两张")
    messages = [update["message"] for update in await bot.updates()]
    assert [message["message_id"] for message in messages] == [view.id for view in sent]
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message.get("caption") for message in messages] == ["两张", None]
    resent = await bot.ok("sendPhoto", chat_id=LIN, photo=messages[0]["photo"][-1]["file_id"])
    assert resent["photo"] == messages[0]["photo"]


async def test_caption_that_mentions_the_bot_is_read_in_a_group(bot: BotSide, client: SandboxClient) -> None:
    await client.send_files(LIN, [PHOTO], chat=GROUP, caption="大家看")
    await client.send_files(LIN, [PHOTO], chat=GROUP, caption="@parkbot 看")
    assert [update["message"]["caption"] for update in await bot.updates()] == ["@parkbot 看"]


async def test_stand_in_photo_is_a_real_one(bot: BotSide, client: SandboxClient) -> None:
    sent = await client.send_media(LIN, "photo")
    again = await bot.ok("sendPhoto", chat_id=LIN, photo=sent.raw["photo"][-1]["file_id"])
    assert again["photo"] == sent.raw["photo"]


@pytest.mark.parametrize("files", [[PHOTO, PLAN], [PHOTO] * 11, []])
async def test_files_that_make_no_album_are_refused(client: SandboxClient, files: list[Attachment]) -> None:
    with pytest.raises(ControlError):
        await client.send_files(LIN, files)
    assert await client.messages(LIN) == []


async def test_photo_that_is_none_is_refused(client: SandboxClient) -> None:
    with pytest.raises(ControlError, match="IMAGE_PROCESS_FAILED"):
        await client.send_files(LIN, [Attachment("photo", "a.png", b"GIF89a")])


async def test_file_is_downloaded_under_its_name(client: SandboxClient, address: str) -> None:
    (sent,) = await client.send_files(LIN, [PLAN])
    assert await client.document(sent) == PLAN.data
    async with ClientSession() as session:
        where = f"{address}/sandbox/control/files"
        async with session.get(f"{where}/{sent.raw['document']['file_id']}") as response:
            disposition = response.content_disposition
            assert disposition is not None
            assert (disposition.type, disposition.filename) == ("attachment", "图纸.pdf")
        async with session.get(f"{where}/nothing") as response:
            assert response.status == 404
        async with session.post(
            f"{where}?kind=photo&name=a.png", data="x", headers={"Content-Type": "text/plain"}
        ) as no:
            assert no.status == 409


async def test_large_document_passes(client: SandboxClient, bot: BotSide) -> None:
    (sent,) = await client.send_files(LIN, [Attachment("document", "film.bin", bytes(25 * 10**6))])
    file_id = sent.raw["document"]["file_id"]
    assert await bot.refused("getFile", file_id=file_id) == (400, "Bad Request: file is too big")
    with pytest.raises(ControlError, match="too big"):
        await client.send_files(LIN, [Attachment("document", "film.bin", bytes(60 * 10**6))])
