"""Times that come free after the publication, offered to who waits, on both engines."""

import asyncio
from datetime import timedelta

import pytest
from sqlmodel import select

from bot.mentoring.errors import BegunError, CancelledError, DecidedError, NoDayError, NotOfferedError, OfferOverError
from bot.mentoring.service import Mentoring
from bot.people import preferences
from storage import chats, memberships
from storage.database import Database
from storage.models import ApplicationState, Outgoing, OutgoingState, Slot
from tests.bot.mentoring.conftest import (
    CLOSES,
    DAY,
    EMMA,
    HOUR,
    LIN,
    STARTS,
    WANG,
    ZHAO,
    admitted,
    advanced,
    applied,
    deliver,
    last_text,
    published,
    told,
)
from tests.factories import AT
from tests.fakes import FakeClock

CROWD = (30, 31, 32, 33)
"""Who fills the factory's four times."""
OFFERED, EXPIRED = "有空位了：淘富成真", "时间让出了：淘富成真"
PLACED, EMPTY = "时间排好了：淘富成真", "暂时没排上：淘富成真"


@pytest.fixture
async def crowded(desk: Mentoring, database: Database, clock: FakeClock) -> int:
    """A published day on which the factory is full: 林工 and 小赵 wait, in this order."""
    async with database.transaction() as session:
        for person in CROWD:
            await chats.upsert(session, person, "private", AT)
    day_id = await published(desk, clock, *CROWD, LIN, ZHAO)
    await deliver(database)
    return day_id


async def offer_to(desk: Mentoring, day_id: int, person: int) -> Slot:
    offer = (await desk.days.find(day_id, person)).offer
    assert offer
    return offer


async def test_freed_time_is_offered_to_the_first_who_waits(
    desk: Mentoring, database: Database, crowded: int, clock: FakeClock
) -> None:
    await desk.applying.withdraw(crowded, 31)
    assert await told(database) == [(LIN, OFFERED)]
    assert (await last_text(database, LIN))[3:] == ["13:45 工厂", "12月23日（周三） 06:00 前给您留着，要吗？"]
    offer = await offer_to(desk, crowded, LIN)
    assert offer.offered_until == CLOSES + 12 * HOUR
    assert (await desk.days.find(crowded, LIN)).slots == ()
    for _ in range(2):
        day = await desk.offers.take(crowded, offer.id or 0, LIN)
        assert ([one.starts_at for one in day.slots], day.offer) == ([STARTS + timedelta(minutes=15)], None)
    await advanced(desk, clock, CLOSES + 13 * HOUR)
    assert await told(database) == [(LIN, OFFERED)]


async def test_let_go_it_is_offered_to_the_next_and_no_other_to_who_let_it_go(
    desk: Mentoring, database: Database, crowded: int
) -> None:
    await desk.applying.withdraw(crowded, 31)
    offer = await offer_to(desk, crowded, LIN)
    day = await desk.offers.let_go(crowded, offer.id or 0, LIN)
    assert day.own
    assert (day.offer, day.own.state) == (None, ApplicationState.ADMITTED)
    assert await told(database) == [(LIN, OFFERED), (ZHAO, OFFERED)]
    await desk.applying.withdraw(crowded, 32)
    assert await told(database) == [(LIN, OFFERED), (ZHAO, OFFERED)]
    for act in (desk.offers.take, desk.offers.let_go):
        with pytest.raises(OfferOverError):
            await act(crowded, offer.id or 0, LIN)


async def test_offer_that_runs_out_goes_on_once(
    desk: Mentoring, database: Database, crowded: int, clock: FakeClock
) -> None:
    await desk.applying.withdraw(crowded, 31)
    offer = await offer_to(desk, crowded, LIN)
    await advanced(desk, clock, CLOSES + 12 * HOUR - timedelta(seconds=1))
    assert await told(database) == [(LIN, OFFERED)]
    clock.advance(seconds=1)
    with pytest.raises(OfferOverError):
        await desk.offers.take(crowded, offer.id or 0, LIN)
    await asyncio.gather(*(desk.advance() for _ in range(3)))
    await desk.advance()
    assert await told(database) == [(LIN, OFFERED), (LIN, EXPIRED), (ZHAO, OFFERED)]
    with pytest.raises(OfferOverError):
        await desk.offers.take(crowded, offer.id or 0, LIN)


async def test_two_who_press_take_at_once_and_a_let_go_that_races_it_leave_one_slot(
    desk: Mentoring, crowded: int
) -> None:
    await desk.applying.withdraw(crowded, 31)
    offer = await offer_to(desk, crowded, LIN)
    await asyncio.gather(
        desk.offers.take(crowded, offer.id or 0, LIN),
        desk.offers.take(crowded, offer.id or 0, WANG),
        desk.offers.let_go(crowded, offer.id or 0, LIN),
        return_exceptions=True,
    )
    at_table = [one for one in await desk.arranging.timetable(crowded) if one.starts_at == offer.starts_at]
    assert len(at_table) == 1


