"""Two founders on the chat page: one describes the company and invites, the other joins by the link."""

import re
import signal
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from aiohttp.test_utils import unused_port
from playwright.async_api import Page, expect

from tests.browser import PHONE, OpenPage
from tests.e2e.processes import parkbot
from tests.e2e.test_demo_page import EMMA, NEWCOMER, address_of, ask, chat

pytestmark = pytest.mark.asyncio(loop_scope="session")

TOLD = ("去年3月", "今年8月15号", "是", "120平")
AMOUNT = "65,700"


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def demo(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """The address of a demonstration."""
    folder = tmp_path_factory.mktemp("company")
    async with parkbot("demo", "--port", str(unused_port()), folder=folder) as process:
        yield await address_of(process)
        assert await process.end(signal.SIGTERM) == 0


async def press(page: Page, name: str) -> None:
    """The newest button of that name."""
    await page.get_by_role("button", name=name, exact=True).last.click()


async def last(page: Page, text: str) -> None:
    """The newest message holds this text."""
    await expect(page.locator(".message").last).to_contain_text(text)


async def describe(page: Page) -> None:
    await ask(page, "/profile")
    await press(page, "智能硬件")
    await last(page, "楼栋（2/11）")
    await press(page, "4号楼")
    await last(page, "成立时间（3/11）")
    for told in TOLD:
        await ask(page, told)
    await press(page, "先停")
    await last(page, "120 平方米")


async def found_and_invite(page: Page) -> str:
    """The payload of the link below the QR code."""
    await press(page, "建立公司条目，邀请同事")
    await last(page, "公司叫什么名字")
    await ask(page, "云栖智能")
    await press(page, "就叫“小周”")
    await last(page, "成员 1 位：小周（您）")
    await press(page, "邀请同事")
    picture = page.locator(".message").last.get_by_role("img", name="图片")
    await expect(picture).to_be_visible()
    assert await picture.evaluate("image => image.decode().then(() => image.naturalWidth > 200)")
    found = re.search(r"start=(join_[\w-]{22})", await page.locator(".message").last.inner_text())
    assert found
    return found[1]


async def test_founder_invites_a_colleague_and_both_get_their_amount(open_page: OpenPage, demo: str) -> None:
    founder = await open_page(f"{demo}/chat/?person={NEWCOMER}", size=PHONE)
    await founder.locator("#start").click()
    await expect(founder.locator(".message")).to_have_count(2)
    await describe(founder)
    payload = await found_and_invite(founder)

    colleague = await open_page(f"{demo}/chat/?person={EMMA}&start={payload}", locale="en-GB")
    await colleague.locator("#start").click()
    await last(colleague, "Join 云栖智能?")
    await press(colleague, "Join")
    await last(colleague, "How shall colleagues see you?")
    await press(colleague, 'As "Emma Clarke"')
    await last(colleague, "小周, Emma Clarke (you)")

    for page in (founder, colleague):
        await expect(await ask(page, "租金补贴我们能拿多少")).to_contain_text(AMOUNT)


async def test_somebody_outside_gets_the_rule_alone(open_page: OpenPage, demo: str) -> None:
    page = await chat(open_page, demo, 1006)
    answer = await ask(page, "租金补贴我们能拿多少")
    await expect(answer).to_contain_text("1.5 元")
    await expect(answer).not_to_contain_text(AMOUNT)
