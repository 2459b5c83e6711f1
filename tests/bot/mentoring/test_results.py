"""What staff and experts record of meetings, and what the party reads of it, on both engines."""

import asyncio
from datetime import date, timedelta

import pytest

from bot import tenants
from bot.mentoring import reviewers
from bot.mentoring.errors import NoDayError, NoResultError, NotYetError, NotYourTableError, ToldError
from bot.mentoring.reviewers import Reviewer
from bot.mentoring.service import Mentoring
from bot.people import companies, staff
from bot.people.staff import Member, Role
from storage import chats
from storage.database import Database
from storage.models import Mentor
from tests.bot.mentoring.conftest import (
    CLOSES,
    DESK,
    EMMA,
    LIN,
    STARTS,
    WANG,
    admitted,
    advanced,
    last_text,
    published,
    told,
)
from tests.factories import AT
from tests.fakes import FakeClock

EXPERT, OTHER, VIEWER = 22, 23, 24
STAFF = Reviewer(DESK, writes=True)
OWN, ELSEWHERE = Reviewer(EXPERT, writes=True, member_id="factory"), Reviewer(OTHER, writes=True, member_id="capital")
LOOKING = Reviewer(VIEWER, writes=False)


@pytest.fixture
async def met(desk: Mentoring, clock: FakeClock) -> int:
    """The slot at which 林工 of acme sits at the factory's table; Emma comes after. The first has begun."""
    await published(desk, clock, LIN, EMMA)
    clock.set(STARTS)
    (first, _) = await desk.arranging.timetable(1)
    return first.id or 0


@pytest.mark.parametrize(("passed", "known"), [(True, True), (False, None)])
async def test_that_a_company_passed_is_known_of_it_once_it_was_told(
    desk: Mentoring, database: Database, met: int, passed: bool, known: bool | None
) -> None:
    await desk.results.judge(met, STAFF, passed=passed)
    before = await companies.load(database, "acme")
    await desk.results.tell(met, STAFF)
    after = await companies.load(database, "acme")
    assert before
    assert after
    assert (before.passed_mentoring_review, after.passed_mentoring_review) == (None, known)


async def test_that_a_company_passed_is_not_known_any_more_once_it_is_told_of_the_mistake(
    desk: Mentoring, database: Database, clock: FakeClock, met: int
) -> None:
    known = []
    for passed in (True, False, True, None):
        clock.advance(minutes=1)
        if passed is None:
            await desk.results.advise(met, STAFF, "外壳换成 ABS")
        else:
            await desk.results.judge(met, STAFF, passed=passed)
        clock.advance(minutes=1)
        await desk.results.tell(met, STAFF)
        company = await companies.load(database, "acme")
        known.append(company and company.passed_mentoring_review)
    assert known == [True, None, True, True]


