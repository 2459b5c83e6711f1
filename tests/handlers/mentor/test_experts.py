"""Experts with an account: invited by staff, they see their own table and nothing of others."""

import re

import pytest

from bot.app import Assistant
from bot.people import mentors
from bot.people.staff import Role
from bot.sandbox.client import SandboxClient
from bot.sandbox.views import MessageView
from storage import memberships
from tests.factories import AT
from tests.fakes import FakeClock
from tests.handlers.arranged import applied, arranged
from tests.handlers.conftest import EMMA, EN, LIN, ZH, Faults, data_of
from tests.handlers.forging import forge
from tests.handlers.staff.conftest import LI, SHEN, enlist
from tests.handlers.tenant.profile.talking import Person

LINK = re.compile(r"https://t\.me/parkbot\?start=(mentor_[A-Za-z0-9_-]{32})$", re.MULTILINE)
CHANGES = (
    "mentors:invite",
    "mentors:link:x",
    "mentors:withdraw",
    "mentors:ask:7000000001",
    "mentors:remove:7000000001",
)


@pytest.fixture
def shen(telegram: SandboxClient) -> Person:
    return Person(telegram, SHEN)


@pytest.fixture
def li(telegram: SandboxClient) -> Person:
    """The expert."""
    return Person(telegram, LI)


async def invitation(shen: Person, name: str = "富士康") -> MessageView:
    """The message that staff get to forward."""
    await shen.says("/mentoring_admin")
    await shen.presses("mentors:list")
    await shen.presses("mentors:invite")
    return await shen.presses(name)


def payload(made: MessageView) -> str:
    found = LINK.search(made.text)
    assert found
    return found[1]


async def test_expert_opens_the_link_and_sees_their_table(
    staffed: Assistant, shen: Person, li: Person, clock: FakeClock, faults: Faults
) -> None:
    for person in (LIN, EMMA):
        await shen.telegram.ask(person, "/start")
    made = await invitation(shen)
    assert made.text.startswith(ZH("mentors-invite-title", name="富士康"))
    assert "2026-11-30 10:00" in made.text
    welcome = await li.says(f"/start {payload(made)}")
    assert welcome.text == f"{ZH('mentors-welcome-title', name='富士康')}\n{ZH('mentors-welcome')}"
    assert ZH("mentors-not-published") in (await li.presses("roster")).text
    async with staffed.services.database.transaction() as session:
        await memberships.add(session, LIN, "demo-router", AT)
    await staffed.services.mentoring.arranging.decide(await applied(staffed, EMMA, "taobao"))
    assert ZH("mentors-not-published") in (await li.says("/mentoring")).text
    await arranged(staffed, clock, LIN)
    roster = await li.says("/mentoring")
    assert roster.text.splitlines() == [
        "淘富成真 · 富士康",
        "11月27日（周五） 13:30–17:30",
        "路演厅",
        "13:30 演示公司甲：一台会飞的路由器（第 1 志愿）",
    ]
    assert [one.data for one in roster.buttons] == ["result:day:1", "roster", "list:programme:0"]
    assert faults() == []


async def test_expert_is_no_staff(
    staffed: Assistant, shen: Person, li: Person, telegram_address: str, clock: FakeClock
) -> None:
    await li.says(f"/start {payload(await invitation(shen))}")
    await shen.telegram.ask(LIN, "/start")
    await arranged(staffed, clock, LIN)
    assert (await li.says("/mentoring_admin")).text == ZH("access-staff-only")
    for data in ("day:table:1", "onday:here:1", "onday:roster:1", "mentors:list"):
        assert await forge(telegram_address, li, data) == ZH("access-staff-only")


async def test_link_works_once_and_staff_leave_it_to_the_expert(staffed: Assistant, shen: Person, li: Person) -> None:
    link = payload(await invitation(shen))
    assert (await shen.says(f"/start {link}")).text == ZH("mentors-is-staff")
    group = await shen.telegram.create_group("租户群", [LI])
    told = await li.telegram.ask(LI, f"/start@parkbot {link}", chat=group)
    assert told.text == ZH("other-private", username="parkbot")
    await li.says(f"/start {link}")
    assert (await li.telegram.ask(EMMA, f"/start {link}")).text == EN("mentors-dead")
    assert [one.telegram_id for one in await mentors.everybody(staffed.services.database)] == [LI]


