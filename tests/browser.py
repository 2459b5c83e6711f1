"""A real browser: Debian's Chromium where it is installed, else Playwright's own.

Tests that use it run on the session's event loop: pytestmark = pytest.mark.asyncio(loop_scope="session"),
and so do the fixtures of servers that they visit: pytest_asyncio.fixture(loop_scope="session").
"""

from collections.abc import AsyncIterator, Awaitable
from pathlib import Path
from typing import Protocol

import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, async_playwright

DEBIAN = Path("/usr/bin/chromium")
EXECUTABLE = DEBIAN if DEBIAN.exists() else None
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESK = (1280, 800)
PHONE = (390, 844)
PATIENCE = 10_000  # milliseconds


class OpenPage(Protocol):
    def __call__(
        self, address: str, *, size: tuple[int, int] = DESK, locale: str = "zh-CN", dark: bool = False
    ) -> Awaitable[Page]: ...


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=EXECUTABLE, args=ARGUMENTS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def open_page(browser: Browser) -> AsyncIterator[OpenPage]:
    """Opens an address in a profile of its own; the test fails when a page logged an error."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    async def open_one(
        address: str, *, size: tuple[int, int] = DESK, locale: str = "zh-CN", dark: bool = False
    ) -> Page:
        context = await browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            locale=locale,
            color_scheme="dark" if dark else "light",
            timezone_id="Asia/Shanghai",
            has_touch=size == PHONE,
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = await context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
        await page.goto(address)
        return page

    yield open_one
    for context in contexts:
        await context.close()
    # a server that a test takes away is no fault of the page
    assert [error for error in errors if "net::ERR_" not in error] == []
