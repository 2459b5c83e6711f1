"""A mentoring day while it goes on, as staff handle it in Telegram."""

import io
import re
from datetime import timedelta

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from bot.app import Assistant
from bot.knowledge.store import publish
from bot.people.staff import Role
from bot.profile.invitation import qr_code
from bot.sandbox.client import SandboxClient
from storage import memberships
from storage.models import Slot
from tests.factories import AT
from tests.fakes import FakeClock
from tests.handlers.arranged import CLOSED, STARTS, applied, arranged, later
from tests.handlers.conftest import EMMA, EN, LIN, ZH, Faults, data_of
from tests.handlers.forging import forge
from tests.handlers.staff.conftest import LI, SHEN, enlist
from tests.handlers.tenant.profile.talking import Person
from tests.handlers.tenant.test_meetings import came

CHANGES = ("onday:in:1", "onday:out:1", "onday:late:1", "onday:late:1:0", "onday:later:1:0:10:x", "onday:door:1")
LOOKS = ("onday:open:1", "onday:here:1", "onday:roster:1", "onday:file:1")
MINUTE = timedelta(minutes=1)


@pytest.fixture
async def day(staffed: Assistant, telegram: SandboxClient, clock: FakeClock) -> None:
    """林工 of demo-router at 13:30 and Emma at 13:45, both with 富士康; everybody has written before."""
    for person in (SHEN, LIN, EMMA, LI):
        await telegram.ask(person, "/start")
    async with staffed.services.database.transaction() as session:
        await memberships.add(session, LIN, "demo-router", AT)
    await arranged(staffed, clock, LIN, EMMA)


@pytest.fixture
def shen(telegram: SandboxClient) -> Person:
    return Person(telegram, SHEN)


async def slots(park: Assistant) -> list[Slot]:
    return await park.services.mentoring.arranging.timetable(1)


async def opened(shen: Person) -> None:
    """The page of the day as it goes on."""
    await shen.says("/mentoring_admin")
    await shen.presses("day:open:1")
    await shen.presses("onday:open:1")


@pytest.mark.usefixtures("day")
async def test_table_runs_late_and_who_is_to_come_is_told(
    staffed: Assistant, shen: Person, telegram_address: str, clock: FakeClock, faults: Faults
) -> None:
    telegram = shen.telegram
    await later(staffed, clock, STARTS + 5 * MINUTE)
    await opened(shen)
    await shen.presses("onday:late:1")
    page = await shen.presses("富士康")
    assert page.text.splitlines() == ["富士康", "现在晚 0 分钟，还有 1 场没开始。", ZH("onday-late-text")]
    assert data_of(page, "onday:sooner") == []
    (ten,) = data_of(page, "onday:later:1:1:10:")
    after = await shen.presses(ten)
    assert "现在晚 10 分钟" in after.text
    assert (await came(telegram, EMMA, "New times")).text.splitlines()[1] == "10 minutes late: 13:55 Foxconn"
    assert [one.delay for one in await slots(staffed)] == [0, 10]
    assert await forge(telegram_address, shen, ten) == ZH("mentoring-error-changed")
    assert [one.delay for one in await slots(staffed)] == [0, 10]
    table = await shen.says("/mentoring_admin")
    await shen.presses("day:open:1", on=table)
    assert "13:55 2 号创业者（第 1 志愿），晚 10 分钟" in (await shen.presses("day:table:1")).text
    await opened(shen)
    await shen.presses("onday:late:1")
    back = await shen.presses("onday-button-all")
    await shen.presses(data_of(back, "onday:sooner:1:0:10:")[0])
    assert [one.delay for one in await slots(staffed)] == [0, 0]
    assert faults() == []


@pytest.mark.usefixtures("day")
async def test_staff_see_who_is_there_to_come_and_missing(
    staffed: Assistant, telegram: SandboxClient, clock: FakeClock
) -> None:
    shen = Person(telegram, SHEN)
    await staffed.services.mentoring.presence.confirm(1, EMMA)
    await later(staffed, clock, STARTS + MINUTE)
    await opened(shen)
    assert shen.last
    assert "有时间的 2 家，说了会来 1 家，到了 0 家" in shen.last.text
    page = await shen.presses("onday:here:1")
    assert page.text.splitlines()[2:] == ["【富士康】", "✗ 13:30 演示公司甲", "○ 13:45 2 号创业者"]
    page = await shen.presses("onday:in:1")
    assert page.text.splitlines()[3] == "✓ 13:30 演示公司甲"
    page = await shen.presses("onday:out:1")
    assert page.text.splitlines()[3] == "✗ 13:30 演示公司甲"
    assert "onday:in:1" in data_of(page, "onday:in")


@pytest.mark.usefixtures("day")
async def test_expert_who_is_gone_from_the_programme_is_listed_while_somebody_sits_there(
    staffed: Assistant, telegram: SandboxClient, clock: FakeClock
) -> None:
    programme = (await staffed.services.mentoring.days.find(1)).programme
    others = [one for one in programme.mentors if one != "foxconn"]
    without = programme.model_copy(update={"mentors": others})
    await publish(staffed.services.database, [without], replace=False, clock=clock)
    await later(staffed, clock, STARTS + MINUTE)
    shen = Person(telegram, SHEN)
    await opened(shen)
    page = await shen.presses("onday:here:1")
    assert page.text.splitlines()[2:] == ["【富士康】", "✗ 13:30 演示公司甲", "· 13:45 2 号创业者"]
    await shen.presses("onday:open:1")
    await shen.presses("day:open:1")
    assert "【富士康】" in (await shen.presses("day:table:1")).text.splitlines()


