"""Signing up: seats, the waiting list, offers, deadlines; on both engines."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.registrations.errors import CancelledError, ClosedError, NoDateError, NotOwnError, OfferOverError
from bot.registrations.service import Registrations
from storage import preferences
from storage import registrations as stored
from storage.database import Database
from storage.models import RegistrationState, StoredOccurrence
from tests.bot.registrations.conftest import (
    EMMA,
    HOUR,
    LIN,
    RUN,
    STARTS,
    TALK,
    WANG,
    WORKSHOP,
    change,
    join,
    outgoing,
    state_of,
    states,
    told,
)
from tests.factories import AT
from tests.fakes import FakeClock

REGISTERED, WAITING = RegistrationState.REGISTERED, RegistrationState.WAITING
OFFERED, WITHDRAWN = RegistrationState.OFFERED, RegistrationState.WITHDRAWN
NIGHT = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
"""23:00 in the park, where people wake at 08:00."""
WAKES = NIGHT + 9 * HOUR


async def test_seats_are_counted_down_and_then_people_wait(desk: Registrations) -> None:
    (free,) = await desk.dates("workshop", LIN)
    assert (free.free, free.waiting, free.own) == (2, 0, None)
    first, second, third = [await join(desk, person) for person in (LIN, WANG, EMMA)]
    assert [state_of(one) for one in (first, second, third)] == [REGISTERED, REGISTERED, WAITING]
    assert [one.free for one in (first, second, third)] == [1, 0, 0]


async def test_signing_up_twice_changes_nothing(desk: Registrations) -> None:
    first, again = await join(desk, LIN), await join(desk, LIN)
    assert first.own
    assert again.own
    assert (again.own.id, again.free) == (first.own.id, 1)


async def test_last_seat_goes_to_one_of_many(desk: Registrations, database: Database) -> None:
    await join(desk, LIN)
    await asyncio.gather(*(join(desk, person) for person in (WANG, EMMA, 14, 15)))
    assert sorted((await states(database)).values()) == sorted([REGISTERED] * 2 + [WAITING] * 3)


async def test_event_without_seats_takes_everybody(desk: Registrations) -> None:
    assert [state_of(await join(desk, person, "talk")) for person in (LIN, WANG, EMMA)] == [REGISTERED] * 3


async def test_dates_of_what_recurs_are_apart(desk: Registrations) -> None:
    dates = await desk.dates("run", LIN)
    assert [one.occurrence.starts_at.astimezone(desk.zone).strftime("%m-%d %H:%M") for one in dates] == [
        "11-24 19:00",
        "11-26 19:00",
        "12-01 19:00",
        "12-03 19:00",
        "12-08 19:00",
    ]
    await join(desk, LIN, "run", 1)
    assert [one.present for one in await desk.dates("run", LIN)] == [False, True, False, False, False]
    assert [one.present for one in await desk.dates("run", WANG)] == [False] * 5


async def test_moved_event_stays_one_date_with_the_seats_that_are_taken(
    desk: Registrations, database: Database, clock: FakeClock
) -> None:
    first, _ = await join(desk, LIN), await join(desk, WANG)
    times = {"starts": "2026-12-10 14:00", "ends": "2026-12-10 16:00", "register_until": "2026-12-09 18:00"}
    await change(database, clock, WORKSHOP | times, TALK, RUN)
    (before,) = await desk.dates("workshop", LIN)
    await desk.advance()
    (after,) = await desk.dates("workshop", LIN)
    for one in (before, after):
        assert (one.occurrence.id, one.present, one.free) == (first.occurrence.id, True, 0)
    assert after.occurrence.starts_at == STARTS + timedelta(days=7)
    third = await join(desk, EMMA)
    assert (third.occurrence.id, state_of(third)) == (first.occurrence.id, WAITING)


async def test_what_recurs_at_another_hour_keeps_its_dates(
    desk: Registrations, database: Database, clock: FakeClock
) -> None:
    first = await join(desk, LIN, "run", 1)
    await change(database, clock, WORKSHOP, TALK, RUN | {"starts": "2026-11-24 18:30", "ends": "2026-11-24 20:00"})
    await desk.advance()
    dates = await desk.dates("run", LIN)
    assert [one.present for one in dates] == [False, True, False, False, False]
    assert dates[1].occurrence.starts_at.astimezone(desk.zone).strftime("%m-%d %H:%M") == "11-26 18:30"
    assert (await join(desk, WANG, "run", 1)).occurrence.id == first.occurrence.id


async def test_own_are_listed_by_date(desk: Registrations) -> None:
    await join(desk, LIN)
    await join(desk, LIN, "run", 2)
    assert [one.event.id for one in await desk.own(LIN)] == ["run", "workshop"]
    assert await desk.own(WANG) == []


async def test_freed_seat_is_offered_to_the_next_who_waits(desk: Registrations, database: Database) -> None:
    first, *_ = [await join(desk, person) for person in (LIN, WANG, EMMA)]
    await desk.leave(first.occurrence.id or 0, LIN)
    assert await states(database) == {LIN: WITHDRAWN, WANG: REGISTERED, EMMA: OFFERED}
    assert await told(database) == [(EMMA, "A seat is free: Workshop")]
    taken = await desk.take(first.occurrence.id or 0, EMMA)
    again = await desk.take(first.occurrence.id or 0, EMMA)
    assert (state_of(taken), state_of(again)) == (REGISTERED, REGISTERED)


async def test_offer_that_is_not_taken_goes_on(desk: Registrations, database: Database, clock: FakeClock) -> None:
    first, *_ = [await join(desk, person) for person in (LIN, WANG, EMMA, 14)]
    await desk.leave(first.occurrence.id or 0, LIN)
    clock.advance(hours=11, minutes=59)
    await desk.advance()
    assert (await states(database))[EMMA] is OFFERED
    clock.advance(minutes=1)
    await asyncio.gather(desk.advance(), desk.advance())
    assert await states(database) == {LIN: WITHDRAWN, WANG: REGISTERED, EMMA: WITHDRAWN, 14: OFFERED}
    assert await told(database, "seat:expired") == [(EMMA, "Your seat went on: Workshop")]
    with pytest.raises(NotOwnError):
        await desk.take(first.occurrence.id or 0, EMMA)


async def test_offer_is_over_at_its_end_even_before_the_clock_says_so(desk: Registrations, clock: FakeClock) -> None:
    first, *_ = [await join(desk, person) for person in (LIN, WANG, EMMA)]
    await desk.leave(first.occurrence.id or 0, LIN)
    clock.advance(hours=12)
    with pytest.raises(OfferOverError):
        await desk.take(first.occurrence.id or 0, EMMA)


async def test_who_comes_back_queues_at_the_end(desk: Registrations, database: Database, clock: FakeClock) -> None:
    first, *_ = [await join(desk, person) for person in (LIN, WANG, EMMA)]
    await desk.leave(first.occurrence.id or 0, WANG)
    clock.advance(minutes=1)
    assert state_of(await join(desk, WANG)) is WAITING
    assert await states(database) == {LIN: REGISTERED, WANG: WAITING, EMMA: OFFERED}


async def test_more_seats_are_offered(desk: Registrations, database: Database, clock: FakeClock) -> None:
    for person in (LIN, WANG, EMMA):
        await join(desk, person)
    await change(database, clock, WORKSHOP | {"seats": 3}, TALK, RUN)
    await desk.advance()
    assert (await states(database))[EMMA] is OFFERED


async def test_nothing_is_offered_shortly_before_the_start(
    desk: Registrations, database: Database, clock: FakeClock
) -> None:
    first, *_ = [await join(desk, person) for person in (LIN, WANG, EMMA)]
    clock.set(STARTS - HOUR)
    await desk.leave(first.occurrence.id or 0, LIN)
    assert (await states(database))[EMMA] is WAITING


async def test_offer_lasts_from_when_a_sleeper_wakes(desk: Registrations, database: Database, clock: FakeClock) -> None:
    first, *_ = [await join(desk, person) for person in (LIN, WANG, EMMA, 14)]
    clock.set(NIGHT)
    await desk.leave(first.occurrence.id or 0, LIN)
    (offer,) = await outgoing(database, "seat:offer")
    assert (offer.chat_id, offer.quiet, offer.expires_at) == (EMMA, True, WAKES + 12 * HOUR)
    clock.set(WAKES + 12 * HOUR - timedelta(minutes=1))
    await desk.advance()
    assert (await states(database))[EMMA] is OFFERED
    clock.advance(minutes=1)
    await desk.advance()
    assert (await states(database))[EMMA] is WITHDRAWN


async def test_who_wakes_too_late_for_a_seat_is_skipped_and_keeps_waiting(
    desk: Registrations, database: Database, clock: FakeClock
) -> None:
    first, *_ = [await join(desk, person) for person in (LIN, WANG, EMMA, 14)]
    async with database.transaction() as session:
        await preferences.set_quiet(session, EMMA, 22 * 60, 12 * 60)  # of the start at 14:00
    clock.set(STARTS - 15 * HOUR)
    await desk.leave(first.occurrence.id or 0, LIN)
    await desk.advance()
    assert await states(database) == {LIN: WITHDRAWN, WANG: REGISTERED, EMMA: WAITING, 14: OFFERED}
    (offer,) = await outgoing(database, "seat:offer")
    assert (offer.chat_id, offer.expires_at) == (14, STARTS - 3 * HOUR)  # half of the time from 08:00


async def test_deadline_closes_and_the_start_closes_what_has_none(desk: Registrations, clock: FakeClock) -> None:
    clock.set(STARTS - 20 * HOUR)
    with pytest.raises(ClosedError):
        await join(desk, LIN)
    assert state_of(await join(desk, LIN, "talk")) is REGISTERED
    clock.set(STARTS + timedelta(days=1))
    for event_id in ("workshop", "talk"):
        with pytest.raises(NoDateError):
            await desk.dates(event_id, LIN)


async def test_dates_that_do_not_exist_are_refused(desk: Registrations) -> None:
    with pytest.raises(NoDateError):
        await desk.sign_up("workshop", AT, LIN)
    with pytest.raises(NoDateError):
        await desk.sign_up("party", STARTS, LIN)
    with pytest.raises(NoDateError):
        await desk.leave(999, LIN)


async def test_others_places_are_not_touched(desk: Registrations, database: Database) -> None:
    first = await join(desk, LIN)
    for act in (desk.leave, desk.take, desk.confirm):
        with pytest.raises(NotOwnError):
            await act(first.occurrence.id or 0, WANG)
    assert await states(database) == {LIN: REGISTERED}


async def test_cancelled_date_takes_nobody(desk: Registrations, database: Database, clock: FakeClock) -> None:
    first = await join(desk, LIN)
    await change(database, clock, TALK, RUN)
    await desk.advance()
    await change(database, clock, WORKSHOP | {"starts": "2026-12-03 14:00"}, TALK, RUN)
    with pytest.raises(CancelledError):
        await join(desk, WANG)
    await desk.advance()
    assert state_of(await join(desk, WANG)) is REGISTERED
    assert (await desk.find(first.occurrence.id or 0)).occurrence.revision == 3


async def test_staff_see_who_comes(desk: Registrations) -> None:
    first = await join(desk, LIN)
    await join(desk, WANG)
    await desk.confirm(first.occurrence.id or 0, LIN)
    (date,) = await desk.attended()
    assert (date.event.id, date.free) == ("workshop", 0)
    people = [(one.chat_id, bool(one.confirmed_at)) for one, _ in await desk.attendees(first.occurrence.id or 0)]
    assert people == [(LIN, True), (WANG, False)]


async def test_days_of_programmes_are_none_of_theirs(desk: Registrations, database: Database) -> None:
    first = await join(desk, LIN)
    event = first.occurrence
    day = StoredOccurrence(
        kind="programme", record_id="taofu", original_at=STARTS, starts_at=event.starts_at, ends_at=event.ends_at
    )
    async with database.transaction() as session:
        await stored.occurrence(session, day)
    async with database.read() as session:
        assert [one.id for one in await stored.coming(session, "event", AT)] == [event.id]
