"""Being several people, groups, and losing the connection."""

import pytest
from aiohttp import web
from aiohttp.test_utils import unused_port
from playwright.async_api import expect

from bot.sandbox.client import SandboxClient
from bot.sandbox.server import Sandbox, create_sandbox
from tests.bot.sandbox.bot_side import BotSide
from tests.bot.sandbox.conftest import CAST, EMMA, GROUP, LIN
from tests.bot.sandbox.page.conftest import next_update
from tests.browser import DESK, PHONE, OpenPage
from tests.fakes import FakeClock

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_messages_for_another_person_are_counted(
    open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str
) -> None:
    await client.send_text(EMMA, "/start")
    page = await open_page(f"{address}/chat/?person={LIN}")
    await expect(page.locator("#start")).to_be_visible()
    for text in ("one", "two"):
        await bot.say(EMMA, text)
    row = page.locator(f'.list a[href="?person={EMMA}"]')

    await expect(row.locator(".badge")).to_have_text("2")
    await expect(row.locator(".preview")).to_have_text("two")
    await expect(page).to_have_title("(2) 园区小助手")
    await row.click()
    await expect(row.locator(".badge")).to_be_hidden()
    await expect(page.locator(".message")).to_have_count(3)
    await expect(page).to_have_title("园区小助手")


async def test_drafts_stay_with_their_chats(
    open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str
) -> None:
    for person in (LIN, EMMA):
        await client.send_text(person, "/start")
    page = await open_page(f"{address}/chat/?person={LIN}")
    await page.locator("#text").fill("还没写完")
    await page.locator(f'.list a[href="?person={EMMA}"]').click()
    await expect(page.locator("#text")).to_have_value("")
    await page.locator(f'.list a[href="?person={LIN}"]').click()

    await expect(page.locator("#text")).to_have_value("还没写完")


async def test_phone_shows_list_or_chat_and_goes_back(open_page: OpenPage, address: str) -> None:
    page = await open_page(f"{address}/chat/", size=PHONE)
    await expect(page.locator(".talk")).to_be_hidden()
    await page.get_by_role("link", name="Emma").click()
    await expect(page.locator(".side")).to_be_hidden()
    await page.get_by_role("link", name="返回对话列表").click()
    await expect(page.locator(".talk")).to_be_hidden()
    await page.go_back()
    await expect(page.locator("#talk-subtitle")).to_contain_text("Emma")


async def test_group_is_spoken_in_as_one_of_its_members(open_page: OpenPage, bot: BotSide, address: str) -> None:
    page = await open_page(f"{address}/chat/?group={GROUP}")
    await page.get_by_label("发言身份").select_option("Emma")
    await page.locator("#text").fill("@parkbot is the gym open?")
    await page.keyboard.press("Enter")
    message = (await next_update(bot))["message"]
    await bot.say(GROUP, "Yes", reply_parameters={"message_id": message["message_id"]})

    assert (message["chat"]["id"], message["from"]["id"]) == (GROUP, EMMA)
    await expect(page.locator(".message.own")).to_have_count(1)
    await expect(page.locator(".message .sender")).to_have_text(["园区小助手"])
    await page.get_by_label("发言身份").select_option("林工")
    await expect(page.locator(".message .sender")).to_have_text(["Emma", "园区小助手"])


async def test_created_person_appears_when_listed(open_page: OpenPage, client: SandboxClient, address: str) -> None:
    page = await open_page(f"{address}/chat/")
    await client.create_person("不在列表")
    await client.create_person("新来的", listed=True)

    await expect(page.locator(".list .name").filter(has_text="新来的")).to_be_visible()
    await expect(page.locator(".list .name").filter(has_text="不在列表")).to_have_count(0)


async def test_days_are_separated(
    open_page: OpenPage, client: SandboxClient, address: str, clock: FakeClock, sandbox: Sandbox
) -> None:
    sandbox.world.clock = clock
    await client.send_text(LIN, "一")
    clock.advance(days=1)
    await client.send_text(LIN, "二")
    await client.send_text(LIN, "三")
    page = await open_page(f"{address}/chat/?person={LIN}")

    await expect(page.locator(".message")).to_have_count(3)
    await expect(page.locator(".day")).to_have_count(2)


@pytest.mark.parametrize("size", [DESK, PHONE])
async def test_nothing_overflows_sideways(
    open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str, size: tuple[int, int]
) -> None:
    await client.send_text(LIN, "x" * 300 + " https://example.com/" + "y" * 200)
    long_button = {"text": "预约私教课" * 12 + "z" * 60, "callback_data": "a"}
    await bot.say(
        LIN, "<pre>" + "w" * 300 + "</pre>", parse_mode="HTML", reply_markup={"inline_keyboard": [[long_button] * 3]}
    )
    page = await open_page(f"{address}/chat/?person={LIN}", size=size)
    await expect(page.locator(".key")).to_have_count(3)

    for place in ("html", "#log"):
        wide = await page.locator(place).evaluate("element => element.scrollWidth - element.clientWidth")
        assert wide <= 0, place


async def test_page_connects_again_by_itself(open_page: OpenPage) -> None:
    port = unused_port()

    async def serve() -> web.AppRunner:
        runner = web.AppRunner(create_sandbox(cast=CAST).application(), shutdown_timeout=1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        return runner

    runner = await serve()
    page = await open_page(f"http://127.0.0.1:{port}/chat/")
    await expect(page.locator("#start")).to_be_visible()
    await runner.cleanup()
    await expect(page.locator("#offline")).to_be_visible()
    runner = await serve()
    await expect(page.locator("#offline")).to_be_hidden(timeout=15_000)
    await page.locator("#start").click()
    await expect(page.locator(".message.own")).to_have_count(1)
    await runner.cleanup()