@pytest.mark.parametrize("guess", ["mentor_", "mentor", "mentor_" + "A" * 32])
async def test_guess_is_no_link(staffed: Assistant, li: Person, guess: str) -> None:
    assert (await li.says(f"/start {guess}")).text == ZH("mentors-dead")
    assert await mentors.everybody(staffed.services.database) == []


async def test_link_expires_after_a_week(staffed: Assistant, shen: Person, li: Person, clock: FakeClock) -> None:
    link = payload(await invitation(shen))
    clock.advance(days=7)
    assert (await li.says(f"/start {link}")).text == ZH("mentors-dead")


async def test_staff_list_experts_withdraw_links_and_take_accounts_away(
    staffed: Assistant, shen: Person, li: Person
) -> None:
    await li.says(f"/start {payload(await invitation(shen))}")
    waiting = payload(await invitation(shen, "银杏谷资本"))
    await shen.says("/mentoring_admin")
    page = await shen.presses("mentors:list")
    assert page.text.splitlines()[1:] == [
        "富士康：小李",
        ZH("mentors-waiting", name="银杏谷资本", until="2026-11-30 10:00"),
    ]
    page = await shen.presses("mentors:withdraw")
    assert page.text.splitlines()[1:] == ["富士康：小李"]
    assert (await shen.telegram.ask(EMMA, f"/start {waiting}")).text == EN("mentors-dead")
    await shen.presses(f"mentors:ask:{LI}")
    assert await mentors.find(staffed.services.database, LI)
    page = await shen.presses(f"mentors:remove:{LI}")
    assert ZH("mentors-nobody") in page.text
    assert await mentors.find(staffed.services.database, LI) is None
    assert "创业" in (await li.says("/mentoring")).text


async def test_what_is_known_of_an_expert_is_told_and_erased(staffed: Assistant, shen: Person, li: Person) -> None:
    await li.says(f"/start {payload(await invitation(shen))}")
    await li.says("/settings")
    stored = await li.presses("settings:stored")
    assert ZH("stored-mentor", member="富士康", name="小李", date="2026-11-23 10:00") in stored.text.splitlines()
    await li.says("/forgetme")
    await li.presses("forget:yes")
    assert await mentors.everybody(staffed.services.database) == []


@pytest.mark.parametrize("data", CHANGES)
async def test_viewers_look_and_change_nothing(
    staffed: Assistant, telegram: SandboxClient, telegram_address: str, data: str
) -> None:
    await enlist(staffed.services.database, LI, Role.VIEWER)
    li = Person(telegram, LI)
    await li.says("/mentoring_admin")
    assert data_of(await li.presses("mentors:list"), "mentors:") == []
    assert await forge(telegram_address, li, data) == ZH("mentoring-error-no-right")


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ("mentors:list", "access-staff-only"),
        *((one, "access-staff-only") for one in CHANGES),
        ("roster", "mentors-not-you"),
        ("roster:capital", "press-stale"),
    ],
)
async def test_tenants_see_and_change_nothing(
    staffed: Assistant, telegram: SandboxClient, telegram_address: str, data: str, key: str
) -> None:
    await telegram.ask(EMMA, "/start")
    assert await forge(telegram_address, Person(telegram, EMMA), data) == EN(key)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ("mentors:link:0123456789", "press-stale"),
        ("mentors:ask:99", "mentors-gone"),
        ("mentors:remove:99", "mentors-gone"),
        ("mentors:ask:x", "press-stale"),
        ("mentors:burn", "press-stale"),
        ("mentors", "press-stale"),
    ],
)
async def test_what_is_gone_or_forged_is_told(
    staffed: Assistant, shen: Person, telegram_address: str, data: str, key: str
) -> None:
    await shen.says("/start")
    assert await forge(telegram_address, shen, data) == ZH(key)
