"""The inbox: each update is kept once and leased to one worker at a time."""

import asyncio
from datetime import timedelta

import pytest

from storage import updates
from storage.database import Database
from storage.models import StoredUpdate, UpdateState
from storage.updates import Lease
from tests.factories import AT

LEASED = AT + timedelta(seconds=8)


async def _store(database: Database, *updates_of: tuple[int, int | None]) -> None:
    async with database.transaction() as session:
        for update_id, chat_id in updates_of:
            assert await updates.store(session, update_id, chat_id, {"text": f"第{update_id}问"}, AT)


async def _claimed(
    database: Database, limit: int = 10, now: timedelta = timedelta(0), holder: str = "me", *, suspect: bool = True
) -> list[StoredUpdate]:
    async with database.transaction() as session:
        return await updates.claim(session, Lease(holder, LEASED + now), limit, AT + now, suspect=suspect)


async def _claim(database: Database, limit: int = 10, now: timedelta = timedelta(0), holder: str = "me") -> list[int]:
    return [row.update_id for row in await _claimed(database, limit, now, holder)]


async def _one(database: Database, update_id: int) -> StoredUpdate:
    async with database.read() as session:
        return await session.get_one(StoredUpdate, update_id)


async def test_update_seen_before_is_not_stored_again(database: Database) -> None:
    await _store(database, (1, 5))
    async with database.transaction() as session:
        assert not await updates.store(session, 1, 6, {}, AT)
    stored = await _one(database, 1)
    assert (stored.chat_id, stored.payload, stored.attempts) == (5, {"text": "第1问"}, 0)


async def test_update_stored_by_two_at_once_is_new_to_one(database: Database) -> None:
    async def store() -> bool:
        async with database.transaction() as session:
            return await updates.store(session, 1, 5, {}, AT)

    assert sorted(await asyncio.gather(store(), store())) == [False, True]


@pytest.mark.parametrize("payload", [{"nested": {"nothing": None}}, {"text": "\0\ud83d"}, {}])
async def test_payload_of_any_json_is_stored(database: Database, payload: dict[str, object]) -> None:
    async with database.transaction() as session:
        await updates.store(session, 2**40, -(2**40), payload, AT)
    expected = {"text": "\0?"} if "text" in payload else payload
    assert (await _one(database, 2**40)).payload == expected


async def test_claim_takes_the_first_of_each_chat(database: Database) -> None:
    await _store(database, (1, 5), (2, 5), (3, 6), (4, None), (5, None))
    assert await _claim(database) == [1, 3, 4, 5]
    assert await _claim(database) == []
    assert (await _one(database, 1)).attempts == 1


async def test_claim_takes_no_more_than_its_limit(database: Database) -> None:
    await _store(database, (1, 5), (2, 6), (3, 7))
    assert await _claim(database, limit=2) == [1, 2]
    assert await _claim(database, limit=0) == []


async def test_claim_takes_the_next_of_a_chat_when_the_first_is_finished(database: Database) -> None:
    await _store(database, (1, 5), (2, 5), (3, 5))
    (first,) = await _claimed(database)
    async with database.transaction() as session:
        assert await updates.done(session, first, AT)
    (second,) = await _claimed(database)
    assert second.update_id == 2
    async with database.transaction() as session:
        assert await updates.park(session, second, AT)
    assert await _claim(database) == [3]


async def test_lease_that_ran_out_is_claimed_again(database: Database) -> None:
    await _store(database, (1, 5))
    assert await _claim(database) == [1]
    assert await _claim(database, now=timedelta(seconds=7)) == []
    assert await _claim(database, now=timedelta(seconds=8)) == [1]
    assert (await _one(database, 1)).attempts == 2


async def test_lease_that_is_renewed_is_kept(database: Database) -> None:
    await _store(database, (1, 5))
    await _claim(database)
    async with database.transaction() as session:
        assert await updates.renew(session, Lease("me", LEASED + timedelta(minutes=1)), {1}) == {1}
    assert await _claim(database, now=timedelta(seconds=30)) == []


