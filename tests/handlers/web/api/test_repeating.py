"""A request that is repeated is done once."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.app import Assistant
from bot.idempotency import KEPT
from bot.people.staff import Role
from storage import companies, outbox
from storage.errors import StoreUnavailableError
from tests.fakes import FakeClock
from tests.handlers.web.api.conftest import BODY, PEOPLE, Caller, caller_with, problem_in, written

KEY = "7f3c-1"


async def test_same_key_and_body_have_the_same_answer_and_go_once(park: Assistant, caller: Caller) -> None:
    first = await caller.post(key=KEY)
    await park.services.announcements.cancel(1, "staff:1", None)
    second = await caller.post(b' {"audience": {"all":true}, "text":"' + BODY["text"].encode() + b'"}', key=KEY)
    assert (second.status, second.body) == (first.status, first.body)
    assert second.headers["Location"] == first.headers["Location"]
    assert [one.headers.get("Idempotency-Replayed") for one in (first, second)] == [None, "true"]
    announcements, outgoing = await written(park)
    assert (len(announcements), len(outgoing)) == (1, len(PEOPLE))


async def test_same_key_with_another_body_is_refused(park: Assistant, caller: Caller) -> None:
    await caller.post(key=KEY)
    others: list[Any] = [BODY | {"urgent": True}, BODY | {"text": 5}, []]
    for body in others:
        reply = await caller.post(body, key=KEY)
        assert (reply.status, problem_in(reply)) == (409, "key-reused")
    assert len((await written(park))[0]) == 1


async def test_key_is_its_tokens_own(park: Assistant, http: ClientSession, caller: Caller) -> None:
    other = await caller_with(park, http, Role.OWNER)
    replies = [await one.post(key=KEY) for one in (caller, other)]
    assert [reply.body["id"] for reply in replies] == [1, 2]


async def test_requests_at_once_with_one_key_make_one_announcement(park: Assistant, caller: Caller) -> None:
    replies = await asyncio.gather(*(caller.post(key=KEY) for _ in range(10)))
    assert {reply.status for reply in replies} == {202}
    ids = {reply.body["id"] for reply in replies}
    announcements, outgoing = await written(park)
    assert ids == {announcement.id for announcement in announcements}
    assert (len(announcements), len(outgoing)) == (1, len(PEOPLE))


async def test_bodies_at_once_with_one_key_make_one_announcement(park: Assistant, caller: Caller) -> None:
    replies = await asyncio.gather(*(caller.post(BODY | {"text": f"{number}"}, key=KEY) for number in range(6)))
    assert sorted(reply.status for reply in replies) == [202] + [409] * 5
    assert len((await written(park))[0]) == 1


async def test_key_is_forgotten_after_seven_days(park: Assistant, caller: Caller, clock: FakeClock) -> None:
    await caller.post(key=KEY)
    clock.set(clock.now() + KEPT)
    assert (await caller.post(key=KEY)).body["id"] == 1
    clock.set(clock.now() + timedelta(seconds=1))
    assert (await caller.post(key=KEY)).body["id"] == 2


async def test_what_was_refused_leaves_the_key_free(caller: Caller) -> None:
    assert (await caller.post(BODY | {"text": ""}, key=KEY)).status == 422
    assert (await caller.post(key=KEY)).status == 202


async def test_repeated_request_is_answered_though_the_park_changed(
    park: Assistant, caller: Caller, clock: FakeClock
) -> None:
    body: dict[str, Any] = BODY | {"audience": {"companies": ["demo-router"]}, "send_at": "2026-11-23T11:00:00+08:00"}
    first = await caller.post(body, key=KEY)
    async with park.services.database.transaction() as session:
        assert await companies.remove(session, "demo-router")
    clock.advance(days=2)
    assert (await caller.post(body, key=KEY)).body == first.body


async def test_nothing_is_half_done_when_the_store_fails_in_between(
    park: Assistant, caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever was written before is undone, as a crash would undo it; the repetition does it once."""

    async def fail(*_: object) -> None:
        raise StoreUnavailableError("gone")

    for step in ("add_batch", "fan_out", "add_content"):
        with monkeypatch.context() as patched:
            patched.setattr(outbox, step, fail)
            assert (await caller.post(key=KEY)).status == 503
        assert await written(park) == ([], [])
    with monkeypatch.context() as patched:
        patched.setattr("storage.idempotency.add", fail)
        assert (await caller.post(key=KEY)).status == 503
    assert await written(park) == ([], [])
    assert (await caller.post(key=KEY)).status == 202
    announcements, outgoing = await written(park)
    assert (len(announcements), len(outgoing)) == (1, len(PEOPLE))


async def test_without_a_key_nothing_is_done(park: Assistant, caller: Caller) -> None:
    reply = await caller.post(key=None)
    assert (reply.status, problem_in(reply)) == (400, "key-missing")
    empty = await caller.post(key=None, **{"Idempotency-Key": ""})
    assert (empty.status, problem_in(empty)) == (400, "key-missing")
    assert await written(park) == ([], [])


@pytest.mark.parametrize("key", ["k" * 256, "钥匙", "a\tb"])
async def test_malformed_key_is_refused(park: Assistant, caller: Caller, key: str) -> None:
    reply = await caller.post(key=key)
    assert (reply.status, problem_in(reply)) == (400, "key-malformed")
    assert await written(park) == ([], [])


@pytest.mark.parametrize("key", ["k" * 255, '"8e03978e"', "a b", "~!@#$%^&*()"])
async def test_printable_key_is_taken_as_it_is(caller: Caller, key: str) -> None:
    assert (await caller.post(key=key)).body["id"] == 1
    assert (await caller.post(key=key)).body["id"] == 1
