"""Pictures, documents, albums and formatting on the chat page, both ways; what is deleted goes."""

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import FilePayload, Page, expect

from bot.sandbox.client import SandboxClient
from tests.bot.sandbox.bot_side import BotSide
from tests.bot.sandbox.conftest import LIN
from tests.bot.sandbox.page.conftest import next_update
from tests.browser import PHONE, OpenPage
from tests.pictures import png

pytestmark = pytest.mark.asyncio(loop_scope="session")

PLAN = "停电范围图.pdf"


async def chat_of_lin(open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str) -> Page:
    """Lin's chat on a phone, which has begun."""
    await client.send_text(LIN, "/start")
    await next_update(bot)
    page = await open_page(f"{address}/chat/?person={LIN}", size=PHONE)
    await expect(page.locator("#composer")).to_be_visible()
    return page


async def choose(page: Page, kind: str, *files: FilePayload) -> None:
    await page.get_by_role("button", name="发送其他内容").click()
    async with page.expect_file_chooser() as chooser:
        await page.get_by_role("button", name=kind, exact=True).click()
    await (await chooser.value).set_files(list(files))


def picture(name: str) -> FilePayload:
    return {"name": name, "mimeType": "image/png", "buffer": png(40, 30)}


async def photo_ids(bot: BotSide, *shades: int) -> list[dict[str, Any]]:
    """Items of an album."""
    sent = [await bot.upload("sendPhoto", {"photo": ("a.png", png(40, side))}, chat_id=LIN) for side in shades]
    return [{"type": "photo", "media": message["result"]["photo"][0]["file_id"]} for message in sent]


async def fits(page: Page) -> bool:
    """Whether nothing is wider than the screen."""
    return bool(await page.evaluate("document.querySelector('#log').scrollWidth <= innerWidth"))


async def test_document_of_the_bot_shows_name_and_size_and_downloads(
    open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str, tmp_path: Path
) -> None:
    page = await chat_of_lin(open_page, client, bot, address)
    await bot.upload("sendDocument", {"document": (PLAN, b"x" * 2500)}, chat_id=LIN, caption="看图")
    link = page.get_by_role("link", name=f"下载 {PLAN}")
    await expect(link).to_contain_text("3 KB")
    async with page.expect_download() as download:
        await link.click()
    got = await download.value
    assert got.suggested_filename == PLAN
    await got.save_as(tmp_path / "got.pdf")
    assert (tmp_path / "got.pdf").read_bytes() == b"x" * 2500


async def test_album_of_the_bot_stands_together_and_shrinks_when_one_is_deleted(
    open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str
) -> None:
    await client.send_text(LIN, "/start")
    media = await photo_ids(bot, 20, 30, 40)
    page = await open_page(f"{address}/chat/?person={LIN}", size=PHONE)
    sent = await bot.ok("sendMediaGroup", chat_id=LIN, media=[{**media[0], "caption": "消防演练"}, *media[1:]])
    album = page.get_by_role("group", name="相册")
    await expect(album.get_by_role("img", name="图片")).to_have_count(3)
    await expect(album).to_contain_text("消防演练")
    assert await fits(page)
    await bot.ok("deleteMessage", chat_id=LIN, message_id=sent[1]["message_id"])
    await expect(album.locator(".message")).to_have_count(2)
    await bot.ok("deleteMessages", chat_id=LIN, message_ids=[one["message_id"] for one in sent])
    await expect(album).to_have_count(0)


async def test_deleted_message_vanishes_from_chat_and_list(
    open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str
) -> None:
    page = await chat_of_lin(open_page, client, bot, address)
    sent = await bot.say(LIN, "明天停电")
    await expect(page.locator(".message").last).to_contain_text("明天停电")
    await bot.ok("deleteMessage", chat_id=LIN, message_id=sent["message_id"])
    await expect(page.locator(".message")).to_have_count(1)
    await expect(page.locator("#list")).not_to_contain_text("明天停电")


