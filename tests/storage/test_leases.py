"""Leases: one holder at a time, until it is over or given up."""

from datetime import datetime, timedelta

from storage import leases
from storage.database import Database
from storage.models import Lease
from tests.factories import AT

SOON = AT + timedelta(seconds=10)
LATER = AT + timedelta(seconds=20)


def lease(holder: str, until: datetime = SOON) -> Lease:
    return Lease(name="delivery", holder=holder, until=until)


async def test_lease_is_held_by_one_until_it_is_over(database: Database) -> None:
    async with database.transaction() as session:
        assert await leases.take(session, lease("first"), AT)
        assert not await leases.take(session, lease("second", LATER), SOON - timedelta(seconds=1))
        assert await leases.take(session, lease("second", LATER), SOON)
        assert not await leases.renew(session, lease("first", LATER))
        stored = await session.get_one(Lease, "delivery", populate_existing=True)
    assert (stored.holder, stored.fence, stored.until) == ("second", 2, LATER)


async def test_renewed_lease_lasts(database: Database) -> None:
    async with database.transaction() as session:
        await leases.take(session, lease("first"), AT)
        assert await leases.renew(session, lease("first", LATER))
        assert not await leases.take(session, lease("second", LATER), SOON)


async def test_lease_of_one_that_is_gone_is_taken_at_once(database: Database) -> None:
    async with database.transaction() as session:
        await leases.take(session, lease("first"), AT)
        assert await leases.take(session, lease("second"), AT, at_once=True)


async def test_lease_that_was_given_up_is_free(database: Database) -> None:
    async with database.transaction() as session:
        await leases.take(session, lease("first"), AT)
        await leases.give_up(session, "delivery", "second")
        assert not await leases.take(session, lease("second"), AT)
        await leases.give_up(session, "delivery", "first")
        assert await leases.take(session, lease("second"), AT)


async def test_lease_by_a_clock_that_was_set_back_since_holds_nobody_up(database: Database) -> None:
    async with database.transaction() as session:
        await leases.take(session, lease("first", LATER + leases.WRONG), AT)
        assert not await leases.take(session, lease("second", LATER), AT)
        assert await leases.take(session, lease("second", SOON), AT)
