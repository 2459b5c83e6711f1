"""Writing to the bot on the chat page, and what it answers."""

import pytest
from playwright.async_api import Page, expect

from bot.sandbox.client import SandboxClient
from tests.bot.sandbox.bot_side import BotSide
from tests.bot.sandbox.conftest import EMMA, LIN
from tests.bot.sandbox.page.conftest import next_update
from tests.browser import OpenPage

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def chat_of_lin(open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str) -> Page:
    """Lin's chat, which has begun."""
    await client.send_text(LIN, "/start")
    await next_update(bot)
    page = await open_page(f"{address}/chat/?person={LIN}")
    await expect(page.locator("#composer")).to_be_visible()
    return page


async def test_start_button_begins_the_chat(open_page: OpenPage, bot: BotSide, address: str) -> None:
    page = await open_page(f"{address}/chat/")
    await expect(page.locator("#composer")).to_be_hidden()
    await page.get_by_role("button", name="开始").click()

    assert (await next_update(bot))["message"]["text"] == "/start"
    await expect(page.locator("#composer")).to_be_visible()
    await expect(page.locator("#text")).to_be_focused()


async def test_deep_link_starts_with_its_payload(open_page: OpenPage, bot: BotSide, address: str) -> None:
    page = await open_page(f"{address}/chat/?person={EMMA}&start=facility_gym")
    await page.locator("#start").click()

    message = (await next_update(bot))["message"]
    assert (message["text"], message["from"]["id"]) == ("/start facility_gym", EMMA)
    await expect(page).to_have_url(f"{address}/chat/?person={EMMA}")


async def test_deep_link_of_a_chat_that_has_begun_shows_the_start_button_again(
    open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str
) -> None:
    await client.send_text(LIN, "/start")
    await next_update(bot)
    page = await open_page(f"{address}/chat/?person={LIN}&start=facility_gym")
    await page.locator("#start").click()

    assert (await next_update(bot))["message"]["text"] == "/start facility_gym"


async def test_enter_sends_and_shift_enter_breaks_the_line(
    open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str
) -> None:
    page = await chat_of_lin(open_page, client, bot, address)
    await page.locator("#text").press_sequentially("硬功馆")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("晚上开门吗")
    await page.keyboard.press("Enter")

    assert (await next_update(bot))["message"]["text"] == "硬功馆\n晚上开门吗"
    await expect(page.locator(".message.own").last).to_contain_text("晚上开门吗")
    await expect(page.locator("#text")).to_have_value("")


async def test_enter_that_ends_the_choice_of_a_character_does_not_send(
    open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str
) -> None:
    page = await chat_of_lin(open_page, client, bot, address)
    await page.locator("#text").fill("yuan")
    await page.locator("#text").dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    await page.locator("#text").dispatch_event("keydown", {"key": "Enter", "keyCode": 229})

    await expect(page.locator("#text")).to_have_value("yuan")
    assert len(await client.messages(LIN)) == 1


async def test_answer_appears_formatted_without_reloading(
    open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str
) -> None:
    page = await chat_of_lin(open_page, client, bot, address)
    await bot.ok("sendChatAction", chat_id=LIN, action="typing")
    await expect(page.locator(".typing")).to_be_visible()
    await expect(page.locator("#talk-subtitle")).to_contain_text("正在输入")
    text = '<b>24 小时</b> 开放 <a href="https://example.com/gym">详情</a> <tg-spoiler>暗号</tg-spoiler> /help'
    await bot.say(LIN, text, parse_mode="HTML")
    answer = page.locator(".message").last

    await expect(answer.locator("b")).to_have_text("24 小时")
    await expect(answer.get_by_role("link", name="详情")).to_have_attribute("href", "https://example.com/gym")
    await expect(page.locator(".typing")).to_be_hidden()
    await answer.get_by_role("button", name="显示隐藏内容").click()
    await expect(answer.locator(".spoiler.shown")).to_have_text("暗号")
    await answer.get_by_role("button", name="/help").click()
    assert (await next_update(bot))["message"]["text"] == "/help"


