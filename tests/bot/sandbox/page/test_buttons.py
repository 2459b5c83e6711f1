"""Inline keyboards on the chat page."""

import pytest
from playwright.async_api import Page, expect

from bot.sandbox.client import SandboxClient
from tests.bot.sandbox.bot_side import BotSide
from tests.bot.sandbox.conftest import LIN
from tests.bot.sandbox.page.conftest import next_update
from tests.browser import OpenPage

pytestmark = pytest.mark.asyncio(loop_scope="session")

CARD = {"inline_keyboard": [[{"text": "在哪里", "callback_data": "place"}, {"text": "价格", "callback_data": "price"}]]}
BACK = {"inline_keyboard": [[{"text": "返回", "callback_data": "back"}]]}
SITE = {"inline_keyboard": [[{"text": "官网", "url": "https://example.com/"}]]}


async def card(open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str) -> Page:
    """Lin's chat with a message that has two buttons, between two others."""
    await client.send_text(LIN, "/start")
    await next_update(bot)
    await bot.say(LIN, "硬功馆", reply_markup=CARD)
    await bot.say(LIN, "还有什么想问的?")
    page = await open_page(f"{address}/chat/?person={LIN}")
    await expect(page.get_by_role("button", name="在哪里")).to_be_visible()
    return page


async def answer(bot: BotSide, edit: str = "", **params: object) -> None:
    """The bot answers the press that it gets, after editing the message to the text `edit`."""
    query = (await next_update(bot))["callback_query"]
    if edit:
        message_id = query["message"]["message_id"]
        await bot.ok("editMessageText", chat_id=LIN, message_id=message_id, text=edit, reply_markup=BACK)
    await bot.ok("answerCallbackQuery", callback_query_id=query["id"], **params)


async def test_press_edits_the_message_in_place(
    open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str
) -> None:
    page = await card(open_page, client, bot, address)
    await page.get_by_role("button", name="在哪里").click()
    await answer(bot, edit="三号楼 B1", text="好的")

    await expect(page.locator(".message")).to_have_count(3)
    await expect(page.locator(".message").nth(1)).to_contain_text("三号楼 B1")
    await expect(page.locator(".message").nth(1).locator(".key")).to_have_text(["返回"])
    await expect(page.locator(".toast")).to_have_text("好的")


async def test_pressing_with_the_keyboard_keeps_the_focus_on_the_buttons(
    open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str
) -> None:
    page = await card(open_page, client, bot, address)
    await page.get_by_role("button", name="价格").focus()
    await page.keyboard.press("Enter")
    await answer(bot, edit="免费")

    await expect(page.get_by_role("button", name="返回")).to_be_focused()


async def test_alert_wants_to_be_read(open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str) -> None:
    page = await card(open_page, client, bot, address)
    await page.get_by_role("button", name="价格").click()
    await answer(bot, text="<b>已记录</b>", show_alert=True)

    dialog = page.get_by_role("dialog")
    await expect(dialog).to_contain_text("<b>已记录</b>")
    await dialog.get_by_role("button", name="知道了").click()
    await expect(dialog).to_be_hidden()


async def test_pressed_button_is_busy_until_it_is_answered(
    open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str
) -> None:
    page = await card(open_page, client, bot, address)
    button = page.get_by_role("button", name="在哪里")
    await button.click()
    await expect(button).to_have_attribute("aria-busy", "true")
    await button.click()
    await answer(bot)

    await expect(button).not_to_have_attribute("aria-busy", "true")
    assert await bot.updates() == []


async def test_address_button_is_a_link_to_a_new_window(
    open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str
) -> None:
    page = await card(open_page, client, bot, address)
    await bot.say(LIN, "网址", reply_markup=SITE)
    link = page.get_by_role("link", name="官网, 在新窗口打开")

    await expect(link).to_have_attribute("href", "https://example.com/")
    await expect(link).to_have_attribute("rel", "noopener noreferrer")


async def test_deep_link_to_the_bot_stays_on_the_page(
    open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str
) -> None:
    page = await card(open_page, client, bot, address)
    await bot.say(LIN, "邀请 https://t.me/parkbot?start=join_demo")
    await page.get_by_role("link", name="https://t.me/parkbot?start=join_demo", exact=True).click()
    await page.locator("#start").click()

    assert (await next_update(bot))["message"]["text"] == "/start join_demo"
