"""On the chat page: staff write, look, send and recall; tenants see it arrive, one of them after quiet hours."""

from collections.abc import AsyncIterator
from datetime import datetime

import pytest
import pytest_asyncio
from aiohttp.test_utils import TestServer
from playwright.async_api import Locator, Page, expect

from bot.app import assistant
from bot.people import staff
from bot.people.staff import Member, Role
from bot.sandbox.personas import demonstration_cast
from bot.sandbox.server import create_sandbox
from storage import chats, memberships
from tests.browser import PHONE, OpenPage
from tests.e2e.test_company_page import last, press
from tests.e2e.test_demo_page import EMMA, NEWCOMER, ROUTER, STAFF, ask, chat
from tests.fakes import MovingClock
from tests.parks import ZONE, settings_for

pytestmark = pytest.mark.asyncio(loop_scope="session")

SAAS = 1002
DRILL = "周一 9 点半，4 号楼消防演练，请走楼梯"
EARLY = datetime(2026, 11, 23, 8, 30, tzinfo=ZONE)


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock(EARLY)


@pytest_asyncio.fixture(loop_scope="session")
async def demo(park_url: str, quick_start: None, clock: MovingClock) -> AsyncIterator[str]:
    """The address of the chat page, with the demonstration's people and one of the staff."""
    async with TestServer(create_sandbox(cast=demonstration_cast()).application()) as server:
        address = str(server.make_url("")).rstrip("/")
        async with assistant(settings_for(address, park_url), clock) as park:
            await staff.put(park.services.database, Member(STAFF, Role.OWNER, "沈敏", clock.now()))
            async with park.services.database.transaction() as session:
                await chats.upsert(session, ROUTER, "private", clock.now())
                await memberships.add(session, ROUTER, "demo-router", clock.now(), shown_as="林工")
            yield address


async def sleep_long(page: Page) -> None:
    """The tenant's quiet hours end at nine."""
    await ask(page, "/settings")
    await press(page, "通知")
    await press(page, "勿扰 21:00–9:00")
    await expect(page.get_by_role("button", name="✓ 勿扰 21:00–9:00")).to_be_visible()


async def write(page: Page) -> None:
    """A draft in both languages, for everybody, with its card as the newest message."""
    await ask(page, "/announce")
    await press(page, "写通知")
    await last(page, "请发来中文正文")
    await last_after(page, DRILL, "草稿")
    await press(page, "英文")
    await last(page, "请发来英文正文")
    await last_after(page, "Fire drill in building 4 at 9:30", "英文：Fire drill")
    await press(page, "发给谁")
    await press(page, "所有人")
    await last(page, "5 人（林工等）")
    await press(page, "选好了")
    await expect(page.get_by_role("button", name="发送…", exact=True)).to_be_visible()


async def last_after(page: Page, text: str, answer: str) -> None:
    """Types a text; the newest message then holds the answer."""
    await page.locator("#text").fill(text)
    await page.keyboard.press("Enter")
    await last(page, answer)


def message(page: Page, text: str) -> Locator:
    """The messages that say just that."""
    return page.locator(".message .rich").get_by_text(text, exact=True)


async def test_staff_announce_and_recall_and_tenants_see_it(open_page: OpenPage, demo: str, clock: MovingClock) -> None:
    officer = await chat(open_page, demo, STAFF)
    tenants = [await chat(open_page, demo, person) for person in (ROUTER, SAAS)]
    emma = await chat(open_page, demo, EMMA, locale="en-GB")
    sleeper = await open_page(f"{demo}/chat/?person={NEWCOMER}", size=PHONE)
    await sleeper.locator("#start").click()
    await expect(sleeper.locator(".message")).to_have_count(2)
    await sleep_long(sleeper)

    await write(officer)
    before = await officer.locator(".message").count()
    await press(officer, "预览")
    await expect(officer.locator(".message")).to_have_count(before + 3)
    await press(officer, "发送…")
    await last(officer, "在勿扰时间的人，等勿扰结束再收到。")
    await press(officer, "发给 5 人")

    for page in tenants:
        await expect(message(page, DRILL)).to_be_visible()
    await expect(message(emma, "Fire drill in building 4 at 9:30")).to_be_visible()
    progress = officer.locator(".message").filter(has_text="1 人在勿扰时间")
    await expect(progress).to_contain_text("送达 4 / 5 人")
    await expect(progress).to_contain_text("发送中")
    await expect(message(sleeper, DRILL)).to_have_count(0)

    clock.advance(minutes=30)
    await expect(message(sleeper, DRILL)).to_be_visible()
    done = officer.locator(".message").filter(has_text="已发完")
    await expect(done).to_contain_text("送达 5 / 5 人")

    await done.get_by_role("button", name="撤回").click()
    await officer.get_by_role("button", name="全部撤回").click()
    for page in (*tenants, sleeper):
        await expect(message(page, DRILL)).to_have_count(0)
    await expect(message(emma, "Fire drill in building 4 at 9:30")).to_have_count(0)
    await expect(officer.locator(".message").filter(has_text="已撤回")).to_contain_text("已删除 5 / 5 条")
