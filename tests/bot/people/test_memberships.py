import asyncio

import pytest

from bot.people import companies, memberships, standing
from bot.people.company import SELF, Company
from bot.people.invitations import Validity
from bot.people.memberships import Colleagues, Entry
from bot.people.standing import NOBODY, LeftError, Standing
from storage import chats
from storage.database import Database
from tests.bot.people.conftest import ACME, Invite
from tests.fakes import FakeClock


async def join(park: Database, clock: FakeClock, chat_id: int, secret: str, *, share: bool = False) -> Entry | Validity:
    async with park.transaction() as session:
        await chats.upsert(session, chat_id, "private", clock.now())
        return await memberships.join(session, chat_id, secret, clock.now(), share=share)


async def leave(park: Database, chat_id: int) -> None:
    async with park.transaction() as session:
        await memberships.leave(session, chat_id)


async def tell(park: Database, clock: FakeClock, chat_id: int, mark: int, **facts: object) -> None:
    async with park.transaction() as session:
        await standing.tell(session, chat_id, mark, facts, clock.now())


async def found(park: Database, clock: FakeClock, chat_id: int, name: str) -> None:
    async with park.transaction() as session:
        await memberships.found(session, chat_id, name, clock.now())


async def stands(park: Database, chat_id: int) -> Standing:
    async with park.read() as session:
        return await standing.load(session, chat_id)


async def company_of(park: Database, chat_id: int) -> Company:
    company = (await stands(park, chat_id)).company
    assert company is not None
    return company


async def leads(park: Database, chat_id: int) -> bool:
    stand = await stands(park, chat_id)
    assert stand.membership is not None
    async with park.read() as session:
        return (await Colleagues.of(session, stand.membership.company_id)).leads(stand.membership)


async def test_link_lets_several_join(park: Database, invite: Invite, clock: FakeClock) -> None:
    secret = await invite()
    assert [await join(park, clock, chat_id, secret) for chat_id in (5, 6)] == [Entry.JOINED] * 2
    assert [await company_of(park, chat_id) for chat_id in (5, 6)] == [ACME] * 2
    assert await stands(park, 7) == NOBODY


async def test_joining_twice_changes_nothing(park: Database, invite: Invite, clock: FakeClock) -> None:
    secret = await invite()
    await join(park, clock, 5, secret)
    before = await stands(park, 5)
    assert await join(park, clock, 5, secret) is Entry.MEMBER
    assert await stands(park, 5) == before


@pytest.mark.parametrize("validity", [Validity.UNKNOWN, Validity.REVOKED, Validity.EXPIRED])
async def test_link_that_is_no_good_lets_nobody_in(
    park: Database, invite: Invite, clock: FakeClock, validity: Validity
) -> None:
    secret = await invite()
    match validity:
        case Validity.UNKNOWN:
            secret = "x" * 22
        case Validity.REVOKED:
            await companies.revoke(park, ACME.id, clock.now())
        case _:
            clock.advance(days=15)
    assert await join(park, clock, 5, secret) is validity
    assert await stands(park, 5) == NOBODY


async def test_first_member_leads_and_the_next_inherits(park: Database, invite: Invite, clock: FakeClock) -> None:
    secret = await invite()
    for chat_id in (6, 5, 7):
        await join(park, clock, chat_id, secret)
    assert [await leads(park, chat_id) for chat_id in (5, 6, 7)] == [False, True, False]
    await leave(park, 6)
    assert [await leads(park, chat_id) for chat_id in (5, 7)] == [True, False]
    await join(park, clock, 6, secret)
    assert [await leads(park, chat_id) for chat_id in (5, 6, 7)] == [True, False, False]


async def test_company_by_staff_stays_without_members(park: Database, invite: Invite, clock: FakeClock) -> None:
    await join(park, clock, 5, await invite())
    await leave(park, 5)
    assert await companies.load(park, ACME.id) == ACME