async def test_lease_that_went_to_another_is_neither_renewed_nor_ended(database: Database) -> None:
    await _store(database, (1, 5), (2, 6))
    mine, kept = await _claimed(database, holder="me")
    async with database.transaction() as session:
        await updates.renew(session, Lease("me", LEASED + timedelta(minutes=1)), {2})
    (theirs,) = await _claimed(database, now=timedelta(seconds=8), holder="another")
    async with database.transaction() as session:
        assert await updates.renew(session, Lease("me", LEASED + timedelta(minutes=2)), {1, 2}) == {kept.update_id}
        assert not await updates.done(session, mine, AT)
        assert not await updates.park(session, mine, AT)
        assert not await updates.postpone(session, mine, AT)
    assert await _one(database, 1) == theirs


async def test_leases_of_who_is_gone_are_free_at_once(database: Database) -> None:
    await _store(database, (1, 5), (2, 6))
    _, waiting = await _claimed(database, holder="gone")
    async with database.transaction() as session:
        await updates.postpone(session, waiting, LEASED)
        await updates.release(session)
    assert await _claim(database) == [1]
    assert await _claim(database, now=timedelta(seconds=8)) == [1, 2]


async def test_attempt_that_ended_is_no_crash(database: Database) -> None:
    await _store(database, (1, 5))
    (claimed,) = await _claimed(database)
    claimed.faults, claimed.outages = 1, 2
    async with database.transaction() as session:
        assert await updates.postpone(session, claimed, LEASED)
    (again,) = await _claimed(database, now=timedelta(seconds=8))
    assert (again.attempts, again.faults, again.outages) == (1, 1, 2)


async def test_updates_that_nobody_ended_are_claimed_one_at_a_time(database: Database) -> None:
    await _store(database, (1, 5), (2, 6), (3, 7))
    assert await _claim(database) == [1, 2, 3]
    await _store(database, (4, 8), (5, 9))
    later = timedelta(seconds=8)
    assert [row.update_id for row in await _claimed(database, limit=4, now=later, suspect=False)] == [4]
    assert await _claim(database, now=later) == [1, 5]
    assert await _claim(database, now=later) == [2]


async def test_update_claimed_by_two_at_once_goes_to_one(database: Database) -> None:
    await _store(database, *((number, number) for number in range(10)))
    shares = await asyncio.gather(*(_claim(database, limit=4) for _ in range(4)))
    claimed = [update_id for share in shares for update_id in share]
    assert len(claimed) == len(set(claimed))


async def test_update_done_tells_nothing_any_more(database: Database) -> None:
    await _store(database, (1, 5))
    (claimed,) = await _claimed(database)
    async with database.transaction() as session:
        await updates.done(session, claimed, LEASED)
    done = await _one(database, 1)
    assert (done.state, done.payload, done.chat_id, done.worked_at) == (UpdateState.DONE, {}, None, LEASED)


async def test_update_parked_is_kept_for_staff(database: Database) -> None:
    await _store(database, (1, 5), (2, 5))
    (claimed,) = await _claimed(database)
    async with database.transaction() as session:
        await updates.park(session, claimed, LEASED)
    async with database.read() as session:
        (parked,) = await updates.every(session, UpdateState.PARKED)
        assert (parked.chat_id, parked.payload, parked.worked_at) == (5, {"text": "第1问"}, LEASED)
        assert [await updates.count(session, state) for state in UpdateState] == [1, 0, 1]


async def test_prune_drops_what_was_done_and_empties_what_was_parked_long_ago(database: Database) -> None:
    await _store(database, (1, 5), (2, 6), (3, 7), (4, 8), (5, 9))
    long_done, done, long_parked, parked, _ = await _claimed(database)
    before = AT - timedelta(days=2)
    async with database.transaction() as session:
        await updates.done(session, long_done, before - timedelta(days=1))
        await updates.done(session, done, AT)
        await updates.park(session, long_parked, before - timedelta(days=1))
        await updates.park(session, parked, AT)
        assert await updates.prune(session, done_before=before, parked_before=before) == 1
    async with database.read() as session:
        left = [row for state in UpdateState for row in await updates.every(session, state)]
    told = {"text": "第4问"}
    assert [(row.update_id, row.chat_id, row.payload) for row in left if row.state is UpdateState.PARKED] == [
        (3, None, {}),
        (4, 8, told),
    ]
    assert {row.update_id for row in left} == {2, 3, 4, 5}
