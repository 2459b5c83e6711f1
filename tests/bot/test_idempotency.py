"""Requests that are repeated, on both engines."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot import idempotency
from bot.idempotency import KEPT, AnsweredError, Keyed, OtherBodyError, fingerprint
from storage import idempotency as stored
from storage.database import Database
from tests.factories import AT
from tests.fakes import FakeClock

REQUEST = Keyed("gate", "key-1", fingerprint({"text": "停电"}))
ANSWER = {"id": 1, "state": "sending"}
MOMENT = timedelta(microseconds=1)


async def answer(database: Database, request: Keyed = REQUEST, given: dict[str, object] = ANSWER) -> None:
    async with database.transaction() as session:
        await request.answer(session, 202, given, AT)


async def test_same_request_has_the_same_answer(database: Database) -> None:
    assert await REQUEST.answered(database, AT) is None
    await answer(database)
    assert await REQUEST.answered(database, AT) == ANSWER
    with pytest.raises(OtherBodyError):
        await replace(REQUEST, fingerprint=fingerprint({"text": "停水"})).answered(database, AT)
    with pytest.raises(AnsweredError):
        await answer(database, given={"id": 2})
    assert await REQUEST.answered(database, AT) == ANSWER


@pytest.mark.parametrize("other", [replace(REQUEST, token="meter"), replace(REQUEST, key="key-2")])
async def test_other_token_or_key_is_another_request(database: Database, other: Keyed) -> None:
    await answer(database)
    assert await other.answered(database, AT) is None
    await answer(database, other, {"id": 2})
    assert await other.answered(database, AT) == {"id": 2}


async def test_key_is_good_again_after_seven_days(database: Database) -> None:
    await answer(database)
    assert await REQUEST.answered(database, AT + KEPT) == ANSWER
    over = AT + KEPT + MOMENT
    assert await REQUEST.answered(database, over) is None
    async with database.transaction() as session:
        await REQUEST.answer(session, 202, {"id": 2}, over)
    assert await REQUEST.answered(database, over) == {"id": 2}


async def test_old_answers_are_pruned(database: Database, clock: FakeClock) -> None:
    async def kept() -> bool:
        async with database.read() as session:
            return await stored.get(session, "gate", "key-1") is not None

    await answer(database)
    clock.set(AT + KEPT)
    await idempotency.prune(database, clock)
    assert await kept()
    clock.set(AT + KEPT + MOMENT)
    await idempotency.prune(database, clock)
    assert not await kept()


async def test_of_many_at_once_one_is_done(database: Database) -> None:
    attempts = [answer(database, given={"id": number}) for number in range(4)]
    outcomes = await asyncio.gather(*attempts, return_exceptions=True)
    assert sorted(type(one).__name__ for one in outcomes) == ["AnsweredError"] * 3 + ["NoneType"]
    (done,) = [number for number, outcome in enumerate(outcomes) if outcome is None]
    assert await REQUEST.answered(database, AT) == {"id": done}


def test_fingerprint_is_of_what_is_said() -> None:
    assert fingerprint({"a": 1, "b": [1, 2]}) == fingerprint({"b": [1, 2], "a": 1})
    assert len({fingerprint(one) for one in ({"a": [1, 2]}, {"a": [2, 1]}, {"a": "1"}, {"a": 1})}) == 4
