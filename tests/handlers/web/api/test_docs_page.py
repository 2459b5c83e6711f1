"""GET /api/docs in a real browser, with nothing from elsewhere."""

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer
from playwright.async_api import Locator, Route, expect

from bot.languages import Language
from bot.messages.texts import texts_in
from handlers.web.api import docs
from handlers.web.api.problems import as_problems
from tests.browser import PHONE, OpenPage

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(loop_scope="session")
async def address() -> AsyncIterator[str]:
    """The page needs neither the park nor the store."""
    api = web.Application(middlewares=[as_problems])
    api.router.add_routes(docs.ROUTES)
    app = web.Application()
    app.add_subapp("/api/", api)
    async with TestServer(app) as server:
        yield str(server.make_url("/api/docs"))


def row(section: Locator, name: str) -> Locator:
    """The row of a table whose first cell says that."""
    return section.locator("tr", has=section.page.locator("td:first-child", has_text=re.compile(f"^{name}$")))


@pytest.mark.parametrize("dark", [False, True])
async def test_page_shows_operations_fields_and_problems(open_page: OpenPage, address: str, *, dark: bool) -> None:
    page = await open_page(address, locale="en-GB", dark=dark)
    await expect(page).to_have_title("The Park Assistant’s HTTP API")
    send = page.locator("#sendAnnouncement")
    await expect(send.get_by_role("heading", level=2)).to_contain_text("/api/v1/announcements")
    await expect(row(send, "Idempotency-Key")).to_contain_text("required")
    await expect(row(send, "audience.topics")).to_contain_text("[string]")
    await expect(row(send, "text.zh")).to_contain_text("Chinese")
    await expect(row(send, "format")).to_contain_text("plain | html | markdown")
    await expect(row(send, "409")).to_contain_text("Idempotency-Key used before")
    origin = address.removesuffix("/api/docs")
    await expect(send.locator("pre")).to_contain_text(f"curl -X POST {origin}/api/v1/announcements")
    await expect(page.locator("#getAnnouncement pre")).to_contain_text(f"curl -X GET {origin}/api/v1/announcements/1")
    await expect(row(page.locator("#getAnnouncement"), "unconfirmed")).to_be_visible()
    await expect(page.locator("#key-reused")).to_contain_text("409")


async def test_language_is_switched_and_remembered(open_page: OpenPage, address: str) -> None:
    page = await open_page(address)
    await expect(page.get_by_role("heading", level=1)).to_have_text("园区小助手 HTTP 接口")
    await page.get_by_role("button", name="English").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("The Park Assistant’s HTTP API")
    await page.reload()
    await expect(page.locator("#sendAnnouncement")).to_contain_text("Send an announcement")
    await expect(page.locator("html")).to_have_attribute("lang", "en")


async def test_type_of_a_problem_leads_to_it(open_page: OpenPage, address: str) -> None:
    page = await open_page(f"{address}#too-far")
    await expect(page.locator("tr:target")).to_contain_text("时间太远")
    await expect(page.locator("tr:target")).to_be_in_viewport()


async def test_page_fits_a_phone(open_page: OpenPage, address: str) -> None:
    page = await open_page(address, size=PHONE)
    await expect(page.locator("#getAnnouncement")).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_page_says_when_there_is_no_description(open_page: OpenPage, address: str) -> None:
    page = await open_page("about:blank", locale="en-GB")

    async def refuse(route: Route) -> None:
        await route.abort()

    await page.route("**/openapi.json*", refuse)
    await page.goto(address)
    await expect(page.get_by_role("alert")).to_have_text("The description could not be loaded.")


async def test_page_needs_nothing_from_elsewhere_and_runs_nothing_inline(address: str) -> None:
    async with ClientSession() as session, session.get(address) as response:
        policy = response.headers["Content-Security-Policy"]
        page = await response.text()
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert re.search(r"https?://|\bstyle=|\bon\w+=|<style", page) is None
    assert all(re.search(r"https?://", file.read_text()) is None for file in docs.FOLDER.glob("*.[jc]s*"))


async def test_files_that_are_not_there_are_not_found(address: str) -> None:
    async with ClientSession() as session:
        for name in ("nothing.js", "..%2fdocs.py", "__init__.py", "texts/fr"):
            async with session.get(f"{address}/{name}") as response:
                assert (response.status, response.content_type) == (404, "application/problem+json")


async def test_texts_of_the_page_are_used() -> None:
    source = "".join(file.read_text() for file in docs.FOLDER.glob("*.[jh]*"))
    keys = [key.removeprefix(docs.TEXTS) for key in texts_in(Language.EN).keys_with(docs.TEXTS)]
    unused = [key for key in keys if not re.search(rf'texts\.{key}\b|texts\["{key}"\]|data-text="{key}"', source)]
    assert unused == []
