from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.people import staff, staff_invitations
from bot.people.staff import Member, Role
from storage.database import Database
from tests.factories import AT

OWNER, NEWCOMER = 1, 2
NAME = "小李"


@pytest.fixture(autouse=True)
async def _owner(database: Database) -> None:
    await staff.put(database, Member(OWNER, Role.OWNER, None, AT))


async def invited(database: Database) -> str:
    secret, _ = await staff_invitations.make(database, Role.AGENT, OWNER, AT)
    return secret


async def test_newcomer_has_the_role_and_who_invited_them(database: Database) -> None:
    secret, invitation = await staff_invitations.make(database, Role.AGENT, OWNER, AT)
    assert await staff_invitations.waiting(database, AT) == [invitation]
    later = AT + timedelta(hours=23)
    joined = await staff_invitations.accept(database, secret, NEWCOMER, NAME, later)
    assert joined == Member(NEWCOMER, Role.AGENT, NAME, later, OWNER) == await staff.find(database, NEWCOMER)
    assert await staff_invitations.waiting(database, AT) == []


async def test_link_is_good_for_one_person(database: Database) -> None:
    secret = await invited(database)
    assert await staff_invitations.accept(database, secret, NEWCOMER, NAME, AT)
    assert await staff_invitations.accept(database, secret, 3, "别人", AT) is None
    assert await staff.find(database, 3) is None


async def test_newcomer_who_opens_the_link_again_is_still_welcome(database: Database) -> None:
    secret = await invited(database)
    joined = await staff_invitations.accept(database, secret, NEWCOMER, NAME, AT)
    assert await staff_invitations.accept(database, secret, NEWCOMER, NAME, AT + timedelta(days=9)) == joined


async def test_somebody_of_the_staff_stays_what_they_are_and_leaves_the_link(database: Database) -> None:
    secret = await invited(database)
    owner = await staff.find(database, OWNER)
    assert await staff_invitations.accept(database, secret, OWNER, NAME, AT) == owner
    assert await staff_invitations.accept(database, secret, NEWCOMER, NAME, AT)


async def test_link_that_expired_or_was_withdrawn_is_no_good(database: Database) -> None:
    expired, withdrawn = await invited(database), await invited(database)
    assert await staff_invitations.accept(database, expired, NEWCOMER, NAME, AT + timedelta(hours=24)) is None
    await staff_invitations.withdraw(database)
    assert await staff_invitations.accept(database, withdrawn, NEWCOMER, NAME, AT) is None
    assert await staff_invitations.accept(database, "", NEWCOMER, NAME, AT) is None


async def test_link_of_somebody_who_may_no_longer_invite_is_no_good(database: Database) -> None:
    first, second = await invited(database), await invited(database)
    await staff.put(database, Member(9, Role.OWNER, None, AT))
    await staff.change_role(database, OWNER, Role.EDITOR)
    assert await staff_invitations.accept(database, first, NEWCOMER, NAME, AT) is None
    await staff.remove(database, OWNER)
    assert await staff_invitations.accept(database, second, NEWCOMER, NAME, AT) is None


async def test_secret_is_kept_nowhere_and_expired_ones_go(database: Database) -> None:
    secret = await invited(database)
    await staff_invitations.make(database, Role.VIEWER, OWNER, AT + timedelta(hours=24))
    async with database.read() as session:
        connection = await session.connection()
        ((role, *rest),) = (await connection.execute(text("SELECT role, secret_hash FROM staff_invitations"))).all()
    assert role == "viewer"
    assert secret not in rest
    assert len(secret) == 32
