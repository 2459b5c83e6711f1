"""Whom an expert sees, and the rosters to be printed."""

import io

from openpyxl import load_workbook

from bot.knowledge.kinds import Programme
from bot.knowledge.store import publish
from bot.languages import Language
from bot.mentoring.notices import Words
from bot.mentoring.roster_file import roster_file
from bot.mentoring.service import Mentoring
from bot.messages.texts import texts_in
from storage.database import Database
from tests.bot.mentoring.conftest import (
    CLOSES,
    DESK,
    EMMA,
    HOUR,
    LIN,
    RECORDS,
    STARTS,
    ZHAO,
    admitted,
    advanced,
    last_text,
    published,
)
from tests.fakes import FakeClock


async def test_roster_is_that_of_the_own_table_and_known_when_it_is_published(
    desk: Mentoring, clock: FakeClock
) -> None:
    assert await desk.rosters.following("factory") is None
    await admitted(desk, ZHAO, "capital")
    day = await admitted(desk, LIN, "factory")
    await advanced(desk, clock, CLOSES)
    before = await desk.rosters.following("factory")
    assert before
    assert before.meetings == ()
    await desk.arranging.publish(day.id)
    roster = await desk.rosters.following("factory")
    assert roster
    assert [(one.slot.starts_at, one.application.party) for one in roster.meetings] == [(STARTS, "acme")]
    assert await desk.rosters.following("nobody") is None
    await desk.changing.cancel(day.id)
    assert await desk.rosters.following("factory") is None


async def test_expert_who_is_gone_is_in_rosters_while_somebody_sits_there(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    await published(desk, clock, LIN)
    without = [
        one.model_copy(update={"mentors": ["capital"]}) if isinstance(one, Programme) else one for one in RECORDS
    ]
    await publish(database, without, replace=True, clock=clock)
    await advanced(desk, clock, STARTS - 18 * HOUR)
    assert "【工厂】" in await last_text(database, DESK)
    day, slots = await desk.days.find(1), await desk.arranging.timetable(1)
    words = Words(day, await desk.days.knowledge(clock.now()), clock.now())
    book = load_workbook(io.BytesIO(roster_file(texts_in(Language.ZH), words, slots, {})))
    assert book.sheetnames == ["资本", "工厂", "全部"]


async def test_workbook_has_a_sheet_a_table_that_prints_well_and_one_with_all(
    desk: Mentoring, clock: FakeClock
) -> None:
    await admitted(desk, ZHAO, "capital")
    day_id = await published(desk, clock, LIN, EMMA)
    day = await desk.days.find(day_id)
    words = Words(day, await desk.days.knowledge(clock.now()), clock.now())
    slots = await desk.arranging.timetable(day_id)
    parties = {one.application_id: ("=顶点", f"一盏灯\x07{one.application_id}") for one in slots}
    book = load_workbook(io.BytesIO(roster_file(texts_in(Language.ZH), words, slots, parties)))
    assert book.sheetnames == ["工厂", "资本", "全部"]
    factory, everything = book["工厂"], book["全部"]
    rows = list(factory.iter_rows(values_only=True))
    assert rows[0][0] == "淘富成真 · 12月25日（周五） 13:30–14:30 · 路演厅 · 工厂"
    assert rows[1] == ("时间", "公司", "产品", "签字")
    assert [row[:2] for row in rows[2:]] == [("13:30", "'=顶点"), ("13:45", "'=顶点")]
    assert rows[2][2] in {f"一盏灯{one.application_id}" for one in slots}
    assert [row[:2] for row in everything.iter_rows(min_row=3, values_only=True)] == [
        ("13:30", "资本"),
        ("13:30", "工厂"),
        ("13:45", "工厂"),
    ]
    for sheet in book.worksheets:
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", 1)
        assert sheet.sheet_properties.pageSetUpPr
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