async def test_that_a_company_passed_at_another_table_stays_known(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    day = await admitted(desk, LIN, "factory", "capital")
    await advanced(desk, clock, CLOSES)
    await desk.arranging.publish(day.id)
    clock.set(STARTS + timedelta(hours=1))
    first, second = await desk.arranging.timetable(day.id)
    for slot, passed in ((first, True), (second, True), (second, False)):
        clock.advance(minutes=1)
        await desk.results.judge(slot.id or 0, STAFF, passed=passed)
        clock.advance(minutes=1)
        await desk.results.tell(slot.id or 0, STAFF)
    company = await companies.load(database, "acme")
    assert company
    assert company.passed_mentoring_review is True


async def test_who_records(desk: Mentoring, database: Database) -> None:
    async with database.transaction() as session:
        for person in (EXPERT, OTHER, VIEWER):
            await chats.upsert(session, person, "private", AT)
        session.add(Mentor(telegram_id=EXPERT, member_id="factory", added_at=AT))
        session.add(Mentor(telegram_id=DESK, member_id="factory", added_at=AT))
    await staff.put(database, Member(VIEWER, Role.VIEWER, None, AT))
    assert await reviewers.find(database, DESK) == STAFF
    assert await reviewers.find(database, EXPERT) == OWN
    assert await reviewers.find(database, VIEWER) == LOOKING
    assert await reviewers.find(database, LIN) is None
    await staff.put(database, Member(EXPERT, Role.VIEWER, None, AT))
    assert await reviewers.find(database, EXPERT) == OWN


async def test_party_reads_the_result_once_it_is_told(
    desk: Mentoring, database: Database, clock: FakeClock, met: int
) -> None:
    results = desk.results
    await results.judge(met, OWN, passed=True)
    await results.advise(met, OWN, " 外壳\n换成 ABS ")
    await results.promise(met, STAFF, "寄三套样机")
    await results.promise_by(met, STAFF, date(2027, 1, 8))
    await results.point_to(met, STAFF, "lab")
    assert (await results.of_party("taofu", WANG))[0].results == []
    clock.advance(minutes=20)
    await results.tell(met, STAFF)
    assert await last_text(database, LIN) == [
        "结果出来了：淘富成真",
        "【工厂】",
        "通过评审",
        "建议：外壳 换成 ABS",
        "说好的：寄三套样机，2027年1月8日（周五）前",
        "下一步找：硬功馆",
    ]
    (past,) = await results.of_party("taofu", WANG)
    assert [(one.passed, one.advice, one.recorded_by) for one in past.results] == [(True, "外壳 换成 ABS", DESK)]
    assert (await results.of_party("taofu", EMMA))[0].results == []


async def test_changes_are_told_again_only_when_somebody_says_so(
    desk: Mentoring, database: Database, clock: FakeClock, met: int
) -> None:
    await desk.results.judge(met, OWN, passed=False)
    clock.advance(minutes=1)
    await desk.results.tell(met, OWN)
    for _ in range(2):
        with pytest.raises(ToldError):
            await desk.results.tell(met, OWN)
    clock.advance(minutes=1)
    await desk.results.judge(met, OWN, passed=False)
    with pytest.raises(ToldError):
        await desk.results.tell(met, OWN)
    await desk.results.judge(met, OWN, passed=True)
    assert [one for one, _ in await told(database, "mentoring-result")] == [LIN]
    await desk.results.tell(met, OWN)
    assert await told(database, "mentoring-result") == [
        (LIN, "结果出来了：淘富成真"),
        (LIN, "结果有更新：淘富成真"),
    ]


async def test_two_who_tell_at_once_tell_it_once(
    desk: Mentoring, database: Database, clock: FakeClock, met: int
) -> None:
    await desk.results.judge(met, OWN, passed=True)
    clock.advance(minutes=1)
    outcomes = await asyncio.gather(*(desk.results.tell(met, one) for one in (OWN, STAFF, OWN)), return_exceptions=True)
    assert [type(one) for one in outcomes if one] == [ToldError, ToldError]
    assert len(await told(database, "mentoring-result")) == 1


async def test_nothing_is_told_before_anything_is_recorded(desk: Mentoring, database: Database, met: int) -> None:
    with pytest.raises(NoResultError):
        await desk.results.tell(met, STAFF)
    with pytest.raises(NoResultError):
        await desk.results.promise_by(met, STAFF, date(2027, 1, 8))
    with pytest.raises(NoResultError):
        await desk.results.remark(met, OWN, "很好")
    assert await told(database, "mentoring-result") == []


async def test_others_tables_and_meetings_to_come_are_not_recorded(desk: Mentoring, clock: FakeClock, met: int) -> None:
    (_, later) = await desk.arranging.timetable(1)
    for reviewer, slot_id, error in (
        (ELSEWHERE, met, NotYourTableError),
        (LOOKING, met, NotYourTableError),
        (OWN, later.id or 0, NotYetError),
        (STAFF, 99, NoDayError),
    ):
        for act in (
            desk.results.judge(slot_id, reviewer, passed=True),
            desk.results.advise(slot_id, reviewer, "x"),
            desk.results.rate(slot_id, reviewer, 5),
            desk.results.tell(slot_id, reviewer),
        ):
            with pytest.raises(error):
                await act
    with pytest.raises(NoDayError):
        await desk.results.point_to(met, STAFF, "hall")
    with pytest.raises(NotYourTableError):
        await desk.results.of_meeting(met, ELSEWHERE)
    _, seen = await desk.results.of_day(1, STAFF)
    assert [(one.result, one.feedback) for one in seen] == [(None, None)] * 2
    assert (await desk.results.of_day(1, ELSEWHERE))[1] == []


async def test_experts_see_no_meeting_of_a_timetable_that_is_not_published(desk: Mentoring, clock: FakeClock) -> None:
    day = await admitted(desk, LIN, "factory")
    await advanced(desk, clock, CLOSES)
    (slot,) = await desk.arranging.timetable(day.id)
    assert (await desk.results.of_day(day.id, OWN))[1] == []
    with pytest.raises(NoDayError):
        await desk.results.of_meeting(slot.id or 0, OWN)
    assert len((await desk.results.of_day(day.id, STAFF))[1]) == 1
    await desk.arranging.publish(day.id)
    assert len((await desk.results.of_day(day.id, OWN))[1]) == 1


async def test_cancelled_day_has_no_results(desk: Mentoring, clock: FakeClock, met: int) -> None:
    clock.set(STARTS - timedelta(hours=1))
    await desk.changing.cancel(1)
    clock.set(STARTS)
    with pytest.raises(NoDayError):
        await desk.results.judge(met, STAFF, passed=True)
    assert await desk.results.of_party("taofu", LIN) == []


async def test_experts_rate_and_say_why(desk: Mentoring, clock: FakeClock, met: int) -> None:
    await desk.results.rate(met, OWN, 3)
    await desk.results.remark(met, OWN, "准备充分")
    await desk.results.rate(met, STAFF, 4)
    _, (one, *_) = await desk.results.of_day(1, STAFF)
    assert one.feedback
    assert (one.feedback.given_by, one.feedback.stars, one.feedback.sentence) == ("factory", 4, "准备充分")


async def test_results_of_days_to_come_are_not_asked_for(desk: Mentoring, clock: FakeClock) -> None:
    await published(desk, clock, LIN)
    assert await desk.results.of_party("taofu", LIN) == []
    clock.set(STARTS - timedelta(seconds=1))
    (slot,) = await desk.arranging.timetable(1)
    with pytest.raises(NotYetError):
        await desk.results.judge(slot.id or 0, STAFF, passed=True)


async def test_who_recorded_can_be_forgotten(desk: Mentoring, database: Database, clock: FakeClock, met: int) -> None:
    await desk.results.judge(met, OWN, passed=True)
    async with database.transaction() as session:
        await chats.upsert(session, EXPERT, "private", AT)
    held = await tenants.held(database, EXPERT)
    assert held
    assert held.recorded == 1
    await tenants.forget(database, EXPERT)
    _, (one, *_) = await desk.results.of_day(1, STAFF)
    assert one.result
    assert (one.result.passed, one.result.recorded_by) == (True, 0)


async def test_who_applied_can_be_forgotten(desk: Mentoring, database: Database, met: int) -> None:
    await desk.results.judge(met, OWN, passed=True)
    await desk.results.rate(met, OWN, 4)
    held = await tenants.held(database, LIN)
    assert held
    assert [one.passed for one in held.results] == [True]
    await tenants.forget(database, LIN)
    _, seen = await desk.results.of_day(1, STAFF)
    assert [one.result for one in seen] == [None]