@pytest.mark.usefixtures("day")
async def test_code_at_the_door_checks_in_who_scans_it(
    staffed: Assistant, telegram: SandboxClient, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    shen, lin, links = Person(telegram, SHEN), Person(telegram, LIN), list[str]()

    def drawn(link: str) -> bytes:
        links.append(link)
        return qr_code(link)

    monkeypatch.setattr("handlers.staff.on_day.qr_code", drawn)
    await opened(shen)
    picture = await shen.presses("onday:door:1")
    assert await telegram.picture(picture) == qr_code(links[0])
    found = re.fullmatch(r"https://t\.me/parkbot\?start=(door_[\w-]{32})", links[0])
    assert found
    code = found[1]
    assert code not in picture.text
    assert (await lin.says(f"/start {code}")).text == ZH("mentoring-error-door")
    await later(staffed, clock, STARTS - timedelta(hours=3))
    page = await lin.says(f"/start {code}")
    assert "✓ 10:30 签到了" in page.text.splitlines()
    assert (await telegram.ask(LI, f"/start {code}")).text == ZH("mentoring-error-no-slot")
    assert (await telegram.ask(EMMA, "/start door_guess")).text == EN("mentoring-error-door")
    group = await telegram.create_group("租户群", [EMMA])
    told = await telegram.ask(EMMA, f"/start@parkbot {code}", chat=group)
    assert told.text == EN("other-private", username="parkbot")
    applications = await staffed.services.mentoring.arranging.applications(1)
    assert [bool(one.arrived_at) for one in applications] == [True, False]


@pytest.mark.usefixtures("day")
async def test_who_did_not_come_is_shown_the_next_time(
    staffed: Assistant, telegram: SandboxClient, clock: FakeClock
) -> None:
    shen = Person(telegram, SHEN)
    await later(staffed, clock, STARTS)
    await staffed.services.mentoring.presence.arrive(1, EMMA)
    await later(staffed, clock, CLOSED + timedelta(days=25))
    for person in (LIN, EMMA):
        await applied(staffed, person)
    await staffed.services.mentoring.advance()
    await came(telegram, SHEN, "开始报名")
    await shen.says("/mentoring_admin")
    await shen.presses("day:open:2")
    missed = await shen.presses("day:who:3")
    assert ZH("onday-missed") in missed.text.splitlines()
    await shen.presses("day:open:2")
    assert ZH("onday-missed") not in (await shen.presses("day:who:4")).text


@pytest.mark.usefixtures("day")
async def test_rosters_to_print_and_the_export(staffed: Assistant, telegram: SandboxClient, clock: FakeClock) -> None:
    shen = Person(telegram, SHEN)
    await later(staffed, clock, STARTS)
    await staffed.services.mentoring.presence.arrive(1, LIN)
    await staffed.services.mentoring.applying.withdraw(1, EMMA)
    await opened(shen)
    page = shen.last
    roster = load_workbook(io.BytesIO(await telegram.document(await shen.presses("onday:roster:1"))))
    assert roster.sheetnames[0] == "富士康"
    assert roster.sheetnames[-1] == "全部"
    assert [cell.value for cell in roster["富士康"][3]][:3] == ["13:30", "演示公司甲", "一台会飞的路由器"]
    export = await telegram.document(await shen.presses("onday:file:1", on=page))
    rows = CalamineWorkbook.from_filelike(io.BytesIO(export)).get_sheet_by_index(0).to_python()
    assert [row[:1] + row[3:4] + row[5:6] + row[9:] for row in rows] == [
        ["公司", "状态", "时间", "签到"],
        ["演示公司甲", "已通过", "13:30 富士康", "2026-11-27 13:30"],
        ["2 号创业者", "已退出", "", ""],
    ]


@pytest.mark.usefixtures("day")
@pytest.mark.parametrize("data", CHANGES)
async def test_viewers_change_nothing(
    staffed: Assistant, telegram: SandboxClient, telegram_address: str, data: str
) -> None:
    await enlist(staffed.services.database, LI, Role.VIEWER)
    assert await forge(telegram_address, Person(telegram, LI), data) == ZH("mentoring-error-no-right")


@pytest.mark.usefixtures("day")
async def test_viewers_look(staffed: Assistant, telegram: SandboxClient) -> None:
    await enlist(staffed.services.database, LI, Role.VIEWER)
    li = Person(telegram, LI)
    await opened(li)
    assert li.last
    assert [one.data for one in li.last.buttons] == ["onday:here:1", "onday:roster:1", "onday:file:1", "day:open:1"]
    assert data_of(await li.presses("onday:here:1"), "onday:in") == []


@pytest.mark.usefixtures("day")
@pytest.mark.parametrize("data", [*CHANGES, *LOOKS])
async def test_tenants_see_and_change_nothing(telegram: SandboxClient, telegram_address: str, data: str) -> None:
    assert await forge(telegram_address, Person(telegram, EMMA), data) == EN("access-staff-only")


@pytest.mark.usefixtures("day")
@pytest.mark.parametrize(
    ("data", "key"),
    [
        ("onday:open:99", "mentoring-error-gone"),
        ("onday:in:99", "mentoring-error-gone"),
        ("onday:in:1", "mentoring-error-early"),
        ("onday:late:1:9", "press-stale"),
        ("onday:later:1:0:7:x", "press-stale"),
        ("onday:later:1:0:10:x", "mentoring-error-not-today"),
        ("onday:sooner:1:0:-10:x", "press-stale"),
        ("onday:door:x", "press-stale"),
        ("onday:burn:1", "press-stale"),
        ("onday", "press-stale"),
    ],
)
async def test_what_is_gone_or_forged_is_told(
    telegram: SandboxClient, telegram_address: str, data: str, key: str
) -> None:
    assert await forge(telegram_address, Person(telegram, SHEN), data) == ZH(key)
