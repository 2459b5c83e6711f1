"""The dialogue's steps in the store, on both engines: what is told and what is awaited go together."""

import pytest

from bot import tenants
from bot.awaited import Awaited
from bot.languages import Language
from bot.people.invitations import Validity
from bot.people.memberships import Entry
from bot.people.standing import LeftError
from bot.profile import steps
from bot.profile.steps import NAME, SHOWN_AS, Place
from storage.database import Database
from tests.factories import AT

NOTHING = Awaited(AT, Language.ZH)
FOUNDED = Awaited(AT, Language.ZH, "founded", round=True)


@pytest.fixture
def five(database: Database) -> Place:
    return Place(database, 5, AT)


@pytest.fixture
def six(database: Database) -> Place:
    return Place(database, 6, AT)


async def awaited(place: Place) -> Awaited | None:
    chat = (await tenants.known(place.database, place.chat_id)).chat
    return Awaited.from_json(chat.awaited) if chat and chat.awaited else None


async def facts(place: Place) -> dict[str, object]:
    return (await tenants.known(place.database, place.chat_id)).standing.facts


async def mark(place: Place) -> int:
    return (await tenants.known(place.database, place.chat_id)).standing.mark


async def test_fact_and_next_question_are_kept_together(five: Place) -> None:
    await steps.tell(five, {"sector": "ai"}, FOUNDED)
    assert (await facts(five), await awaited(five)) == ({"sector": "ai"}, FOUNDED)


async def test_fact_of_a_company_that_was_left_changes_nothing_at_all(five: Place) -> None:
    await steps.keep(five, FOUNDED)
    with pytest.raises(LeftError):
        await steps.tell(five, {"sector": "ai"}, Awaited(AT, Language.ZH, "building", mark=7))
    assert (await facts(five), await awaited(five)) == ({}, FOUNDED)


async def test_founder_is_asked_how_to_be_seen(five: Place) -> None:
    await steps.found(five, "云栖智能", NOTHING.taking(17, NAME))
    asked = await awaited(five)
    assert asked
    assert (asked.question, asked.mark, asked.took(17)) == (SHOWN_AS, await mark(five), NAME)
    with pytest.raises(LeftError):
        await steps.found(five, "第二家", NOTHING)
    assert await awaited(five) == asked


async def test_colleague_joins_is_seen_and_leaves(five: Place, six: Place) -> None:
    await steps.found(five, "云栖智能", NOTHING)
    secret = await steps.invite(five, await mark(five))
    assert secret
    assert await steps.join(six, secret, NOTHING, share=False) is Entry.JOINED
    asked = await awaited(six)
    assert asked
    await steps.show_as(six, "Emma", asked)
    with pytest.raises(LeftError):
        await steps.show_as(six, "林工", Awaited(AT, Language.ZH, mark=await mark(five)))
    company = (await tenants.known(six.database, 6)).standing.company
    assert company
    members = (await steps.colleagues(five, company.id)).members
    assert [(one.chat_id, one.shown_as) for one in members] == [(5, None), (6, "Emma")]
    with pytest.raises(LeftError):
        await steps.leave(six, Awaited(AT, Language.ZH, mark=await mark(five)))
    await steps.leave(six, Awaited(AT, Language.ZH, mark=await mark(six)))
    assert [one.chat_id for one in (await steps.colleagues(five, company.id)).members] == [5]


async def test_only_the_first_member_invites_and_revokes(five: Place, six: Place) -> None:
    await steps.found(five, "云栖智能", NOTHING)
    secret = await steps.invite(five, await mark(five))
    assert secret
    await steps.join(six, secret, NOTHING, share=False)
    assert await steps.invite(six, await mark(six)) is None
    assert not await steps.revoke(six, await mark(six))
    assert (await steps.look_at(six, secret)).validity is Validity.VALID
    assert await steps.revoke(five, await mark(five))
    assert (await steps.look_at(six, secret)).validity is Validity.REVOKED
    for step in (steps.invite, steps.revoke):
        with pytest.raises(LeftError):
            await step(six, await mark(five))
        with pytest.raises(LeftError):
            await step(Place(five.database, 7, AT), 0)


async def test_link_that_is_no_good_asks_nothing(five: Place) -> None:
    assert await steps.join(five, "x" * 22, FOUNDED, share=False) is Validity.UNKNOWN
    assert await awaited(five) is None
