"""Staff and invitations to join them, on both engines."""

import asyncio
from datetime import timedelta

from storage import chats, exchanges, invitations, staff
from storage.database import Database
from storage.models import StaffInvitation, StaffMember
from tests.factories import AT, exchange

BIG = 7_000_000_001  # over 32 bits, as Telegram's ids are
LATER = AT + timedelta(hours=1)


def member(telegram_id: int = BIG, role: str = "owner", name: str | None = None) -> StaffMember:
    return StaffMember(telegram_id=telegram_id, role=role, name=name, added_at=AT, added_by=None)


def invitation(name: str = "ab", hours: int = 1) -> StaffInvitation:
    return StaffInvitation(secret_hash=name, role="agent", made_by=BIG, expires_at=AT + timedelta(hours=hours))


async def test_member_is_stored_as_given(database: Database) -> None:
    given = StaffMember(telegram_id=BIG, role="mentor-desk", name="沈敏\0", added_at=AT, added_by=BIG + 1)
    async with database.transaction() as session:
        await staff.put(session, given)
    async with database.read() as session:
        kept = await staff.get(session, BIG)
        assert kept
        assert kept.model_dump() == given.model_dump() | {"name": "沈敏\N{REPLACEMENT CHARACTER}"}
        assert await staff.get(session, BIG + 1) is None


async def test_member_put_again_keeps_when_and_by_whom_and_the_name_unless_a_new_one_is_given(
    database: Database,
) -> None:
    async with database.transaction() as session:
        await staff.put(session, member(name="沈敏"))
        await staff.put(session, StaffMember(telegram_id=BIG, role="editor", added_at=LATER, added_by=5))
    async with database.read() as session:
        (kept,) = await staff.everybody(session)
    assert (kept.role, kept.name, kept.added_at, kept.added_by) == ("editor", "沈敏", AT, None)
    async with database.transaction() as session:
        await staff.put(session, member(name="Shen Min"))
    async with database.read() as session:
        (kept,) = await staff.everybody(session)
    assert (kept.role, kept.name) == ("owner", "Shen Min")


async def test_role_is_changed_and_member_removed_once(database: Database) -> None:
    async with database.transaction() as session:
        await staff.put(session, member())
        assert await staff.set_role(session, BIG, "viewer")
        assert not await staff.set_role(session, 5, "viewer")
        assert await staff.holders(session, "owner") == []
        assert await staff.holders(session, "viewer") == [BIG]
        assert await staff.remove(session, BIG)
        assert not await staff.remove(session, BIG)


async def test_holders_of_a_role_stay_until_the_transaction_ends(database: Database) -> None:
    """Two who remove each other at once: the second sees what the first did."""
    async with database.transaction() as session:
        for telegram_id in (1, 2):
            await staff.put(session, member(telegram_id))

    async def remove_unless_last(telegram_id: int) -> bool:
        async with database.transaction() as session:
            owners = await staff.holders(session, "owner")
            await asyncio.sleep(0)
            return owners != [telegram_id] and await staff.remove(session, telegram_id)

    assert sorted(await asyncio.gather(remove_unless_last(1), remove_unless_last(2))) == [False, True]


async def test_invitation_is_taken_once_even_by_many_at_once(database: Database) -> None:
    async with database.transaction() as session:
        await invitations.add(session, invitation())

    async def take() -> StaffInvitation | None:
        async with database.transaction() as session:
            return await invitations.take(session, StaffInvitation, "ab")

    taken = [one for one in await asyncio.gather(*(take() for _ in range(4))) if one]
    assert [(one.role, one.made_by, one.expires_at) for one in taken] == [("agent", BIG, LATER)]


async def test_invitations_wait_until_they_expire_or_are_dropped(database: Database) -> None:
    async with database.transaction() as session:
        for secret_hash, hours in (("late", 3), ("soon", 1), ("gone", 0)):
            await invitations.add(session, invitation(secret_hash, hours))
        assert [one.secret_hash for one in await invitations.waiting(session, StaffInvitation, AT)] == ["soon", "late"]
        await invitations.drop(session, StaffInvitation, expired_by=LATER)
        assert await invitations.take(session, StaffInvitation, "gone") is None
        assert [one.secret_hash for one in await invitations.waiting(session, StaffInvitation, AT)] == ["late"]
        await invitations.drop(session, StaffInvitation)
        assert await invitations.waiting(session, StaffInvitation, AT) == []


async def test_explanation_goes_with_the_answer_that_it_explains(database: Database) -> None:

    async with database.transaction() as session:
        await chats.upsert(session, 5, "private", AT)
        kept = await exchanges.put(session, exchange(explanation={"reason": "sure"}))
        assert kept.explanation == {"reason": "sure"}
        assert (await exchanges.put(session, exchange())).explanation is None
