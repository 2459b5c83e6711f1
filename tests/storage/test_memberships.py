"""Who belongs to which company, on both engines."""

from storage import chats, companies, memberships
from storage.database import Database
from storage.models import Membership
from tests.factories import AT


async def settled(database: Database, *people: int, company: str = "acme") -> None:
    """A company with these chats as members, in order."""
    async with database.transaction() as session:
        await companies.save(session, company, {}, AT)
        for chat_id in people:
            await chats.upsert(session, chat_id, "private", AT)
            assert await memberships.add(session, chat_id, company, AT)


async def members(database: Database, company: str = "acme") -> list[Membership]:
    async with database.read() as session:
        return await memberships.of_company(session, company)


async def test_members_come_in_the_order_in_which_they_joined(database: Database) -> None:
    await settled(database, 7, 5, 6)
    assert [one.chat_id for one in await members(database)] == [7, 5, 6]


async def test_chat_belongs_to_one_company_alone(database: Database) -> None:
    await settled(database, 5)
    async with database.transaction() as session:
        await companies.save(session, "other", {}, AT)
        assert not await memberships.add(session, 5, "other", AT)
    assert [one.chat_id for one in await members(database)] == [5]
    assert await members(database, "other") == []


async def test_membership_that_ended_does_not_come_back(database: Database) -> None:
    await settled(database, 5)
    [before] = await members(database)
    async with database.transaction() as session:
        await memberships.remove(session, 5)
        assert await memberships.of_chat(session, 5) is None
        await memberships.add(session, 5, "acme", AT)
    [after] = await members(database)
    assert before.id != after.id


async def test_name_is_that_of_ones_own_membership_alone(database: Database) -> None:
    await settled(database, 5, 6)
    five, _ = await members(database)
    assert five.id is not None
    async with database.transaction() as session:
        assert not await memberships.show_as(session, five.id, 6, "不是我")
        assert await memberships.show_as(session, five.id, 5, "小\0林")
    assert [one.shown_as for one in await members(database)] == ["小\N{REPLACEMENT CHARACTER}林", None]
    async with database.transaction() as session:
        assert await memberships.show_as(session, five.id, 5, None)
    assert [one.shown_as for one in await members(database)] == [None, None]


async def test_members_are_counted_by_company(database: Database) -> None:
    await settled(database, 5, 6)
    await settled(database, 7, company="other")
    await settled(database, company="empty")
    async with database.read() as session:
        assert await memberships.counts(session) == {"acme": 2, "other": 1}


async def test_company_that_goes_leaves_its_people(database: Database) -> None:
    await settled(database, 5)
    async with database.transaction() as session:
        assert await companies.remove(session, "acme")
        assert not await companies.remove(session, "acme")
    async with database.read() as session:
        assert await memberships.of_chat(session, 5) is None
        assert await chats.get(session, 5) is not None


async def test_forgotten_chat_is_no_member(database: Database) -> None:
    await settled(database, 5, 6)
    async with database.transaction() as session:
        await chats.forget(session, 5)
    assert [one.chat_id for one in await members(database)] == [6]
