"""On the chat page: a mentoring day and an event, from signing up to the place that goes on to who waits."""

import re
from collections.abc import AsyncIterator
from datetime import datetime

import pytest
import pytest_asyncio
from aiohttp.test_utils import TestServer
from playwright.async_api import Locator, Page, expect

from bot.app import assistant
from bot.knowledge.kinds import Event, Programme
from bot.knowledge.pack import demonstration
from bot.knowledge.store import publish
from bot.people import staff
from bot.people.staff import Member, Role
from bot.sandbox.personas import demonstration_cast
from bot.sandbox.server import create_sandbox
from storage.database import opened
from tests.browser import PHONE, OpenPage
from tests.e2e.test_company_page import last, press
from tests.e2e.test_demo_page import EMMA, NEWCOMER, STAFF, ask, chat
from tests.fakes import MovingClock
from tests.parks import ZONE, settings_for

pytestmark = pytest.mark.asyncio(loop_scope="session")

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=ZONE)
DAY, BRIEFING = "淘富成真", "高企认定与研发补助政策宣讲会"
PRODUCT = "一台会飞的路由器"


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock(MONDAY)


@pytest_asyncio.fixture(loop_scope="session")
async def demo(park_url: str, clock: MovingClock) -> AsyncIterator[str]:
    """The address of the chat page of a park where one founder can see one expert, and one person hear the talk."""
    records = {one.id: one for one in demonstration()}
    day, briefing = records["taofu"], records["policy-briefing"]
    assert isinstance(day, Programme)
    assert isinstance(briefing, Event)
    short = day.model_copy(update={"ends_at": day.starts_at.replace(minute=45), "mentors": day.mentors[:1]})
    async with opened(park_url) as database:
        await publish(database, [short, briefing.model_copy(update={"seats": 1})], replace=False, clock=clock)
        await staff.put(database, Member(STAFF, Role.MENTOR_DESK, "沈敏", clock.now()))
    async with TestServer(create_sandbox(cast=demonstration_cast()).application()) as server:
        address = str(server.make_url("")).rstrip("/")
        async with assistant(settings_for(address, park_url), clock) as park:
            await park.services.answering.knowledge(clock.now())
            yield address


def told(page: Page, beginning: str) -> Locator:
    """The newest message that holds this text."""
    return page.locator(".message").filter(has_text=beginning).last


async def answer(page: Page, beginning: str, button: str) -> None:
    """A button under the message that holds this text, once it is there."""
    message = told(page, beginning)
    await expect(message).to_be_visible()
    await message.get_by_role("button", name=button, exact=True).click()


async def apply(page: Page, texts: tuple[str, str, str, str], product: str) -> None:
    """Two taps and a sentence."""
    sign_up, expert, onward, asked = texts
    await ask(page, "/mentoring")
    await press(page, sign_up)
    await page.get_by_role("button", name=expert).last.click()
    await press(page, onward)
    await last(page, asked)
    await ask(page, product)


async def admit(page: Page, product: str) -> None:
    await ask(page, "/mentoring_admin")
    await page.get_by_role("button", name=re.compile(f"{DAY}.*11月27日")).last.click()
    await page.get_by_role("button", name=product).last.click()
    await press(page, "通过")
    await expect(page.get_by_role("button", name=re.compile(f"✓.*{product}"))).to_be_visible()


async def test_founder_gets_a_time_and_gives_it_up_and_who_waits_takes_it(
    open_page: OpenPage, demo: str, clock: MovingClock
) -> None:
    officer = await chat(open_page, demo, STAFF)
    founder = await open_page(f"{demo}/chat/?person={NEWCOMER}", size=PHONE)
    await founder.locator("#start").click()
    await expect(founder.locator(".message")).to_have_count(2)
    other = await chat(open_page, demo, EMMA, locale="en-GB")

    await apply(founder, ("报名", "富士康", "下一步", "用一句话"), PRODUCT)
    await last(founder, "报名收到了")
    await apply(other, ("Sign up", "Foxconn", "Next", "in one sentence"), "A lamp that listens")
    await last(other, "Got it")
    await admit(officer, PRODUCT)
    await admit(officer, "A lamp that listens")
    await expect(told(founder, f"通过了：{DAY}")).to_be_visible()
    await expect(told(other, "You are in: ")).to_be_visible()

    clock.set(datetime(2026, 11, 24, 18, 0, tzinfo=ZONE))
    await answer(officer, "时间表排好了", "看时间表")
    await press(officer, "发布，通知大家")
    await expect(told(founder, f"时间排好了：{DAY}")).to_contain_text("13:30 富士康")
    await expect(told(other, "No time yet: ")).to_be_visible()

    clock.set(datetime(2026, 11, 26, 13, 30, tzinfo=ZONE))
    reminder = f"明天：{DAY}"
    await answer(founder, reminder, "加到日历")
    await last(founder, "event.ics")
    await answer(founder, reminder, "来不了")
    await answer(other, "It is kept for you until ", "I'm coming")
    await expect(other.locator(".message").filter(has_text="13:30 Foxconn").last).to_contain_text("Please bring")
    clock.set(datetime(2026, 11, 27, 11, 30, tzinfo=ZONE))
    await expect(told(other, "Starting soon: ")).to_contain_text("13:30 Foxconn")
    await expect(founder.locator(".message").filter(has_text="马上开始")).to_have_count(0)


async def test_seat_that_is_given_up_is_offered_to_who_waits_and_taken(open_page: OpenPage, demo: str) -> None:
    first = await chat(open_page, demo, NEWCOMER)
    second = await chat(open_page, demo, EMMA, locale="en-GB")
    await ask(first, "/events")
    await press(first, BRIEFING)
    await press(first, "报名")
    await press(first, "确定报名")
    await last(first, "您报上名了")
    await ask(second, "/events")
    await second.get_by_role("button", name="Policy briefing").last.click()
    await press(second, "Sign up")
    await press(second, "Join the waiting list")
    await last(second, "You are on the waiting list (1 in all)")

    await press(first, "退出")
    await answer(second, "A seat is free: ", "I'm coming")
    await expect(told(second, "Policy briefing")).to_contain_text("You are signed up")
