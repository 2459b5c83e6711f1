"""A mentoring day from its opening to the last change of its timetable, on both engines."""

import asyncio
from datetime import timedelta

import pytest

from bot.mentoring.errors import (
    CancelledError,
    ClosedError,
    DecidedError,
    NoDayError,
    NotOpenError,
    NoWishError,
    PublishedError,
    TakenError,
)
from bot.mentoring.service import Mentoring
from storage import chats, preferences
from storage.database import Database
from storage.models import ApplicationState
from tests.bot.mentoring.conftest import (
    CLOSES,
    DAY,
    DESK,
    EMMA,
    HOUR,
    LIN,
    OPENS,
    STARTS,
    WANG,
    ZHAO,
    admitted,
    advanced,
    applied,
    begun,
    deliver,
    last_text,
    published,
    told,
)
from tests.factories import AT
from tests.fakes import FakeClock

APPLIED, ADMITTED = ApplicationState.APPLIED, ApplicationState.ADMITTED


async def test_day_opens_two_weeks_before_and_closes_three_days_before(desk: Mentoring, clock: FakeClock) -> None:
    clock.set(OPENS - HOUR)
    (day, after) = await desk.days.upcoming("taofu", LIN)
    assert (day.occurrence.starts_at, day.opens_at, day.closes_at) == (STARTS, OPENS, CLOSES)
    assert after.occurrence.starts_at.astimezone(desk.days.zone).strftime("%m-%d") == "01-29"
    early = await desk.applying.begin("taofu", STARTS, LIN)
    assert (early.own, early.is_open(clock.now())) == (None, False)
    with pytest.raises(NoDayError):
        await desk.applying.wish(1, LIN, "factory")


async def test_founder_ranks_experts_and_says_what_they_make(desk: Mentoring) -> None:
    day = await begun(desk, LIN)
    for wish in ("capital", "factory", "capital", "capital"):
        day = await desk.applying.wish(day.id, LIN, wish)
    assert day.own
    assert day.own.wishes == ["factory", "capital"]
    day = await desk.applying.apply(day.id, LIN, "  一台会飞的\n路由器 ")
    assert day.own
    assert (day.own.state, day.own.product, day.applied) == (APPLIED, "一台会飞的 路由器", 1)


async def test_a_company_has_one_application(desk: Mentoring) -> None:
    await applied(desk, LIN, "factory")
    day = await begun(desk, WANG)
    assert day.own
    assert day.own.wishes == ["factory"]
    assert (await applied(desk, EMMA)).applied == 2


async def test_nothing_is_applied_for_without_a_wish(desk: Mentoring) -> None:
    day = await begun(desk, LIN)
    with pytest.raises(NoWishError):
        await desk.applying.apply(day.id, LIN, "路由器")
    with pytest.raises(NoDayError):
        await desk.applying.wish(day.id, LIN, "nobody")


async def test_after_the_deadline_and_after_the_decision_nothing_changes(desk: Mentoring, clock: FakeClock) -> None:
    decided, waiting = await admitted(desk, LIN), await applied(desk, EMMA)
    with pytest.raises(DecidedError):
        await desk.applying.wish(decided.id, LIN, "capital")
    clock.set(CLOSES)
    with pytest.raises(ClosedError):
        await desk.applying.wish(waiting.id, EMMA, "capital")
    with pytest.raises(ClosedError):
        await desk.applying.apply(waiting.id, EMMA, "别的")
    clock.set(OPENS - HOUR)
    with pytest.raises(NotOpenError):
        await desk.applying.apply(waiting.id, EMMA, "别的")


async def test_founders_are_told_what_was_decided(desk: Mentoring, database: Database) -> None:
    first, second = await applied(desk, LIN), await applied(desk, EMMA)
    assert first.own
    assert second.own
    await desk.arranging.decide(first.own.id or 0)
    await desk.arranging.decide(second.own.id or 0, "copy")
    assert await told(database) == [(LIN, "通过了：淘富成真"), (EMMA, "Not this time: Mentoring day")]
    with pytest.raises(DecidedError):
        await desk.arranging.decide(first.own.id or 0)
    await desk.arranging.decide(second.own.id or 0)
    assert [one.state for one in await desk.arranging.applications(first.id)] == [ADMITTED, ADMITTED]


async def test_declining_twice_tells_once(desk: Mentoring, database: Database) -> None:
    own = (await applied(desk, LIN)).own
    assert own
    pressed = (desk.arranging.decide(own.id or 0, "copy") for _ in range(2))
    found = await asyncio.gather(*pressed, return_exceptions=True)
    assert sorted(type(one).__name__ for one in found) == ["Application", "DecidedError"]
    assert await told(database) == [(LIN, "这次没能安排：淘富成真")]