async def test_changed_caption_changes_on_the_page(
    open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str
) -> None:
    page = await chat_of_lin(open_page, client, bot, address)
    sent = await bot.upload("sendPhoto", {"photo": ("a.png", png(40, 30))}, chat_id=LIN, caption="周一")
    where = {"chat_id": LIN, "message_id": sent["result"]["message_id"]}
    await bot.ok(
        "editMessageCaption", **where, caption="改到周二", caption_entities=[{"type": "bold", "offset": 2, "length": 2}]
    )
    await expect(page.locator(".message").last).to_contain_text("改到周二已编辑")
    await expect(page.locator(".message b").last).to_have_text("周二")


async def test_photos_are_chosen_captioned_and_sent_as_an_album(
    open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str
) -> None:
    page = await chat_of_lin(open_page, client, bot, address)
    await choose(page, "图片", picture("一.png"), picture("二.png"), picture("三.png"))
    await page.get_by_role("button", name="移除 三.png").click()
    await page.locator("#text").fill("**通知** 看图")
    await page.locator("#send").click()

    first, second = (await next_update(bot))["message"], (await next_update(bot))["message"]
    assert first["media_group_id"] == second["media_group_id"]
    assert (first["caption"], first["caption_entities"]) == ("通知 看图", [{"type": "bold", "offset": 0, "length": 2}])
    assert "caption" not in second
    await expect(page.get_by_role("group", name="相册").get_by_role("img", name="图片")).to_have_count(2)
    await expect(page.locator("#staged")).to_be_hidden()
    assert await fits(page)


async def test_document_is_sent_without_a_caption(
    open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str
) -> None:
    page = await chat_of_lin(open_page, client, bot, address)
    await choose(page, "文件", {"name": PLAN, "mimeType": "application/pdf", "buffer": b"%PDF"})
    await expect(page.locator("#staged")).to_contain_text(PLAN)
    await page.locator("#text").press("Enter")

    message = (await next_update(bot))["message"]
    assert (message["document"]["file_name"], "caption" in message) == (PLAN, False)


async def test_chosen_words_are_formatted_and_the_formatting_is_kept_when_editing(
    open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str
) -> None:
    page = await chat_of_lin(open_page, client, bot, address)
    field = page.locator("#text")
    await field.fill("周一停电")
    await expect(page.locator("#format")).to_be_hidden()
    await field.evaluate("field => field.setSelectionRange(2, 4)")
    await page.get_by_role("toolbar", name="文字格式").get_by_role("button", name="加粗").click()
    await expect(field).to_have_value("周一**停电**")
    await field.press("Enter")
    bold = [{"type": "bold", "offset": 2, "length": 2}]
    message = (await next_update(bot))["message"]
    assert (message["text"], message["entities"]) == ("周一停电", bold)

    await expect(page.locator(".message").last).to_contain_text("周一停电")
    await field.press("ArrowUp")
    await expect(field).to_have_value("周一**停电**")
    await field.fill("周二**停电**")
    await field.press("Enter")
    edited = (await next_update(bot))["edited_message"]
    assert (edited["text"], edited["entities"]) == ("周二停电", bold)


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("**一__二__**", "一二", [("bold", 0, 2), ("italic", 1, 1)]),
        ("😀 `a*b` ||密||", "😀 a*b 密", [("code", 3, 3), ("spoiler", 7, 1)]),
        ("[园区](https://example.org/a)。~~旧~~", "园区。旧", [("text_link", 0, 2), ("strikethrough", 3, 1)]),
        ("2 ** 3 ** 4", "2 ** 3 ** 4", []),
    ],
)
async def test_marks_are_read_and_written_back(
    open_page: OpenPage, address: str, source: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    page = await open_page(f"{address}/chat/")
    both = """async source => {
        const marks = await import('./marks.js');
        const read = marks.written(source);
        return {...read, back: marks.marked(read.text, read.entities)};
    }"""
    found = await page.evaluate(both, source)
    assert (found["text"], found["back"]) == (text, source)
    assert [(one["type"], one["offset"], one["length"]) for one in found.get("entities", [])] == entities
