"""For everybody: two languages, the keyboard alone, screen readers, contrast, and a strict content policy."""

import re

import pytest
from aiohttp import ClientSession
from playwright.async_api import Locator, Page, expect

from bot.languages import Language
from bot.sandbox.client import SandboxClient
from bot.sandbox.page.routes import FOLDER
from bot.sandbox.page.texts import page_texts
from tests.bot.sandbox.bot_side import BotSide
from tests.bot.sandbox.conftest import EMMA, LIN
from tests.bot.sandbox.page.conftest import next_update
from tests.browser import OpenPage

pytestmark = pytest.mark.asyncio(loop_scope="session")

# ratio of the luminances of two colour variables, as WCAG defines it
CONTRAST = """([front, back]) => {
  const paint = document.createElement("canvas").getContext("2d");
  const luminance = (name) => {
    paint.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(name);
    paint.fillRect(0, 0, 1, 1);
    const parts = [...paint.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part / 255);
    const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [dark, light] = [luminance(front), luminance(back)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}"""
UNNAMED = """() => [...document.querySelectorAll("button, a")]
  .filter((element) => element.checkVisibility() && !element.ariaLabel && !element.innerText.trim())
  .map((element) => element.outerHTML)"""
PAIRS = [
    *[("--ink", ground) for ground in ("--panel", "--ground", "--bubble", "--bubble-own", "--chosen", "--raised")],
    *[("--ink-soft", ground) for ground in ("--panel", "--ground", "--raised", "--chosen", "--hover")],
    *[("--link", ground) for ground in ("--bubble", "--bubble-own")],
    *[("--accent", ground) for ground in ("--panel", "--bubble", "--chosen")],
    ("--ink-meta", "--bubble"),
    ("--ink-meta-own", "--bubble-own"),
    ("--on-accent", "--accent"),
    ("--key-ink", "--key-hover"),
    ("--accent-strong", "--chosen"),
    ("--alarm", "--alarm-ground"),
]


async def test_language_is_switched_and_remembered(open_page: OpenPage, address: str) -> None:
    page = await open_page(f"{address}/chat/?person={LIN}")
    await expect(page.locator("#start")).to_have_text("开始")
    await page.get_by_role("button", name="Switch to English").click()
    await expect(page.locator("#start")).to_have_text("Start")
    await expect(page.locator("#talk-subtitle")).to_have_text("You are 林工 · Demo Router Co")
    await page.reload()

    await expect(page.locator("#start")).to_have_text("Start")
    await expect(page.locator("html")).to_have_attribute("lang", "en")


@pytest.mark.parametrize(("locale", "label"), [("zh-TW", "开始"), ("fr", "Start")])
async def test_language_follows_the_browser(open_page: OpenPage, address: str, locale: str, label: str) -> None:
    page = await open_page(f"{address}/chat/", locale=locale)

    await expect(page.locator("#start")).to_have_text(label)


async def tab_to(page: Page, target: Locator, key: str = "Tab") -> None:
    """Presses Tab until the focus is there; fails when it never gets there."""
    for _ in range(40):
        if await target.evaluate("element => element === document.activeElement"):
            return
        await page.keyboard.press(key)
    raise AssertionError(f"{target} cannot be reached with {key}")


async def test_everything_can_be_done_with_the_keyboard_alone(open_page: OpenPage, bot: BotSide, address: str) -> None:
    page = await open_page(f"{address}/chat/")
    await expect(page.locator("#start")).to_be_visible()
    await page.keyboard.press("Tab")
    await expect(page.locator(".skip")).to_be_focused()
    await tab_to(page, page.locator(f'.list a[href="?person={EMMA}"]'))
    await page.keyboard.press("Enter")
    await expect(page.locator("#talk-subtitle")).to_contain_text("Emma")
    await tab_to(page, page.locator("#start"))
    await page.keyboard.press("Enter")
    await expect(page.locator("#text")).to_be_focused()
    await next_update(bot)
    await bot.say(EMMA, "Gym", reply_markup={"inline_keyboard": [[{"text": "Hours", "callback_data": "hours"}]]})
    hours = page.get_by_role("button", name="Hours")
    await expect(hours).to_be_visible()
    await tab_to(page, hours, "Shift+Tab")
    await page.keyboard.press("Space")

    assert (await next_update(bot))["callback_query"]["data"] == "hours"


async def test_screen_reader_is_told_of_messages(
    open_page: OpenPage, client: SandboxClient, bot: BotSide, address: str
) -> None:
    await client.send_text(LIN, "/start")
    await bot.say(LIN, "Hello")
    page = await open_page(f"{address}/chat/?person={LIN}")
    log = page.get_by_role("log", name="与园区小助手的对话")

    await expect(log).to_have_attribute("aria-live", "polite")
    await expect(log.get_by_role("article", name=re.compile("园区小助手, .*"))).to_contain_text("Hello")
    await expect(log.get_by_role("article").last.locator(".bubble")).to_have_attribute("lang", "en")
    await expect(page.get_by_label("消息", exact=True)).to_be_editable()
    assert await page.evaluate(UNNAMED) == []


@pytest.mark.parametrize("dark", [False, True])
async def test_colours_have_contrast(open_page: OpenPage, address: str, *, dark: bool) -> None:
    page = await open_page(f"{address}/chat/", dark=dark)
    ratios = {pair: await page.evaluate(CONTRAST, pair) for pair in PAIRS}

    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < 4.5} == {}


async def test_page_needs_nothing_from_elsewhere_and_runs_nothing_inline(address: str) -> None:
    async with ClientSession() as session, session.get(f"{address}/chat/") as response:
        policy = response.headers["Content-Security-Policy"]
        page = await response.text()

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert re.search(r"https?://|\bstyle=|\bon\w+=|<style", page) is None
    assert all(re.search(r"https?://(?!www\.w3\.org)\w", file.read_text()) is None for file in FOLDER.glob("*.[jc]s*"))


async def test_unknown_file_and_bare_address(address: str) -> None:
    async with ClientSession() as session:
        assert (await session.get(f"{address}/chat/nothing.js")).status == 404
        assert (await session.get(f"{address}/chat/..%2fserver.py")).status == 404
        assert str((await session.get(f"{address}/chat")).url).endswith("/chat/")


async def test_modules_are_all_preloaded() -> None:
    page = (FOLDER / "index.html").read_text()

    assert [file.name for file in FOLDER.glob("*.js") if f'"{file.name}"' not in page] == []


async def test_page_texts_are_the_same_in_both_languages_and_used() -> None:
    assert page_texts(Language.ZH).keys() == page_texts(Language.EN).keys()
    source = "".join(file.read_text() for file in FOLDER.glob("*.[jh]*"))

    assert [key for key in page_texts(Language.ZH) if f'"{key}"' not in source] == []