async def test_company_by_members_goes_with_the_last(park: Database, clock: FakeClock) -> None:
    await found(park, clock, 5, "自己的公司")
    company = await company_of(park, 5)
    secret = await companies.invite(park, company.id, clock.now())
    assert secret
    await join(park, clock, 6, secret)
    await leave(park, 5)
    assert await company_of(park, 6) == company
    await leave(park, 6)
    assert await companies.load(park, company.id) is None
    assert await join(park, clock, 7, secret) is Validity.UNKNOWN


async def test_changing_sides_leaves_the_former_company(park: Database, invite: Invite, clock: FakeClock) -> None:
    await found(park, clock, 5, "自己的公司")
    before = await company_of(park, 5)
    assert await join(park, clock, 5, await invite()) is Entry.JOINED
    assert await company_of(park, 5) == ACME
    assert await companies.load(park, before.id) is None


async def test_founding_keeps_what_was_told_for_oneself(park: Database, clock: FakeClock) -> None:
    await tell(park, clock, 5, 0, employees=3, sector="ai")
    assert (await company_of(park, 5)).id == SELF
    await found(park, clock, 5, "Cloudrest")
    company = await company_of(park, 5)
    assert (company.name.en, company.employees, company.sector) == ("Cloudrest", 3, "ai")
    assert company.id != SELF
    await leave(park, 5)
    assert await stands(park, 5) == NOBODY


async def test_member_founds_no_other_company(park: Database, invite: Invite, clock: FakeClock) -> None:
    await join(park, clock, 5, await invite())
    with pytest.raises(LeftError):
        await found(park, clock, 5, "第二家")
    assert [one.company.id for one in await companies.every(park)] == [ACME.id]


@pytest.mark.parametrize(("share", "sector"), [(False, None), (True, "ai")])
async def test_what_was_told_for_oneself_is_shared_on_request_alone(
    park: Database, invite: Invite, clock: FakeClock, share: bool, sector: str | None
) -> None:
    await tell(park, clock, 5, 0, employees=3, sector="ai")
    await join(park, clock, 5, await invite(), share=share)
    company = await company_of(park, 5)
    assert (company.id, company.name, company.employees, company.sector) == (ACME.id, ACME.name, 14, sector)
    await leave(park, 5)
    assert await stands(park, 5) == NOBODY


async def test_facts_are_told_of_the_company_that_is_meant_alone(
    park: Database, invite: Invite, clock: FakeClock
) -> None:
    await join(park, clock, 5, await invite())
    mark = (await stands(park, 5)).mark
    clock.advance(hours=1)
    await tell(park, clock, 5, mark, area_m2=120, employees=None)
    stand = await stands(park, 5)
    assert (stand.facts, stand.updated_at) == ({"area_m2": 120}, clock.now())
    for chat_id, other in ((5, 0), (5, mark + 1), (6, mark)):
        with pytest.raises(LeftError):
            await tell(park, clock, chat_id, other, area_m2=999)
    assert (await stands(park, 5)).facts == {"area_m2": 120}
    assert await stands(park, 6) == NOBODY


async def test_description_without_facts_is_none(park: Database, clock: FakeClock) -> None:
    await tell(park, clock, 5, 0, employees=3)
    await tell(park, clock, 5, 0, employees=None)
    assert await stands(park, 5) == NOBODY


async def test_last_two_who_leave_at_once_leave_nothing(park: Database, clock: FakeClock) -> None:
    await found(park, clock, 5, "自己的公司")
    company = await company_of(park, 5)
    secret = await companies.invite(park, company.id, clock.now())
    assert secret
    await join(park, clock, 6, secret)
    await asyncio.gather(leave(park, 5), leave(park, 6))
    assert await companies.load(park, company.id) is None


async def test_staff_see_companies_with_their_members(park: Database, invite: Invite, clock: FakeClock) -> None:
    secret = await invite()
    for chat_id in (5, 6):
        await join(park, clock, chat_id, secret)
    await found(park, clock, 7, "自己的公司")
    listed = {one.company.name.zh: (one.members, one.lasts) for one in await companies.every(park)}
    assert listed == {"甲公司": (2, True), "自己的公司": (1, False)}
    assert not await companies.add(park, ACME, clock.now())
