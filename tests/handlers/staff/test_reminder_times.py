"""When reminders go out, as staff choose it in Telegram."""

import pytest

from bot.app import Assistant
from bot.mentoring.reminders.table import KINDS
from bot.people.staff import Role
from bot.sandbox.client import SandboxClient
from tests.handlers.arranged import applied
from tests.handlers.conftest import EMMA, EN, LIN, ZH
from tests.handlers.forging import forge
from tests.handlers.staff.conftest import LI, SHEN, enlist
from tests.handlers.tenant.profile.talking import Person


async def chosen(park: Assistant) -> dict[str, int | None]:
    _, kinds = await park.services.mentoring.reminder_times.of(1)
    return {kind.name: minutes for kind, minutes in kinds}


USUAL = {kind.name: kind.minutes for kind in KINDS}


async def test_a_time_is_chosen_by_buttons(staffed: Assistant, telegram: SandboxClient) -> None:
    await applied(staffed, LIN)
    shen = Person(telegram, SHEN)
    await shen.says("/mentoring_admin")
    await shen.presses("day:open:1")
    page = await shen.presses("mentoring-button-reminder-times")
    assert [one.text for one in page.buttons] == [
        "开始报名：一到时间就发",
        "报名快截止：提前 1 天",
        "提前几天打招呼：提前 3 天",
        "带什么：提前 1 天",
        "快轮到了：提前 2 小时",
        "名单发给工作人员和专家：前一天 18:00",
        "问聊得怎么样：当天 18:00",
        "第一次回访：7 天后 10:00",
        "第二次回访：21 天后 10:00",
        "← 返回",
    ]
    kind = await shen.presses("times:kind:1:day")
    assert [one.text for one in kind.buttons] == ["提前 2 天", "✓ 提前 1 天", "提前 18 小时", "不发", "← 返回"]
    changed = await shen.presses("times:set:1:day:-2880")
    assert "带什么：提前 2 天" in [one.text for one in changed.buttons]
    await shen.presses("times:kind:1:feedback")
    await shen.presses("times:set:1:feedback:never")
    assert await chosen(staffed) == USUAL | {"day": -2880, "feedback": None}
    await shen.presses("times:kind:1:feedback")
    await shen.presses("times:set:1:feedback:1080")
    assert await chosen(staffed) == USUAL | {"day": -2880}


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ("times:all:99", "mentoring-error-gone"),
        ("times:kind:1:nothing", "press-stale"),
        ("times:set:1:nothing:0", "mentoring-error-gone"),
        ("times:set:1:day:-2881", "mentoring-error-gone"),
        ("times:set:1:day:--1", "press-stale"),
        ("times:set:1:day", "press-stale"),
        ("times", "press-stale"),
    ],
)
async def test_forged_times_change_nothing(
    staffed: Assistant, telegram: SandboxClient, telegram_address: str, data: str, key: str
) -> None:
    await applied(staffed, LIN)
    await telegram.ask(SHEN, "/start")
    assert await forge(telegram_address, Person(telegram, SHEN), data) == ZH(key)
    assert await chosen(staffed) == USUAL


async def test_viewers_look_and_tenants_do_not(
    staffed: Assistant, telegram: SandboxClient, telegram_address: str
) -> None:
    await applied(staffed, LIN)
    await enlist(staffed.services.database, LI, Role.VIEWER)
    for person in (LI, EMMA):
        await telegram.ask(person, "/start")
    data = "times:set:1:day:never"
    assert await forge(telegram_address, Person(telegram, LI), data) == ZH("mentoring-error-no-right")
    assert await forge(telegram_address, Person(telegram, EMMA), data) == EN("access-staff-only")
    assert await chosen(staffed) == USUAL
    li = Person(telegram, LI)
    await li.says("/mentoring_admin")
    await li.presses("day:open:1")
    assert "提前 3 天" in str((await li.presses("times:all:1")).buttons)
