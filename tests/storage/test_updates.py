"""The inbox: each update is kept once and leased to one worker at a time."""

import asyncio
from datetime import timedelta

import pytest

from storage import updates
from storage.database import Database
from storage.models import StoredUpdate, UpdateState
from tests.factories import AT

LEASED = AT + timedelta(seconds=8)


async def _store(database: Database, *updates_of: tuple[int, int | None]) -> None:
    async with database.transaction() as session:
        for update_id, chat_id in updates_of:
            assert await updates.store(session, update_id, chat_id, {"text": f"第{update_id}问"}, AT)


async def _claim(database: Database, limit: int = 10, now: timedelta = timedelta(0)) -> list[int]:
    async with database.transaction() as session:
        claimed = await updates.claim(session, limit, AT + now, LEASED + now)
    return [row.update_id for row in claimed]


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
    async with database.transaction() as session:
        await updates.done(session, 1, AT)
    assert await _claim(database) == [2]
    async with database.transaction() as session:
        await updates.park(session, 2, AT)
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
        await updates.lease(session, [1], LEASED + timedelta(minutes=1))
    assert await _claim(database, now=timedelta(seconds=30)) == []


async def test_update_claimed_by_two_at_once_goes_to_one(database: Database) -> None:
    await _store(database, *((number, number) for number in range(10)))
    shares = await asyncio.gather(*(_claim(database, limit=4) for _ in range(4)))
    claimed = [update_id for share in shares for update_id in share]
    assert len(claimed) == len(set(claimed))


async def test_update_done_tells_nothing_any_more(database: Database) -> None:
    await _store(database, (1, 5))
    async with database.transaction() as session:
        await updates.done(session, 1, LEASED)
    done = await _one(database, 1)
    assert (done.state, done.payload, done.chat_id, done.worked_at) == (UpdateState.DONE, {}, None, LEASED)


async def test_update_parked_is_kept_for_staff(database: Database) -> None:
    await _store(database, (1, 5), (2, 5))
    async with database.transaction() as session:
        await updates.park(session, 1, LEASED)
    async with database.read() as session:
        (parked,) = await updates.every(session, UpdateState.PARKED)
        assert (parked.chat_id, parked.payload, parked.worked_at) == (5, {"text": "第1问"}, LEASED)
        assert [await updates.count(session, state) for state in UpdateState] == [1, 0, 1]


async def test_prune_drops_what_was_done_long_ago_alone(database: Database) -> None:
    await _store(database, (1, 5), (2, 5), (3, 5), (4, 5))
    async with database.transaction() as session:
        await updates.done(session, 1, AT - timedelta(days=3))
        await updates.done(session, 2, AT)
        await updates.park(session, 3, AT - timedelta(days=3))
        assert await updates.prune(session, AT - timedelta(days=2)) == 1
    async with database.read() as session:
        assert [await updates.count(session, state) for state in UpdateState] == [1, 1, 1]