async def test_half_of_what_is_left_and_none_in_the_last_hour(
    desk: Mentoring, database: Database, crowded: int, clock: FakeClock
) -> None:
    clock.set(STARTS - 4 * HOUR)
    await desk.applying.withdraw(crowded, 31)
    assert (await offer_to(desk, crowded, LIN)).offered_until == STARTS - 4 * HOUR + timedelta(minutes=127.5)
    clock.set(STARTS - timedelta(minutes=30))
    await desk.applying.withdraw(crowded, 32)
    assert [one for one in await told(database) if one[0] == ZHAO] == []
    await desk.applying.withdraw(crowded, 33)
    assert [one for one in await told(database) if one[0] == ZHAO] == [(ZHAO, OFFERED)]


async def test_time_to_decide_counts_from_when_they_wake(
    desk: Mentoring, database: Database, crowded: int, clock: FakeClock
) -> None:
    eight = CLOSES + 14 * HOUR
    await advanced(desk, clock, eight - 8 * HOUR)
    await desk.applying.withdraw(crowded, 31)
    assert (await offer_to(desk, crowded, LIN)).offered_until == eight + 12 * HOUR
    async with database.read() as session:
        sent = (await session.exec(select(Outgoing).where(Outgoing.chat_id == LIN))).all()
    assert [one.expires_at for one in sent if one.state is OutgoingState.PENDING] == [eight + 12 * HOUR]
    await advanced(desk, clock, eight)
    assert await told(database) == [(LIN, OFFERED)]


async def test_who_sleeps_until_too_late_is_not_asked(
    desk: Mentoring, database: Database, crowded: int, clock: FakeClock
) -> None:
    await preferences.be_quiet(database, LIN, clock.now(), (22 * 60, 13 * 60))
    clock.set(STARTS - 5 * HOUR)
    await desk.applying.withdraw(crowded, 31)
    assert [one for one in await told(database) if one[1] == OFFERED] == [(ZHAO, OFFERED)]
    own = (await desk.days.find(crowded, LIN)).own
    assert own
    assert own.passed_over_at is None


async def test_everybody_of_the_company_may_press_and_nobody_else(
    desk: Mentoring, database: Database, crowded: int
) -> None:
    await desk.applying.withdraw(crowded, 31)
    offer = await offer_to(desk, crowded, LIN)
    for person in (EMMA, ZHAO, 30):
        for act in (desk.offers.take, desk.offers.let_go):
            with pytest.raises(NotOfferedError):
                await act(crowded, offer.id or 0, person)
    assert (await offer_to(desk, crowded, LIN)).id == offer.id
    await desk.offers.take(crowded, offer.id or 0, WANG)
    assert await told(database) == [(LIN, OFFERED), (LIN, "时间排好了：淘富成真")]
    with pytest.raises(NotOfferedError):
        await desk.offers.let_go(crowded, offer.id or 0, LIN)


async def test_who_leaves_the_company_takes_nothing_along(desk: Mentoring, database: Database, crowded: int) -> None:
    await desk.applying.withdraw(crowded, 31)
    offer = await offer_to(desk, crowded, LIN)
    async with database.transaction() as session:
        await memberships.remove(session, WANG)
    with pytest.raises(NotOfferedError):
        await desk.offers.take(crowded, offer.id or 0, WANG)


async def test_whoever_withdraws_with_an_offer_passes_it_on(desk: Mentoring, database: Database, crowded: int) -> None:
    await desk.applying.withdraw(crowded, 31)
    offer = await offer_to(desk, crowded, LIN)
    await desk.applying.withdraw(crowded, LIN)
    assert (await offer_to(desk, crowded, ZHAO)).starts_at == offer.starts_at
    with pytest.raises(DecidedError):
        await desk.offers.take(crowded, offer.id or 0, LIN)
    assert await told(database) == [(LIN, OFFERED), (ZHAO, OFFERED)]


async def test_after_cancellation_and_after_the_day_nothing_is_taken(
    desk: Mentoring, database: Database, crowded: int, clock: FakeClock
) -> None:
    await desk.applying.withdraw(crowded, 31)
    offer = await offer_to(desk, crowded, LIN)
    await desk.changing.cancel(crowded)
    for act in (desk.offers.take, desk.offers.let_go):
        with pytest.raises(CancelledError):
            await act(crowded, offer.id or 0, LIN)
    await advanced(desk, clock, CLOSES + 13 * HOUR)
    assert EXPIRED not in {heading for _, heading in await told(database)}
    with pytest.raises(NoDayError):
        await desk.offers.take(999, offer.id or 0, LIN)


