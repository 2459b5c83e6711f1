"""What came of meetings, recorded on the phone by staff and by an expert, and read by the founder."""

from datetime import UTC, datetime

import pytest

from bot.app import Assistant
from bot.people.staff import Role
from bot.sandbox.client import SandboxClient
from storage.models import MeetingResult, Mentor
from tests.factories import AT
from tests.fakes import FakeClock
from tests.handlers.arranged import applied
from tests.handlers.conftest import EMMA, EN, LIN, ZH, Faults, data_of
from tests.handlers.forging import forge, with_button
from tests.handlers.staff.conftest import LI, SHEN, enlist
from tests.handlers.staff.test_mentoring_days import arrived
from tests.handlers.tenant.profile.talking import Person

CLOSED = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
BEGUN = datetime(2026, 11, 27, 5, 30, tzinfo=UTC)
EVENING = datetime(2026, 11, 27, 10, 0, tzinfo=UTC)
WEEK_AFTER = datetime(2026, 12, 4, 2, 0, tzinfo=UTC)


@pytest.fixture
async def met(staffed: Assistant, telegram: SandboxClient, clock: FakeClock) -> Assistant:
    """The day has begun on which 林工 sits at Foxconn's table."""
    for person in (SHEN, LIN, LI, EMMA):
        await telegram.ask(person, "/start")
    await applied(staffed, LIN)
    desk = staffed.services.mentoring
    await desk.arranging.decide(1)
    clock.set(CLOSED)
    await desk.advance()
    await desk.arranging.publish(1)
    await arrived(telegram, SHEN, "时间表排好了")
    await arrived(telegram, LIN, "时间排好了")
    clock.set(BEGUN)
    return staffed


async def speaks_for(park: Assistant, person: int, member_id: str) -> None:
    async with park.services.database.transaction() as session:
        session.add(Mentor(telegram_id=person, member_id=member_id, added_at=AT))


async def recorded(park: Assistant) -> list[MeetingResult]:
    """What 林工 was told."""
    found = await park.services.mentoring.results.of_party("taofu", LIN)
    return [result for past in found for result in past.results]


async def test_from_the_table_to_the_founders_phone(
    met: Assistant, telegram: SandboxClient, clock: FakeClock, faults: Faults
) -> None:
    shen = Person(telegram, SHEN)
    await shen.says("/mentoring_admin")
    await shen.presses("day:open:1")
    page = await shen.presses("mentoring-button-results")
    assert [one.text for one in page.buttons][:1] == ["· 13:30 1 号创业者 · 富士康"]
    card = await shen.presses("result:open:1")
    assert ZH("results-nothing") in card.text
    assert data_of(card, "result:tell") == []
    await shen.presses("result:passed:1:1")
    await shen.presses("result:ask:1:advice")
    card = await shen.says("外壳换成 ABS")
    assert "建议：外壳换成 ABS" in card.text
    await shen.presses("result:ask:1:promise")
    asked = await shen.says("寄三套样机")
    assert asked.text.splitlines()[1] == ZH("results-ask-day")
    assert await shen.says("尽快吧") == shen.last
    assert shen.last
    assert shen.last.text == ZH("results-day-unclear")
    card = await shen.says("12月11日")
    assert "说好的：寄三套样机，12月11日（周五）前" in card.text
    to = await shen.presses("result:to:1")
    assert [one.text for one in to.buttons] == ["富士康", "硬功馆", "不用找", "← 返回"]
    await shen.presses("result:to:1:makers-lab")
    await shen.presses("result:stars:1:4")
    await shen.says("准备充分")
    clock.advance(minutes=5)
    told = await shen.presses("result:tell:1")
    assert "已通知对方" in told.text
    assert data_of(told, "result:tell") == []
    result = await arrived(telegram, LIN, "结果出来了")
    assert result.splitlines()[1:] == [
        "【富士康】",
        "通过评审",
        "建议：外壳换成 ABS",
        "说好的：寄三套样机，12月11日（周五）前",
        "下一步找：硬功馆",
    ]
    lin = Person(telegram, LIN)
    message = next(one for one in await telegram.messages(LIN) if one.text.startswith("结果出来了"))
    voucher = await lin.presses("show:subsidy:prototype-voucher", on=message)
    assert "打样" in voucher.text
    await lin.says("/mentoring")
    await lin.presses("mentor:open:taofu")
    past = await lin.presses("results-button-past")
    assert "建议：外壳换成 ABS" in past.text
    assert faults() == []