async def test_nothing_is_decided_on_a_day_that_is_cancelled_or_over(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    day = await applied(desk, LIN)
    assert day.own
    await desk.changing.cancel(day.id)
    for reason in (None, "copy"):
        with pytest.raises(CancelledError):
            await desk.arranging.decide(day.own.id or 0, reason)
    await desk.changing.resume(day.id)
    clock.set(day.occurrence.ends_at)
    for reason in (None, "copy"):
        with pytest.raises(NoDayError):
            await desk.arranging.decide(day.own.id or 0, reason)
    assert await told(database, "mentoring-decided") == []


async def test_opening_is_told_once_to_who_wants_to_hear_of_it(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    async with database.transaction() as session:
        await preferences.set_topic(session, WANG, "mentoring", on=False)
        await preferences.set_muted(session, ZHAO, muted=True)
    await advanced(desk, clock, OPENS - timedelta(seconds=1))
    assert await told(database) == []
    await advanced(desk, clock, OPENS)
    await advanced(desk, clock, OPENS + HOUR)
    assert sorted(await told(database), key=str) == [
        (LIN, "开始报名：淘富成真"),
        (EMMA, "Registration is open: Mentoring day"),
        (DESK, "开始报名：淘富成真"),
    ]


async def test_who_did_not_finish_is_reminded_a_day_before_the_deadline(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    await begun(desk, LIN)
    await applied(desk, EMMA)
    await desk.advance()
    await deliver(database)
    await advanced(desk, clock, CLOSES - DAY)
    await advanced(desk, clock, CLOSES - HOUR)
    assert await told(database, "mentoring:1:1:closes") == [(LIN, "还差一步：淘富成真")]


async def test_timetable_is_proposed_at_the_deadline_and_told_when_it_is_published(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    day = await admitted(desk, LIN, "capital", "factory")
    await admitted(desk, EMMA, "capital")
    await applied(desk, ZHAO)
    await desk.advance()
    await deliver(database)
    with pytest.raises(PublishedError):
        await desk.arranging.publish(day.id)
    await advanced(desk, clock, CLOSES)
    assert await told(database, "mentoring:1:1:proposed") == [(DESK, "时间表排好了：淘富成真")]
    assert (await last_text(database, DESK))[-1] == "排了 3 场，还有 1 家没审核；请看一眼再发布。"
    slots = await desk.arranging.timetable(day.id)
    assert sorted((one.application_id, one.member_id, one.rank) for one in slots) == [
        (1, "capital", 0),
        (1, "factory", 1),
        (2, "capital", 0),
    ]
    await desk.arranging.publish(day.id)
    assert await told(database, "mentoring-slots") == [
        (LIN, "时间排好了：淘富成真"),
        (EMMA, "Your times: Mentoring day"),
    ]
    assert (await last_text(database, LIN))[3:] == ["13:30 资本", "14:00 工厂"]
    with pytest.raises(PublishedError):
        await desk.arranging.publish(day.id)


async def test_staff_change_places_by_hand_and_tell_those_it_concerns(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    day_id = await published(desk, clock, LIN, EMMA)
    await deliver(database)
    day = await desk.days.find(day_id)
    first, second = await desk.arranging.timetable(day_id)
    await desk.arranging.move(first.id or 0, "factory", second.starts_at)
    assert sorted(await told(database), key=str) == [(LIN, "时间排好了：淘富成真"), (EMMA, "Your times: Mentoring day")]
    assert (await last_text(database, LIN))[3:] == ["13:45 工厂"]
    assert (await last_text(database, EMMA))[3:] == ["13:30 Factory"]
    (moved,) = [one for one in await desk.arranging.timetable(day_id) if one.application_id == first.application_id]
    with pytest.raises(NoDayError):
        await desk.arranging.move(moved.id or 0, "factory", STARTS + timedelta(minutes=5))
    await desk.arranging.free(moved.id or 0)
    assert (await last_text(database, LIN))[0] == "暂时没排上：淘富成真"
    assert day.times[-1] == STARTS + timedelta(minutes=45)


async def test_nobody_is_put_in_two_places(desk: Mentoring, clock: FakeClock) -> None:
    day = await admitted(desk, LIN, "factory", "capital")
    await advanced(desk, clock, CLOSES)
    first, _ = await desk.arranging.timetable(day.id)
    with pytest.raises(TakenError):
        await desk.arranging.move(first.id or 0, first.member_id, first.starts_at + timedelta(minutes=15))


async def test_cancelled_day_is_told_and_nobody_is_reminded(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    day_id = await published(desk, clock, LIN, EMMA)
    await advanced(desk, clock, STARTS - DAY)
    await desk.changing.cancel(day_id)
    assert await told(database, "mentoring-cancelled") == [
        (LIN, "取消了：淘富成真"),
        (EMMA, "Cancelled: Mentoring day"),
    ]
    assert await told(database, f"mentoring:{day_id}:1:day") == []
    await deliver(database)
    await advanced(desk, clock, STARTS - 2 * HOUR)
    assert await told(database) == []


async def test_who_went_away_empty_comes_first_the_next_time(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    async with database.transaction() as session:
        for person in range(30, 34):
            await chats.upsert(session, person, "private", AT)
    await published(desk, clock, 30, 31, 32, 33, LIN)
    clock.set(STARTS + 21 * DAY)
    for person in (30, 31, 32, 33, LIN):
        day = await admitted(desk, person, "factory")
    await advanced(desk, clock, day.closes_at)
    (first, *_) = await desk.arranging.timetable(day.id)
    found = await desk.days.find(day.id, LIN)
    assert found.own
    assert first.application_id == found.own.id


async def test_others_applications_are_not_theirs(desk: Mentoring) -> None:
    day = await applied(desk, LIN)
    for act in (desk.applying.withdraw(day.id, EMMA), desk.applying.withdraw(999, LIN)):
        with pytest.raises((DecidedError, NoDayError)):
            await act
    with pytest.raises(NoDayError):
        await desk.applying.apply(day.id, ZHAO, "别人的")