async def test_answer_longer_than_the_screen_is_shown_from_its_beginning(
    open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str
) -> None:
    page = await chat_of_lin(open_page, client, bot, address)
    await bot.say(LIN, "short")
    await expect(page.locator("#to-bottom")).to_be_hidden()
    await bot.say(LIN, "开头\n" + "很长的一行\n" * 60 + "结尾")
    top = "element => element.getBoundingClientRect().top - document.getElementById('log').getBoundingClientRect().top"

    await expect(page.locator("#to-bottom")).to_be_visible()
    assert 0 <= await page.locator(".message").last.evaluate(top) < 40
    await page.locator("#to-bottom").click()
    await expect(page.locator("#to-bottom")).to_be_hidden()


async def test_markup_in_a_text_stays_text(
    open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str
) -> None:
    page = await chat_of_lin(open_page, client, bot, address)
    hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    await page.locator("#text").fill(hostile)
    await page.keyboard.press("Enter")
    await bot.say(LIN, hostile)

    await expect(page.locator(".rich").last).to_have_text(hostile)
    assert await page.locator(".log img, .log script").count() == 0


async def test_reply_quotes_the_message(open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str) -> None:
    page = await chat_of_lin(open_page, client, bot, address)
    asked = await bot.say(LIN, "哪一栋?")
    message = page.locator(".message").last
    await message.hover()
    await message.get_by_role("button", name="回复").click()
    await expect(page.locator("#context-text")).to_have_text("哪一栋?")
    await page.keyboard.type("三号楼")
    await page.keyboard.press("Enter")

    reply = (await next_update(bot))["message"]
    assert reply["reply_to_message"]["message_id"] == asked["message_id"]
    await expect(page.locator(".message.own .quote").last).to_contain_text("哪一栋?")


async def test_arrow_up_edits_the_last_own_message_in_place(
    open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str
) -> None:
    page = await chat_of_lin(open_page, client, bot, address)
    await client.send_text(LIN, "几点开门")
    await next_update(bot)
    await page.locator("#text").focus()
    await page.keyboard.press("ArrowUp")
    await expect(page.locator("#text")).to_have_value("几点开门")
    await page.locator("#text").fill("几点关门")
    await page.keyboard.press("Enter")

    assert (await next_update(bot))["edited_message"]["text"] == "几点关门"
    await expect(page.locator(".message")).to_have_count(2)
    await expect(page.locator(".message").last).to_contain_text("几点关门已编辑")


async def test_other_content_can_be_sent(
    open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str
) -> None:
    page = await chat_of_lin(open_page, client, bot, address)
    for choice, kind in (("贴纸", "sticker"), ("语音", "voice"), ("位置", "location")):
        await page.get_by_role("button", name="发送其他内容").click()
        await page.get_by_role("button", name=choice).click()
        assert kind in (await next_update(bot))["message"]

    await expect(page.locator(".message.own")).to_have_count(4)


async def test_command_menu_is_in_the_persons_language(
    open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str
) -> None:
    page = await chat_of_lin(open_page, client, bot, address)
    await expect(page.locator("#menu")).to_be_hidden()
    for language, words in (("", ["Events", "Help"]), ("zh", ["活动", "帮助"])):
        commands = [
            {"command": name, "description": word} for name, word in zip(["events", "help"], words, strict=True)
        ]
        await bot.ok("setMyCommands", commands=commands, language_code=language)
    await page.locator("#menu").click()
    await expect(page.locator("#menu-popup button")).to_have_text(["活动/events", "帮助/help"])
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")

    assert (await next_update(bot))["message"]["text"] == "/help"
    await page.goto(f"{address}/chat/?person={EMMA}")
    await page.locator("#start").click()
    await page.locator("#menu").click()
    await expect(page.locator("#menu-popup button").first).to_have_text("Events/events")


async def test_turned_off_bot_can_be_turned_on_again(
    open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str
) -> None:
    page = await chat_of_lin(open_page, client, bot, address)
    await page.get_by_role("button", name="更多").click()
    await page.get_by_role("button", name="停用小助手").click()
    assert (await next_update(bot))["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert (await bot.refused("sendMessage", chat_id=LIN, text="hi"))[0] == 403
    await page.get_by_role("button", name="重新启用小助手").click()

    assert (await next_update(bot))["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert (await next_update(bot))["message"]["text"] == "/start"
    await expect(page.locator("#composer")).to_be_visible()
