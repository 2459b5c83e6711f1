"""The experts of a day as staff arrange them in Telegram."""

from datetime import timedelta

import pytest

from bot.app import Assistant
from bot.mentoring.days import Day
from bot.people.staff import Role
from bot.sandbox.client import SandboxClient
from tests.fakes import FakeClock
from tests.handlers.arranged import applied
from tests.handlers.conftest import EMMA, EN, LIN, ZH, Faults, data_of
from tests.handlers.forging import forge
from tests.handlers.staff.conftest import LI, SHEN, enlist
from tests.handlers.staff.test_mentoring_changes import at_the_day
from tests.handlers.staff.test_mentoring_days import CLOSED, arrived
from tests.handlers.tenant.profile.talking import Person

CHANGES = ("expert:invite:1:0", "expert:excuse:1:0", "expert:excused:1:0", "expert:limit:1:0:2", "expert:break:1:0:0:1")


async def day(park: Assistant) -> Day:
    return await park.services.mentoring.days.find(1)


async def test_limits_and_breaks_are_tapped(staffed: Assistant, telegram: SandboxClient, faults: Faults) -> None:
    await applied(staffed, LIN)
    shen = await at_the_day(telegram)
    await shen.presses("expert:list:1")
    await shen.presses("expert:open:1:0")
    await shen.presses("expert:limit:1:0:4")
    await shen.presses("expert:break:1:0:2:1")
    closed = await shen.presses("expert:break:1:0:3:1")
    assert [one.text for one in closed.buttons if one.text.startswith("×")] == ["× 14:00", "× 14:15"]
    assert "● 4 家" in [one.text for one in closed.buttons]
    opened = await shen.presses("expert:break:1:0:3:0")
    assert "14:15" in [one.text for one in opened.buttons]
    listed = await shen.presses("expert:list:1")
    assert "✓ 富士康（最多 4 家、1 个时段休息）" in [one.text for one in listed.buttons]
    found = await day(staffed)
    assert found.most("foxconn") == 4
    assert found.times[2] not in found.open_times("foxconn")
    await shen.presses("expert:open:1:0")
    await shen.presses("expert:limit:1:0:0")
    assert (await day(staffed)).most("foxconn") is None
    assert faults() == []


async def test_who_does_not_come_is_not_wished_for_and_buttons_keep_their_meaning(
    staffed: Assistant, telegram: SandboxClient
) -> None:
    await applied(staffed, LIN)
    lin = Person(telegram, LIN)
    await lin.says("/mentoring")
    await lin.presses("mentor:open:taofu")
    await lin.presses("mentor:change:1")
    shen = await at_the_day(telegram)
    await shen.presses("expert:list:1")
    await shen.presses("expert:open:1:0")
    away = await shen.presses("expert:excuse:1:0")
    assert ZH("mentoring-expert-is-away") in away.text
    # the page that Lin has open is from before
    chosen = await lin.presses("mentor:wish:1:1")
    assert data_of(chosen, "mentor:wish") == [f"mentor:wish:1:{place}" for place in range(1, 5)]
    own = (await staffed.services.mentoring.days.find(1, LIN)).own
    assert own
    assert own.wishes == ["foxconn", "ginkgo-valley"]
    await shen.presses("expert:invite:1:0")
    again = await lin.presses("mentor:wish:1:2")
    assert data_of(again, "mentor:wish:1:0") == ["mentor:wish:1:0"]


async def test_wish_for_who_does_not_come_is_told_so(
    staffed: Assistant, telegram: SandboxClient, telegram_address: str
) -> None:
    await telegram.ask(LIN, "/start")
    await applied(staffed, LIN)
    await staffed.services.mentoring.experts.excuse(1, "ginkgo-valley")
    toast = await forge(telegram_address, Person(telegram, LIN), "mentor:wish:1:1")
    assert toast == ZH("mentoring-error-away")


async def test_who_has_meetings_is_excused_after_a_second_tap_and_founders_are_told(
    staffed: Assistant, telegram: SandboxClient, clock: FakeClock
) -> None:
    await telegram.ask(LIN, "/start")
    await applied(staffed, LIN)
    await staffed.services.mentoring.arranging.decide(1)
    clock.set(CLOSED)
    await staffed.services.mentoring.advance()
    await staffed.services.mentoring.arranging.publish(1)
    shen = await at_the_day(telegram)
    await shen.presses("expert:list:1")
    page = await shen.presses("expert:open:1:0")
    assert data_of(page, "expert:break:1:0:0") == []
    asked = await shen.presses("expert:excuse:1:0")
    assert ZH("mentoring-expert-excuse-told", count=1) in asked.text
    assert (await day(staffed)).is_present("foxconn")
    await shen.presses("expert:excused:1:0")
    assert not (await day(staffed)).is_present("foxconn")
    await arrived(telegram, LIN, "暂时没排上")


@pytest.mark.parametrize("data", CHANGES)
async def test_viewers_and_tenants_change_nothing(
    staffed: Assistant, telegram: SandboxClient, telegram_address: str, data: str
) -> None:
    await applied(staffed, LIN)
    await enlist(staffed.services.database, LI, Role.VIEWER)
    await telegram.ask(LI, "/start")
    await telegram.ask(EMMA, "/start")
    assert await forge(telegram_address, Person(telegram, LI), data) == ZH("access-no-right", role=ZH("role-viewer"))
    assert await forge(telegram_address, Person(telegram, EMMA), data) == EN("access-staff-only")
    assert (await day(staffed)).arranged == {}


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ("expert:list:99", "mentoring-error-gone"),
        ("expert:open:1:99", "press-stale"),
        ("expert:excuse:1:99", "press-stale"),
        ("expert:limit:1:0:3", "press-stale"),
        ("expert:limit:1:0:999999999", "press-stale"),
        ("expert:break:1:0:99:1", "press-stale"),
        ("expert:break:1:0:0:2", "press-stale"),
        ("expert:break:1:0:-1:1", "press-stale"),
        ("expert:invite:99:0", "mentoring-error-gone"),
        ("expert:fire:1:0", "press-stale"),
        ("expert", "press-stale"),
    ],
)
async def test_forged_buttons_are_told_and_change_nothing(
    staffed: Assistant, telegram: SandboxClient, telegram_address: str, data: str, key: str
) -> None:
    await applied(staffed, LIN)
    await telegram.ask(SHEN, "/start")
    assert await forge(telegram_address, Person(telegram, SHEN), data) == ZH(key)
    assert (await day(staffed)).arranged == {}


async def test_day_that_is_over_is_left_as_it_was(
    staffed: Assistant, telegram: SandboxClient, clock: FakeClock, telegram_address: str
) -> None:
    await applied(staffed, LIN)
    clock.set((await day(staffed)).occurrence.ends_at + timedelta(minutes=1))
    await telegram.ask(SHEN, "/start")
    assert await forge(telegram_address, Person(telegram, SHEN), "expert:excused:1:0") == ZH("mentoring-error-gone")
