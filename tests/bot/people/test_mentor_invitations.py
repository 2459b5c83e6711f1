"""Experts' accounts: invited, accepted once, taken away."""

import asyncio
from datetime import timedelta

import pytest
from sqlmodel import select

from bot import tenants
from bot.languages import Language
from bot.people import mentor_invitations, mentors, staff
from bot.people.staff import Member, Role
from storage.database import Database
from storage.models import MentorInvitation
from tests.factories import AT

DESK, EXPERT = 1, 2
NAME = "王总\n（工厂）"
WEEK = timedelta(days=7)


@pytest.fixture(autouse=True)
async def _desk(database: Database) -> None:
    await staff.put(database, Member(DESK, Role.MENTOR_DESK, None, AT))


async def invited(database: Database) -> str:
    secret, _ = await mentor_invitations.make(database, "factory", DESK, AT)
    return secret


async def test_expert_speaks_for_the_member_that_the_link_names(database: Database) -> None:
    secret, until = await mentor_invitations.make(database, "factory", DESK, AT)
    assert until == AT + WEEK
    assert [one.member_id for one in await mentor_invitations.waiting(database, AT)] == ["factory"]
    joined = await mentor_invitations.accept(database, secret, EXPERT, NAME, AT)
    assert joined
    assert (joined.member_id, joined.name) == ("factory", "王总 （工厂）")
    assert [one.telegram_id for one in await mentors.everybody(database)] == [EXPERT]
    assert await mentor_invitations.waiting(database, AT) == []
    assert await staff.find(database, EXPERT) is None


async def test_secret_is_long_and_kept_as_its_hash_alone(database: Database) -> None:
    secret = await invited(database)
    assert len(secret) >= 128 / 6
    async with database.read() as session:
        (row,) = (await session.exec(select(MentorInvitation))).all()
    assert secret not in row.secret_hash


async def test_one_of_many_who_open_the_link_is_the_expert(database: Database) -> None:
    secret = await invited(database)
    opened = [mentor_invitations.accept(database, secret, person, NAME, AT) for person in range(10, 14)]
    joined = [one for one in await asyncio.gather(*opened) if one]
    assert len(joined) == 1
    assert [one.telegram_id for one in await mentors.everybody(database)] == [joined[0].telegram_id]


async def test_expert_who_opens_a_link_again_stays_who_they_are_and_leaves_it(database: Database) -> None:
    first = await invited(database)
    await mentor_invitations.accept(database, first, EXPERT, NAME, AT)
    second, _ = await mentor_invitations.make(database, "capital", DESK, AT)
    again = await mentor_invitations.accept(database, second, EXPERT, NAME, AT)
    assert again
    assert again.member_id == "factory"
    assert await mentor_invitations.accept(database, second, 3, NAME, AT)


async def test_link_that_is_old_withdrawn_guessed_or_of_somebody_without_the_right_is_no_good(
    database: Database,
) -> None:
    old, secret = await invited(database), await invited(database)
    assert await mentor_invitations.accept(database, old, EXPERT, NAME, AT + WEEK) is None
    assert await mentor_invitations.accept(database, "", EXPERT, NAME, AT) is None
    assert await mentor_invitations.accept(database, secret, DESK, NAME, AT) is None  # staff themselves
    await staff.put(database, Member(DESK, Role.VIEWER, None, AT))
    assert await mentor_invitations.accept(database, secret, EXPERT, NAME, AT) is None
    await staff.put(database, Member(DESK, Role.MENTOR_DESK, None, AT))
    withdrawn = await invited(database)
    await mentor_invitations.withdraw(database)
    assert await mentor_invitations.accept(database, withdrawn, EXPERT, NAME, AT) is None
    assert await mentors.everybody(database) == []


async def test_account_is_taken_away_or_forgotten(database: Database) -> None:
    for person in (EXPERT, 3):
        await tenants.meet(database, person, "private", AT, Language.ZH)
        await mentor_invitations.accept(database, await invited(database), person, NAME, AT)
    held = await tenants.held(database, 3)
    assert held
    assert held.mentor
    assert await mentors.remove(database, EXPERT)
    assert not await mentors.remove(database, EXPERT)
    await tenants.forget(database, 3)
    assert await mentors.everybody(database) == []