async def test_question_after_going_back_overwrites_nothing(
    met: Assistant, telegram: SandboxClient, telegram_address: str, clock: FakeClock
) -> None:
    shen = Person(telegram, SHEN)
    for what, sentence in (("advice", "外壳换成 ABS"), ("promise", "寄三套样机")):
        ask = await with_button(telegram_address, shen, f"result:ask:1:{what}")
        await shen.presses(f"result:ask:1:{what}", on=ask)
        asked = await shen.says(sentence)
        if what == "promise":
            await shen.presses("result:by:1:week", on=asked)
            assert "食堂" in (await shen.says("食堂几点开门")).text
        again = await with_button(telegram_address, shen, f"result:ask:1:{what}")
        await shen.presses(f"result:ask:1:{what}", on=again)
        await shen.presses("mentoring-button-back")
        assert "食堂" in (await shen.says("食堂几点开门")).text
    clock.advance(minutes=1)
    assert await forge(telegram_address, shen, "result:tell:1") == ZH("mentoring-told")
    (result,) = await recorded(met)
    assert (result.advice, result.promise) == ("外壳换成 ABS", "寄三套样机")


async def test_who_may_record_no_more_is_told_once(
    met: Assistant, telegram: SandboxClient, telegram_address: str
) -> None:
    shen = Person(telegram, SHEN)
    ask = await with_button(telegram_address, shen, "result:ask:1:advice")
    await shen.presses("result:ask:1:advice", on=ask)
    await enlist(met.services.database, LI, Role.OWNER)
    await enlist(met.services.database, SHEN, Role.VIEWER)
    assert (await shen.says("外壳换成 ABS")).text == ZH("mentoring-error-no-right")
    assert "食堂" in (await shen.says("食堂几点开门")).text


async def test_expert_records_at_the_own_table_alone(
    met: Assistant, telegram: SandboxClient, telegram_address: str, clock: FakeClock
) -> None:
    await speaks_for(met, LI, "foxconn")
    await speaks_for(met, EMMA, "taobao")
    li, emma = Person(telegram, LI), Person(telegram, EMMA)
    assert await forge(telegram_address, emma, "result:passed:1:1") == EN("mentoring-error-not-your-table")
    assert await forge(telegram_address, emma, "result:open:1") == EN("mentoring-error-not-your-table")
    assert await forge(telegram_address, li, "result:said:1") == ZH("access-staff-only")
    assert await forge(telegram_address, li, "result:passed:1:1") == ""
    clock.advance(minutes=1)
    assert await forge(telegram_address, li, "result:tell:1") == ZH("mentoring-told")
    assert [one.recorded_by for one in await recorded(met)] == [LI]


@pytest.mark.parametrize(
    "data", ["result:passed:1:1", "result:ask:1:advice", "result:to:1", "result:to:1:foxconn", "result:tell:1"]
)
async def test_viewers_look_and_change_nothing(
    met: Assistant, telegram: SandboxClient, telegram_address: str, data: str
) -> None:
    await enlist(met.services.database, LI, Role.VIEWER)
    assert await forge(telegram_address, Person(telegram, LI), data) == ZH("mentoring-error-no-right")
    assert await forge(telegram_address, Person(telegram, EMMA), data) == EN("access-staff-only")
    li = Person(telegram, LI)
    await li.says("/mentoring_admin")
    await li.presses("day:open:1")
    await li.presses("result:day:1")
    card = await li.presses("result:open:1")
    assert [one.data for one in card.buttons] == ["result:day:1"]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ("result:day:99", "mentoring-error-gone"),
        ("result:open:99", "mentoring-error-gone"),
        ("result:passed:1:2", "press-stale"),
        ("result:by:1:week", "mentoring-error-no-result"),
        ("result:by:1:never", "press-stale"),
        ("result:to:1:canteen", "mentoring-error-gone"),
        ("result:stars:1:6", "press-stale"),
        ("result:ask:1:money", "press-stale"),
        ("result:tell:1", "mentoring-error-no-result"),
        ("result:open:x", "press-stale"),
        ("result", "press-stale"),
    ],
)
async def test_forged_and_stale_buttons_do_nothing(
    met: Assistant, telegram: SandboxClient, telegram_address: str, data: str, key: str
) -> None:
    assert await forge(telegram_address, Person(telegram, SHEN), data) == ZH(key)
    assert await recorded(met) == []


async def test_staff_read_what_both_sides_say(met: Assistant, telegram: SandboxClient, clock: FakeClock) -> None:
    clock.set(EVENING)
    await met.services.mentoring.afterwards.rate(1, LIN, 5)
    await met.services.mentoring.afterwards.say(1, LIN, "收获很大")
    shen = Person(telegram, SHEN)
    await shen.says("/mentoring_admin")
    await shen.presses("day:open:1")
    await shen.presses("result:day:1")
    await shen.presses("result:open:1")
    await shen.presses("result:stars:1:3")
    await shen.says("再打磨一下")
    await shen.presses("result:day:1")
    said = await shen.presses("result:said:1")
    assert said.text.splitlines()[1:] == [
        "创业者打分：平均 5.0（1 家）",
        "· 1 号创业者（5 分）：收获很大",
        "专家打分：平均 3.0（1 场）",
        "· 富士康 说 1 号创业者（3 分）：再打磨一下",
    ]
