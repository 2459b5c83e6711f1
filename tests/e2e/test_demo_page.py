"""`parkbot demo` as somebody tries it: a process of its own, a real browser."""

import re
import signal
from collections.abc import AsyncIterator
from pathlib import Path
from time import perf_counter

import pytest
import pytest_asyncio
from aiohttp import ClientSession
from aiohttp.test_utils import unused_port
from playwright.async_api import Locator, Page, expect

from bot.sandbox.client import SandboxClient
from tests.browser import OpenPage
from tests.e2e.processes import Process, parkbot

pytestmark = pytest.mark.asyncio(loop_scope="session")

ROUTER, NEWCOMER, EMMA, STAFF = 1001, 1004, 1005, 1006


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def demo(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """The address of a demonstration; what .env says of Telegram and the store is not for it."""
    folder = tmp_path_factory.mktemp("demo")
    (folder / ".env").write_text(
        "PARKBOT_TELEGRAM_TOKEN=not-a-token\n"
        "PARKBOT_DATABASE_URL=postgresql://nobody@127.0.0.1:1/nothing\n"
        "PARKBOT_WEBHOOK_URL=https://park.example\n"
        "PARKBOT_TELEGRAM_PROXY=http://127.0.0.1:1\n"
    )
    async with parkbot("demo", "--port", str(unused_port()), folder=folder) as process:
        yield await address_of(process)
        assert await process.end(signal.SIGTERM) == 0
    assert [file.name for file in (folder / "data").glob("*.sqlite3")] == ["demo.sqlite3"]


async def address_of(process: Process) -> str:
    found = re.search(r"http://[^/]+", await process.wait_for("/chat/"))
    assert found
    return found[0]


async def ask(page: Page, text: str) -> Locator:
    """The message that comes next after a question is typed."""
    before = await page.locator(".message").count()
    await page.locator("#text").fill(text)
    await page.keyboard.press("Enter")
    await expect(page.locator(".message")).to_have_count(before + 2)
    return page.locator(".message").nth(before + 1)


async def chat(open_page: OpenPage, demo: str, person: int, locale: str = "zh-CN") -> Page:
    page = await open_page(f"{demo}/chat/?person={person}", locale=locale)
    start = page.locator("#start")
    await expect(start.or_(page.locator("#text")).first).to_be_visible()
    if await start.is_visible():
        await start.click()
    await expect(page.locator(".message")).to_have_count(2)
    return page


async def test_root_leads_to_the_chat_page(demo: str) -> None:
    async with ClientSession() as http, http.get(demo) as response:
        assert (response.status, response.url.path) == (200, "/chat/")


async def test_question_in_chinese_is_answered(open_page: OpenPage, demo: str) -> None:
    page = await chat(open_page, demo, NEWCOMER)
    await expect(await ask(page, "硬功馆晚上开门吗")).to_contain_text("24 小时")


async def test_question_in_english_is_answered(open_page: OpenPage, demo: str) -> None:
    page = await chat(open_page, demo, EMMA, locale="en-GB")
    await expect(await ask(page, "Is the hardware lab open at night?")).to_contain_text("24 hours")


async def test_button_edits_the_message_in_place(open_page: OpenPage, demo: str) -> None:
    page = await chat(open_page, demo, ROUTER)
    answer = await ask(page, "三年租金补贴补多少？")
    before = await answer.inner_text()
    await answer.get_by_role("button", name="材料").click()
    await expect(answer).to_contain_text("营业执照")
    assert await answer.inner_text() != before
    await expect(page.locator(".message")).to_have_count(4)


async def test_tenant_belongs_to_a_company(open_page: OpenPage, demo: str) -> None:
    async with SandboxClient(demo) as telegram:
        settings = await telegram.ask(ROUTER, "/settings")
        await telegram.press(ROUTER, settings.id, "settings:stored")
        (stored,) = await telegram.wait_messages(ROUTER, after=settings.change)
    assert "演示公司甲" in stored.text


async def test_person_of_the_staff_is_their_owner(demo: str) -> None:
    async with SandboxClient(demo) as telegram:
        assert "· 沈敏：负责人" in (await telegram.ask(STAFF, "/staff")).text
        assert "沈敏" not in (await telegram.ask(NEWCOMER, "/staff")).text


async def test_second_start_is_quick_and_keeps_the_store(tmp_path: Path) -> None:
    port = str(unused_port())
    async with parkbot("demo", "--port", port, folder=tmp_path) as process:
        async with SandboxClient(await address_of(process)) as telegram:
            await telegram.ask(NEWCOMER, "硬功馆晚上开门吗")
        await process.end(signal.SIGTERM)
    begun = perf_counter()
    async with parkbot("demo", "--port", port, folder=tmp_path) as process:
        address = await address_of(process)
        assert perf_counter() - begun < 8  # 4 s on a machine that does nothing else
        async with SandboxClient(address) as telegram:
            settings = await telegram.ask(NEWCOMER, "/settings")
            await telegram.press(NEWCOMER, settings.id, "settings:stored")
            (stored,) = await telegram.wait_messages(NEWCOMER, after=settings.change)
        await process.end(signal.SIGTERM)  # the worker that fits would outlive a kill
    assert "问过的问题：1 个" in stored.text


async def test_fresh_start_has_an_empty_store(tmp_path: Path) -> None:
    port = str(unused_port())
    for arguments in ((), ("--fresh",)):
        async with parkbot("demo", *arguments, "--port", port, folder=tmp_path) as process:
            async with SandboxClient(await address_of(process)) as telegram:
                settings = await telegram.ask(NEWCOMER, "/settings")
                await telegram.press(NEWCOMER, settings.id, "settings:stored")
                (stored,) = await telegram.wait_messages(NEWCOMER, after=settings.change)
                assert "什么都没有存" in stored.text
                await telegram.ask(NEWCOMER, "硬功馆晚上开门吗")
            await process.end(signal.SIGTERM)


async def test_taken_port_is_one_sentence(demo: str, tmp_path: Path) -> None:
    port = demo.rpartition(":")[2]
    async with parkbot("demo", "--port", port, folder=tmp_path) as process:
        said = await process.wait_for("parkbot: ")
        assert await process.status() == 1
    assert f"127.0.0.1:{port} is taken by another program" in said
    assert "Traceback" not in "".join(process.lines)
