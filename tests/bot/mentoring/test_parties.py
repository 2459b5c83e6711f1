"""Applications of people who found a company, join one, leave it, or are forgotten; on both engines."""

import pytest

from bot import tenants
from bot.mentoring.service import Mentoring
from bot.people import companies, memberships
from storage import chats
from storage.database import Database
from storage.models import ApplicationState
from tests.bot.mentoring.conftest import (
    DAY,
    DESK,
    EMMA,
    HOUR,
    LIN,
    STARTS,
    WANG,
    ZHAO,
    applied,
    begun,
    deliver,
    published,
    told,
)
from tests.factories import AT
from tests.fakes import FakeClock

CROWD = (30, 31, 32)
OFFERED = "有空位了：淘富成真"
APPLIED = ApplicationState.APPLIED


async def join(database: Database, clock: FakeClock, person: int) -> None:
    secret = await companies.invite(database, "acme", clock.now())
    async with database.transaction() as session:
        await chats.upsert(session, person, "private", clock.now())
        await memberships.join(session, person, secret or "", clock.now())


async def found(database: Database, clock: FakeClock, person: int) -> None:
    async with database.transaction() as session:
        await memberships.found(session, person, "新公司", clock.now())


async def leave(database: Database, *people: int) -> None:
    async with database.transaction() as session:
        for person in people:
            await memberships.leave(session, person)


async def forget(desk: Mentoring, database: Database, person: int) -> None:
    await desk.applying.withdraw_all(person)
    await tenants.forget(database, person)


async def written(desk: Mentoring, day_id: int) -> list[tuple[str, int, ApplicationState]]:
    return [(one.party, one.chat_id, one.state) for one in await desk.arranging.every_application(day_id)]


async def test_founder_takes_the_day_along_into_their_company_and_out_of_it(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    day_id = await published(desk, clock, EMMA)
    await found(database, clock, EMMA)
    assert len((await desk.presence.confirm(day_id, EMMA)).slots) == 1
    await leave(database, EMMA)
    assert len((await desk.days.find(day_id, EMMA)).slots) == 1
    await desk.applying.withdraw(day_id, EMMA)


async def test_whoever_joins_brings_the_day_along(desk: Mentoring, database: Database, clock: FakeClock) -> None:
    day_id = await published(desk, clock, EMMA)
    await join(database, clock, EMMA)
    for person in (EMMA, LIN):
        assert len((await desk.days.find(day_id, person)).slots) == 1
    assert not await desk.applying.withdraw_doubled(EMMA)
    assert len((await desk.days.find(day_id, LIN)).slots) == 1


async def test_day_that_is_over_stays_with_whom_it_was(desk: Mentoring, database: Database, clock: FakeClock) -> None:
    day_id = await published(desk, clock, EMMA)
    clock.set(STARTS + DAY)
    await join(database, clock, EMMA)
    assert (await desk.days.find(day_id, LIN)).own is None


@pytest.fixture
async def doubled(desk: Mentoring, database: Database, clock: FakeClock) -> int:
    """A published day to which Emma, who has a time, and the company that she joined then both applied; 小赵 waits."""
    async with database.transaction() as session:
        for person in CROWD:
            await chats.upsert(session, person, "private", AT)
    await applied(desk, LIN, "capital")
    day_id = await published(desk, clock, *CROWD, EMMA, ZHAO)
    await deliver(database)
    await join(database, clock, EMMA)
    return day_id


async def test_application_of_the_company_stays_and_the_own_one_frees_its_time(
    desk: Mentoring, database: Database, doubled: int
) -> None:
    assert await desk.applying.withdraw_doubled(EMMA)
    assert not await desk.applying.withdraw_doubled(EMMA)
    assert await told(database) == [(ZHAO, OFFERED)]
    own = (await desk.days.find(doubled, EMMA)).own
    assert own
    assert (own.chat_id, own.state) == (LIN, APPLIED)


@pytest.mark.parametrize("withdrawn", [False, True])
async def test_what_the_company_only_began_or_withdrew_gives_way(
    desk: Mentoring, database: Database, clock: FakeClock, withdrawn: bool
) -> None:
    day = await begun(desk, LIN)
    if withdrawn:
        await applied(desk, LIN)
        await desk.applying.withdraw(day.id, LIN)
    await applied(desk, EMMA)
    await join(database, clock, EMMA)
    assert await written(desk, day.id) == [("acme", EMMA, APPLIED)]


async def test_the_longest_member_is_told_instead_of_who_left(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    day_id = await published(desk, clock, LIN)
    await deliver(database)
    await leave(database, LIN)
    await desk.changing.move(day_id, STARTS + DAY, STARTS + DAY + HOUR)
    assert [chat for chat, _ in await told(database)] == [WANG]


async def test_once_all_members_left_nobody_is_told_until_somebody_joins(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    day_id = await published(desk, clock, LIN)
    await deliver(database)
    await leave(database, LIN, WANG)
    assert await desk.changing.concerned(day_id) == 0
    await desk.changing.relocate(day_id, "lab")
    clock.set(STARTS - DAY)
    await desk.advance()
    assert {chat for chat, _ in await told(database)} <= {DESK}
    await deliver(database)
    await join(database, clock, ZHAO)
    await desk.changing.relocate(day_id, "hall")
    assert [chat for chat, _ in await told(database)] == [ZHAO]


async def test_whoever_is_forgotten_withdraws_their_own_and_not_that_of_colleagues(
    desk: Mentoring, database: Database, doubled: int
) -> None:
    await forget(desk, database, EMMA)
    assert await told(database) == [(ZHAO, OFFERED)]
    left = await written(desk, doubled)
    assert ("acme", LIN, APPLIED) in left
    assert EMMA not in {chat for _, chat, _ in left}


async def test_what_is_forgotten_is_not_handed_to_colleagues(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    day_id = await published(desk, clock, LIN)
    await forget(desk, database, LIN)
    assert await written(desk, day_id) == []
    assert await desk.arranging.timetable(day_id) == []