async def test_day_that_takes_place_after_all_offers_anew_to_who_had_an_offer(
    desk: Mentoring, crowded: int, clock: FakeClock
) -> None:
    await desk.applying.withdraw(crowded, 31)
    await desk.changing.cancel(crowded)
    await advanced(desk, clock, CLOSES + 14 * HOUR)
    await desk.changing.resume(crowded)
    await desk.advance()
    assert (await offer_to(desk, crowded, LIN)).offered_until == CLOSES + 26 * HOUR


async def test_whoever_is_admitted_after_the_proposal_gets_a_free_time_on_publication(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    await admitted(desk, LIN, "factory")
    day = await applied(desk, ZHAO, "factory")
    await advanced(desk, clock, CLOSES)
    assert day.own
    await desk.arranging.decide(day.own.id or 0)
    await deliver(database)
    await desk.arranging.publish(day.id)
    day = await desk.days.find(day.id, ZHAO)
    assert ([one.starts_at for one in day.slots], day.offer) == ([STARTS + timedelta(minutes=15)], None)
    assert await told(database) == [(LIN, PLACED), (ZHAO, PLACED)]


async def test_whom_staff_take_a_time_from_before_publication_gets_none_by_it_and_waits_then(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    await admitted(desk, LIN, "factory")
    day = await admitted(desk, ZHAO, "factory")
    await advanced(desk, clock, CLOSES)
    for slot in await desk.arranging.timetable(day.id):
        await desk.arranging.free(slot.id or 0)
    await deliver(database)
    await desk.arranging.publish(day.id)
    assert await told(database) == [(LIN, EMPTY), (ZHAO, EMPTY)]
    assert await desk.arranging.timetable(day.id) == []
    await desk.applying.withdraw(day.id, LIN)
    assert await offer_to(desk, day.id, ZHAO)


async def test_time_that_staff_free_passes_over_whom_they_took_it_from_that_once(
    desk: Mentoring, database: Database, crowded: int
) -> None:
    first, *_ = await desk.arranging.timetable(crowded)
    await desk.applying.withdraw(crowded, LIN)
    await desk.applying.withdraw(crowded, ZHAO)
    await desk.arranging.free(first.id or 0)
    assert await told(database) == [(30, EMPTY)]
    await desk.applying.withdraw(crowded, 31)
    assert await told(database) == [(30, EMPTY), (30, OFFERED)]
    assert (await offer_to(desk, crowded, 30)).starts_at == first.starts_at  # the best that is free, whosever it was


async def test_whoever_is_admitted_late_is_offered_a_free_time(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    day = await admitted(desk, LIN, "factory")
    late = await desk.applying.begin("taofu", STARTS, ZHAO)
    await desk.applying.wish(late.id, ZHAO, "capital")
    late = await desk.applying.apply(late.id, ZHAO, "灯")
    await advanced(desk, clock, CLOSES)
    await desk.arranging.publish(day.id)
    assert late.own
    await desk.arranging.decide(late.own.id or 0)
    assert (await offer_to(desk, day.id, ZHAO)).member_id == "capital"


async def test_who_went_away_empty_the_last_time_is_asked_first(
    desk: Mentoring, database: Database, crowded: int, clock: FakeClock
) -> None:
    clock.set(STARTS + 21 * DAY)
    for person in (*CROWD, EMMA, ZHAO):
        day = await admitted(desk, person, "factory")
    await advanced(desk, clock, day.closes_at)
    await desk.arranging.publish(day.id)
    seated = {one.application_id for one in await desk.arranging.timetable(day.id)}
    zhao = (await desk.days.find(day.id, ZHAO)).own
    assert zhao
    assert zhao.id in seated  # of all who apply he alone went away empty
    (slot,) = (await desk.days.find(day.id, ZHAO)).slots
    await desk.arranging.free(slot.id or 0)
    offered = [one for one in await desk.arranging.timetable(day.id) if one.offered_until]
    assert [one.starts_at for one in offered] == [slot.starts_at]
    await desk.applying.withdraw(day.id, 30)
    assert await offer_to(desk, day.id, ZHAO)


async def test_offered_time_brings_no_reminder_and_a_taken_one_does(
    desk: Mentoring, database: Database, crowded: int, clock: FakeClock
) -> None:
    clock.set(STARTS - DAY - HOUR)
    await desk.applying.withdraw(crowded, 31)
    await deliver(database)
    await advanced(desk, clock, STARTS - DAY)
    assert LIN not in {chat for chat, _ in await told(database)}
    await desk.offers.take(crowded, (await offer_to(desk, crowded, LIN)).id or 0, LIN)
    await desk.advance()
    assert (LIN, "明天：淘富成真") in await told(database)


async def test_one_can_step_back_until_the_own_time_begins(desk: Mentoring, crowded: int, clock: FakeClock) -> None:
    clock.set(STARTS + timedelta(minutes=10))
    with pytest.raises(BegunError):
        await desk.applying.withdraw(crowded, 30)
    await desk.applying.withdraw(crowded, 31)
