"""Mentoring days as staff handle them in Telegram."""

from datetime import UTC, datetime

import pytest

from bot.app import Assistant
from bot.people.staff import Role
from bot.sandbox.client import SandboxClient
from storage.models import ApplicationState
from tests.fakes import FakeClock
from tests.handlers.arranged import applied
from tests.handlers.conftest import EMMA, EN, LIN, ZH
from tests.handlers.forging import forge
from tests.handlers.staff.conftest import LI, SHEN, enlist
from tests.handlers.tenant.profile.talking import Person

CLOSED = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
CHANGES = ("day:admit:1", "day:decline:1:0", "day:publish:1", "day:free:1", "day:cancelled:1", "day:move:1:1:0:0")

DECLINES = ("day:decline:1:0", "day:decline:1:1", "day:decline:1:2")


async def state(park: Assistant, application_id: int = 1) -> ApplicationState:
    return (await park.services.mentoring.arranging.application(application_id)).state


async def arrived(telegram: SandboxClient, chat: int, beginning: str) -> str:
    """The message of the bot that begins so, once it is there."""
    seen = 0
    while True:
        for one in await telegram.messages(chat):
            if one.text.startswith(beginning):
                return one.text
            seen = max(seen, one.change)
        await telegram.wait_messages(chat, after=seen)


async def test_from_the_first_application_to_the_published_timetable(
    staffed: Assistant, telegram: SandboxClient, clock: FakeClock
) -> None:
    for person in (SHEN, LIN, EMMA):
        await telegram.ask(person, "/start")
    await applied(staffed, LIN)
    await applied(staffed, EMMA)
    shen = Person(telegram, SHEN)
    await shen.says("/mentoring_admin")
    await shen.presses("day:open:1")
    page = await shen.presses("day:who:1")
    assert "产品：一台会飞的路由器" in page.text
    await shen.presses("day:admit:1")
    await shen.presses("day:who:2")
    await shen.presses("day:decline:2:0")
    assert [await state(staffed, one) for one in (1, 2)] == [ApplicationState.ADMITTED, ApplicationState.DECLINED]
    assert ZH("mentoring-admitted-text") in await arrived(telegram, LIN, "通过了：")
    assert EN("mentoring-reason-copy") in await arrived(telegram, EMMA, "Not this time")

    clock.set(CLOSED)
    await staffed.services.mentoring.advance()
    await arrived(telegram, SHEN, "时间表排好了")
    await shen.says("/mentoring_admin")
    await shen.presses("day:open:1")
    table = await shen.presses("day:table:1")
    assert "13:30 1 号创业者（第 1 志愿）" in table.text
    await shen.presses("day:slot:1:1")
    await shen.presses("day:slot:1:1:1")
    moved = await shen.presses("day:move:1:1:1:4")
    assert "14:30 1 号创业者（人工安排）" in moved.text
    published = await shen.presses("day:publish:1")
    assert ZH("mentoring-is-published") in published.text
    assert "14:30 银杏谷资本" in await arrived(telegram, LIN, "时间排好了")


@pytest.mark.parametrize("data", CHANGES)
async def test_viewers_look_and_change_nothing(
    staffed: Assistant, telegram: SandboxClient, telegram_address: str, data: str
) -> None:
    await applied(staffed, LIN)
    await enlist(staffed.services.database, LI, Role.VIEWER)
    await telegram.ask(LI, "/start")
    assert await forge(telegram_address, Person(telegram, LI), data) == ZH("mentoring-error-no-right")
    assert await state(staffed) is ApplicationState.APPLIED


@pytest.mark.parametrize("data", ["day:open:1", "day:who:1", "day:table:1", *CHANGES])
async def test_tenants_see_and_change_nothing(
    staffed: Assistant, telegram: SandboxClient, telegram_address: str, data: str
) -> None:
    await applied(staffed, LIN)
    await telegram.ask(EMMA, "/start")
    assert await forge(telegram_address, Person(telegram, EMMA), data) == EN("access-staff-only")
    assert await state(staffed) is ApplicationState.APPLIED


async def test_cancelling_asks_once_more(staffed: Assistant, telegram: SandboxClient) -> None:
    await telegram.ask(LIN, "/start")
    await applied(staffed, LIN)
    shen = Person(telegram, SHEN)
    await shen.says("/mentoring_admin")
    await shen.presses("day:open:1")
    asked = await shen.presses("day:cancel:1")
    assert not (await staffed.services.mentoring.days.find(1)).occurrence.cancelled
    assert [one.data for one in asked.buttons] == ["day:open:1", "day:cancelled:1"]
    await shen.presses("day:cancelled:1")
    assert (await staffed.services.mentoring.days.find(1)).occurrence.cancelled
    assert "取消了" in await arrived(telegram, LIN, "取消了：")


async def test_nothing_is_left_to_decide_once_the_day_is_cancelled_or_over(
    staffed: Assistant, telegram: SandboxClient, clock: FakeClock
) -> None:
    await applied(staffed, LIN)
    shen, desk = Person(telegram, SHEN), staffed.services.mentoring
    await shen.says("/mentoring_admin")
    await shen.presses("day:open:1")
    page = await shen.presses("day:who:1")
    assert [one.data for one in page.buttons] == ["day:admit:1", *DECLINES, "day:open:1"]
    day = await desk.changing.cancel(1)
    await shen.presses("day:open:1")
    page = await shen.presses("day:who:1")
    assert [one.data for one in page.buttons] == ["day:open:1"]
    await desk.changing.resume(1)
    clock.set(day.occurrence.ends_at)
    await shen.presses("day:open:1")
    page = await shen.presses("day:who:1")
    assert [one.data for one in page.buttons] == ["day:open:1"]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ("day:open:99", "mentoring-error-gone"),
        ("day:who:99", "mentoring-error-decided"),
        ("day:decline:1:9", "press-stale"),
        ("day:slot:1:99", "mentoring-error-gone"),
        ("day:move:1:99:0:0", "mentoring-error-gone"),
        ("day:publish:1", "mentoring-error-published"),
        ("day:burn:1", "press-stale"),
        ("day:open:x", "press-stale"),
    ],
)
async def test_what_is_gone_or_forged_is_told(
    staffed: Assistant, telegram: SandboxClient, telegram_address: str, data: str, key: str
) -> None:
    await applied(staffed, LIN)
    await telegram.ask(SHEN, "/start")
    assert await forge(telegram_address, Person(telegram, SHEN), data) == ZH(key)
