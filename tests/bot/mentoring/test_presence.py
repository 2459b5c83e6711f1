"""Who says to come, who is there, and who never came; on both engines."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import select, update

from bot.mentoring.errors import CancelledError, DecidedError, DoorError, EarlyError, NoDayError, NoSlotError
from bot.mentoring.service import Mentoring
from storage.database import Database
from storage.models import Application, DoorLink
from tests.bot.mentoring.conftest import DAY, EMMA, HOUR, LIN, STARTS, WANG, ZHAO, admitted, applied, published
from tests.factories import AT
from tests.fakes import FakeClock

MARKS = ("passed_over_at", "confirmed_at", "arrived_at")
SECOND = timedelta(seconds=1)


async def application_id(desk: Mentoring, day_id: int, person: int) -> int:
    own = (await desk.days.find(day_id, person)).own
    assert own
    return own.id or 0


async def test_somebody_of_the_company_says_they_are_coming(desk: Mentoring, clock: FakeClock) -> None:
    day_id = await published(desk, clock, LIN)
    first = await desk.presence.confirm(day_id, WANG)
    clock.advance(hours=1)
    again = await desk.presence.confirm(day_id, LIN)
    assert first.own
    assert again.own
    assert first.own.confirmed_at == again.own.confirmed_at == clock.now() - HOUR
    for person in (EMMA, ZHAO):
        with pytest.raises(NoSlotError):
            await desk.presence.confirm(day_id, person)
    await desk.applying.withdraw(day_id, LIN)
    with pytest.raises(DecidedError):
        await desk.presence.confirm(day_id, LIN)


async def test_nothing_is_confirmed_of_a_timetable_that_is_not_published(desk: Mentoring, clock: FakeClock) -> None:
    day = await admitted(desk, LIN)
    clock.set(day.closes_at)
    await desk.advance()
    with pytest.raises(NoSlotError):
        await desk.presence.confirm(day.id, LIN)


async def test_arrival_is_told_from_two_hours_before_the_first_slot_until_the_days_end(
    desk: Mentoring, clock: FakeClock
) -> None:
    day_id = await published(desk, clock, LIN, EMMA)
    clock.set(STARTS - 2 * HOUR - SECOND)
    with pytest.raises(EarlyError):
        await desk.presence.arrive(day_id, LIN)
    clock.set(STARTS - 2 * HOUR)
    with pytest.raises(EarlyError):  # hers is a quarter of an hour later
        await desk.presence.arrive(day_id, EMMA)
    day = await desk.presence.arrive(day_id, WANG)
    clock.set(STARTS + HOUR - SECOND)
    again = await desk.presence.arrive(day_id, LIN)
    assert day.own
    assert again.own
    assert day.own.arrived_at == again.own.arrived_at == STARTS - 2 * HOUR
    with pytest.raises(NoSlotError):
        await desk.presence.arrive(day_id, ZHAO)
    clock.set(STARTS + HOUR)
    with pytest.raises(NoDayError):
        await desk.presence.arrive(day_id, EMMA)


async def test_code_at_the_door_is_good_on_that_day_only(desk: Mentoring, clock: FakeClock) -> None:
    day_id = await published(desk, clock, LIN, EMMA)
    secret = await desk.presence.open_door(day_id)
    assert len(secret) >= 128 / 6
    midnight = (STARTS.astimezone(desk.days.zone)).replace(hour=0, minute=0)
    for moment in (midnight - SECOND, midnight + DAY):
        clock.set(moment)
        with pytest.raises(DoorError):
            await desk.presence.arrive_at_door(secret, LIN)
    clock.set(midnight)
    for guess in ("", secret[:-1], secret.swapcase()):
        with pytest.raises(DoorError):
            await desk.presence.arrive_at_door(guess, LIN)
    day = await desk.presence.arrive_at_door(secret, LIN)
    assert day.own
    assert day.own.arrived_at == midnight
    with pytest.raises(NoSlotError):
        await desk.presence.arrive_at_door(secret, ZHAO)
    another = await desk.presence.open_door(day_id)
    assert (await desk.presence.arrive_at_door(another, EMMA)).own
    await desk.changing.cancel(day_id)
    with pytest.raises(CancelledError):
        await desk.presence.arrive_at_door(secret, EMMA)


async def test_secret_at_the_door_is_kept_as_its_hash_alone(desk: Mentoring, clock: FakeClock) -> None:
    day_id = await published(desk, clock, LIN)
    secret = await desk.presence.open_door(day_id)
    clock.set(STARTS)
    async with desk.days.database.read() as session:
        (link,) = (await session.exec(select(DoorLink))).all()
    assert link.occurrence_id == day_id
    assert secret not in link.secret_hash


async def test_staff_check_somebody_in_and_take_it_back(desk: Mentoring, clock: FakeClock) -> None:
    day_id = await published(desk, clock, LIN)
    one = await application_id(desk, day_id, LIN)
    with pytest.raises(EarlyError):
        await desk.presence.check_in(one, here=True)
    clock.set(STARTS)
    await desk.presence.check_in(one, here=True)
    assert (await desk.arranging.application(one)).arrived_at == STARTS
    await desk.presence.check_in(one, here=False)
    assert (await desk.arranging.application(one)).arrived_at is None
    for other in (999, await application_id(desk, (await applied_late(desk, clock)), ZHAO)):
        with pytest.raises((NoSlotError, NoDayError)):
            await desk.presence.check_in(other, here=True)


async def applied_late(desk: Mentoring, clock: FakeClock) -> int:
    """The next day, to which 小赵 applies."""
    clock.set(STARTS + 21 * DAY)
    return (await applied(desk, ZHAO)).id


async def test_who_never_came_is_noted_the_next_time(desk: Mentoring, database: Database, clock: FakeClock) -> None:
    day_id = await published(desk, clock, LIN, EMMA, ZHAO)
    clock.set(STARTS)
    await desk.presence.arrive(day_id, LIN)
    await desk.applying.withdraw(day_id, ZHAO)
    clock.set(STARTS + 21 * DAY)
    missed = {}
    for person in (LIN, EMMA, ZHAO):
        own = (await applied(desk, person)).own
        assert own
        missed[person] = await desk.presence.missed(own)
    assert missed == {LIN: False, EMMA: True, ZHAO: False}


async def test_day_on_which_nobody_was_checked_in_tells_nothing_of_who_came(desk: Mentoring, clock: FakeClock) -> None:
    await published(desk, clock, LIN, EMMA)
    clock.set(STARTS + 21 * DAY)
    own = (await applied(desk, EMMA)).own
    assert own
    assert not await desk.presence.missed(own)


async def marked(desk: Mentoring, database: Database, person: int) -> int:
    """The day for which they applied, were passed over, said to come, and were there."""
    day = await applied(desk, person)
    async with database.transaction() as session:
        await session.exec(update(Application).values(dict.fromkeys(MARKS, AT)))
    return day.id


async def marks(desk: Mentoring, day_id: int, person: int) -> set[datetime | None]:
    own = (await desk.days.find(day_id, person)).own
    assert own
    return {getattr(own, mark) for mark in MARKS}


async def test_what_was_said_of_a_day_does_not_count_at_another_time(desk: Mentoring, database: Database) -> None:
    day_id = await marked(desk, database, LIN)
    await desk.changing.relocate(day_id, "lab")
    assert await marks(desk, day_id, LIN) == {AT}
    await desk.changing.move(day_id, STARTS + DAY, STARTS + DAY + HOUR)
    assert await marks(desk, day_id, LIN) == {None}


async def test_what_was_said_before_withdrawing_does_not_count_after_applying_anew(
    desk: Mentoring, database: Database
) -> None:
    day_id = await marked(desk, database, LIN)
    await desk.applying.apply(day_id, LIN, "别的")
    assert await marks(desk, day_id, LIN) == {AT}
    await desk.applying.withdraw(day_id, LIN)
    await desk.applying.apply(day_id, LIN, "别的")
    assert await marks(desk, day_id, LIN) == {None}
