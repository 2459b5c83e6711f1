"""Whom an announcement is for is chosen by what is ticked, and how many that makes is shown."""

import pytest

from bot.announcements.audience import Audience
from bot.app import Assistant
from bot.people import companies, preferences
from bot.people.company import Company
from tests.fakes import FakeClock
from tests.handlers.conftest import EMMA, LIN, ZH
from tests.handlers.staff.announcements.drafts import EVERYBODY, begin
from tests.handlers.staff.announcements.officer import Officer, only


async def chosen(park: Assistant) -> Audience:
    return Audience.model_validate((await only(park)).audience)


async def test_lists_are_combined_and_everybody_ends_them(park: Assistant, officer: Officer) -> None:
    await begin(officer)
    await officer.presses("audience", ZH("announce-list-buildings"))
    shown = await officer.presses("4号楼", "5号楼")
    assert shown.text.splitlines()[1] == "发给：楼栋 4号楼、5号楼，1 人（林工）"
    await officer.presses("done", ZH("announce-list-companies"), "演示公司乙", "done")
    assert await chosen(park) == Audience(buildings=("building-4", "building-5"), companies=("demo-saas",))
    assert officer.screen
    assert officer.screen.text.splitlines()[1] == "发给：楼栋 4号楼、5号楼；公司 演示公司乙，0 人"
    assert {"✓ 楼栋 2", "✓ 公司 1"} <= {one.text for one in officer.screen.buttons}
    await officer.presses(EVERYBODY)
    assert await chosen(park) == Audience(all=True)
    await officer.presses(f"✓ {EVERYBODY}")
    assert await chosen(park) == Audience()
    assert not officer.offers("send")


async def test_what_is_ticked_again_is_taken_back(park: Assistant, officer: Officer) -> None:
    await begin(officer)
    await officer.presses("audience", EVERYBODY, ZH("announce-list-sectors"), "智能硬件")
    assert await chosen(park) == Audience(sectors=("smart-hardware",))
    await officer.presses("✓ 智能硬件")
    assert await chosen(park) == Audience()


async def test_topics_reach_those_who_want_them(park: Assistant, officer: Officer, clock: FakeClock) -> None:
    database = park.services.database
    await preferences.want(database, EMMA, clock.now(), "safety", wanted=False)
    await preferences.mute(database, LIN, clock.now(), muted=True)
    await begin(officer)
    await officer.presses("audience", ZH("announce-list-topics"))
    shown = await officer.presses("安全")
    assert shown.text.splitlines()[1] == "发给：话题 安全，1 人"
    await officer.presses("活动")
    assert (await chosen(park)).topics == ("safety", "events")


async def test_long_list_is_turned_page_by_page(park: Assistant, officer: Officer, clock: FakeClock) -> None:
    many = [Company.model_validate({"id": f"c{number:02}", "name": {"zh": f"公司{number:02}"}}) for number in range(20)]
    await companies.save(park.services.database, many, clock)
    await begin(officer)
    first = await officer.presses("audience", ZH("announce-list-companies"))
    assert [one.text for one in first.buttons][-2:] == [ZH("button-next"), ZH("announce-button-done")]
    last = await officer.presses(ZH("button-next"), ZH("button-next"))
    assert [one.text for one in last.buttons][-2:] == [ZH("button-previous"), ZH("announce-button-done")]
    await officer.presses("演示公司丙")
    assert (await chosen(park)).companies == ("demo-tea",)


async def test_those_who_signed_up_for_an_event_are_reached(
    park: Assistant, officer: Officer, clock: FakeClock
) -> None:
    await begin(officer)
    shown = await officer.presses("audience", ZH("announce-list-events"))
    event = shown.buttons[0].text
    told = await officer.presses(event)
    assert told.text.splitlines()[1] == f"发给：报名的活动 {event}，0 人"
    assert len((await chosen(park)).events) == 1


@pytest.mark.parametrize(
    ("span", "said"),
    [("recent", "2026-08-23 起入驻"), ("year", "2026-01-01 起入驻"), ("older", "2025-11-24 前入驻")],
)
async def test_span_of_moving_in_is_offered(park: Assistant, officer: Officer, span: str, said: str) -> None:
    await begin(officer)
    await officer.presses("audience", ZH("announce-list-moved"))
    shown = await officer.presses(f"moved-{span}")
    assert said in shown.text
    await officer.presses("✓ 入驻时间", "moved-any")
    assert await chosen(park) == Audience()


async def test_span_of_moving_in_is_typed(park: Assistant, officer: Officer) -> None:
    await begin(officer)
    await officer.presses("audience", ZH("announce-list-moved"), "moved-type")
    assert (await officer.says("最近")).text == ZH("announce-unclear-moved")
    assert "食堂" in (await officer.says("食堂几点开门？")).text
    card = await officer.says("2026年8月到2026年9月")
    assert "发给：2026-08-01 起、2026-09-01 前入驻，1 人（林工）" in card.text.splitlines()


async def test_nobody_is_refused_with_a_reason(park: Assistant, officer: Officer) -> None:
    await begin(officer)
    await officer.presses("audience", EVERYBODY, "done")
    question = await officer.presses("send")
    announcement = await only(park)
    await park.services.announcements.edit(announcement.id or 0, announcement.author, None, audience=Audience())
    await officer.presses(next(one.data for one in question.buttons if one.data.startswith("announce:go")))
    assert officer.toast
    assert officer.toast.text == ZH("announce-error-stale")
