"""Who signed up, for staff."""

import io

import pytest
from python_calamine import CalamineWorkbook

from bot.app import Assistant
from bot.people.staff import Role
from bot.sandbox.client import SandboxClient
from storage import memberships
from tests.factories import AT
from tests.handlers.conftest import EMMA, EN, LIN, ZH, data_of
from tests.handlers.forging import forge
from tests.handlers.staff.conftest import LI, SHEN, enlist, pressed
from tests.handlers.tenant.profile.talking import Person


async def sign_up(park: Assistant, person: int, event_id: str = "policy-briefing") -> int:
    desk = park.services.registrations
    (date, *_) = await desk.dates(event_id, person)
    return (await desk.sign_up(event_id, date.occurrence.original_at, person)).occurrence.id or 0


async def test_staff_see_who_comes_and_take_the_list_along(staffed: Assistant, telegram: SandboxClient) -> None:
    assert data_of(await telegram.ask(SHEN, "/mentoring_admin"), "attend:") == []
    occurrence = await sign_up(staffed, LIN)
    await sign_up(staffed, EMMA)
    async with staffed.services.database.transaction() as session:
        await memberships.add(session, LIN, "demo-router", AT, shown_as="=林工")
    await staffed.services.registrations.confirm(occurrence, LIN)
    page = await pressed(telegram, SHEN, await telegram.ask(SHEN, "/mentoring_admin"), f"attend:{occurrence}")
    assert page.text.splitlines()[3:] == [
        "报名 2 人，名额 80 个，排队 0 人",
        "· =林工（演示公司甲）：说了会来",
        "· 没有登记公司：已报名",
    ]
    await telegram.press(SHEN, page.id, data_of(page, f"attend:{occurrence}:file")[0])
    (file,) = await telegram.wait_messages(SHEN, after=page.change)
    rows = CalamineWorkbook.from_filelike(io.BytesIO(await telegram.document(file))).get_sheet_by_index(0).to_python()
    assert rows[0] == ["称呼", "公司", "状态", "报名时间", "确认会来"]
    assert rows[1][:3] == ["'=林工", "演示公司甲", "说了会来"]
    assert rows[2][:3] == ["", "", "已报名"]


async def test_every_role_may_look_and_tenants_may_not(staffed: Assistant, telegram: SandboxClient) -> None:
    await enlist(staffed.services.database, LI, Role.VIEWER)
    assert ZH("attend-title") in (await telegram.ask(LI, "/mentoring_admin")).text
    assert (await telegram.ask(EMMA, "/mentoring_admin")).text == EN("access-staff-only")


@pytest.mark.parametrize("data", ["attend", "attend:{}", "attend:{}:file"])
async def test_forged_press_of_a_tenant_shows_nothing(
    staffed: Assistant, telegram: SandboxClient, telegram_address: str, data: str
) -> None:
    occurrence = await sign_up(staffed, LIN)
    await telegram.ask(EMMA, "/start")
    emma = Person(telegram, EMMA)
    assert await forge(telegram_address, emma, data.format(occurrence)) == EN("access-staff-only")


@pytest.mark.parametrize(
    ("data", "key"), [("attend:999", "signup-error-gone"), ("attend:x", "press-stale"), ("attend:1:2:3", "press-stale")]
)
async def test_dates_that_are_gone_are_told(
    staffed: Assistant, telegram: SandboxClient, telegram_address: str, data: str, key: str
) -> None:
    await telegram.ask(SHEN, "/start")
    assert await forge(telegram_address, Person(telegram, SHEN), data) == ZH(key)
