"""Who may use the API, and what becomes of those who try tokens."""

import asyncio
from dataclasses import replace

import pytest
from aiohttp import ClientSession

from bot.app import Assistant
from bot.people import tokens
from bot.people.staff import Role
from storage.errors import StoreUnavailableError
from tests.fakes import FakeClock
from tests.handlers.web.api.conftest import Caller, Reply, caller_with, problem_in, written

ANNOUNCERS = {Role.OWNER, Role.ANNOUNCER}


async def guess(caller: Caller, number: int = 0) -> Reply:
    return await replace(caller, token=f"parkbot_{number}").get(1)


@pytest.mark.parametrize("role", Role)
async def test_role_says_who_may_announce_and_all_may_read(
    park: Assistant, http: ClientSession, caller: Caller, role: Role
) -> None:
    other = await caller_with(park, http, role)
    sent = await other.post()
    if role in ANNOUNCERS:
        assert sent.status == 202
    else:
        assert (sent.status, problem_in(sent)) == (403, "no-right")
        assert role.value in sent.body["detail"]
    assert len((await written(park))[0]) == (role in ANNOUNCERS)
    await caller.post()
    assert (await other.get(1)).status == 200


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer  ", "Basic parkbot_x", "parkbot_x", "Token x"])
async def test_without_a_token_nothing_is_done(park: Assistant, caller: Caller, header: str) -> None:
    nobody = replace(caller, token=None)
    for reply in (
        await nobody.post(Authorization=header) if header else await nobody.post(),
        await nobody.get(1, Authorization=header) if header else await nobody.get(1),
    ):
        assert (reply.status, problem_in(reply)) == (401, "token-missing")
        assert reply.headers["WWW-Authenticate"] == 'Bearer realm="parkbot"'
    assert await written(park) == ([], [])


@pytest.mark.parametrize("token", ["x", "parkbot_", "门禁系统", "a b", "x" * 5000])
async def test_wrong_token_is_refused(park: Assistant, caller: Caller, token: str) -> None:
    reply = await replace(caller, token=token).post()
    assert (reply.status, problem_in(reply)) == (401, "token-wrong")
    assert reply.headers["WWW-Authenticate"] == 'Bearer realm="parkbot", error="invalid_token"'
    assert await written(park) == ([], [])


async def test_scheme_is_written_in_any_case(caller: Caller) -> None:
    assert (await replace(caller, token=None).post(Authorization=f"bEARER  {caller.token}")).status == 202


async def test_revoked_token_is_refused_from_the_next_request_on(park: Assistant, caller: Caller) -> None:
    assert (await caller.post()).status == 202
    await tokens.revoke(park.services.database, "门禁系统", park.services.clock.now())
    refused = await caller.post()
    assert (refused.status, problem_in(refused)) == (401, "token-wrong")
    assert len((await written(park))[0]) == 1


async def test_sixth_wrong_token_in_a_minute_is_not_looked_at(caller: Caller, clock: FakeClock) -> None:
    for number in range(5):
        assert (await guess(caller, number)).status == 401
        clock.advance(seconds=10)
    slowed = await guess(caller, 5)
    assert (slowed.status, problem_in(slowed), slowed.headers["Retry-After"]) == (429, "slow-down", "10")
    assert "10 seconds" in slowed.body["detail"]
    assert (await caller.get(1)).status == 429  # a right one is not told from others
    clock.advance(seconds=10)
    assert (await caller.get(1)).status == 404
    assert (await guess(caller, 6)).status == 401
    assert (await guess(caller, 7)).status == 429


async def test_what_is_not_looked_at_does_not_make_the_wait_longer(caller: Caller, clock: FakeClock) -> None:
    for number in range(20):
        await guess(caller, number)
    clock.advance(seconds=60)
    assert (await guess(caller)).status == 401


async def test_token_that_was_right_before_is_not_locked_out_by_others(park: Assistant, caller: Caller) -> None:
    assert (await caller.get(1)).status == 404
    for number in range(6):
        await guess(caller, number)
    assert (await caller.post()).status == 202
    await tokens.revoke(park.services.database, "门禁系统", park.services.clock.now())
    assert [(await caller.get(1)).status for _ in range(2)] == [401, 429]


async def test_many_guesses_at_once_are_counted(caller: Caller) -> None:
    replies = await asyncio.gather(*(guess(caller, number) for number in range(20)))
    assert sorted(reply.status for reply in replies) == [401] * 5 + [429] * 15


async def test_many_first_requests_with_a_right_token_are_all_looked_at(caller: Caller) -> None:
    replies = await asyncio.gather(*(caller.get(1) for _ in range(20)))
    assert {reply.status for reply in replies} == {404}


async def test_requests_without_a_token_are_not_counted(caller: Caller) -> None:
    for _ in range(6):
        await replace(caller, token=None).get(1)
    assert (await guess(caller)).status == 401


async def test_forwarded_addresses_are_not_believed(caller: Caller) -> None:
    for number in range(5):
        await replace(caller, token="x").get(1, **{"X-Forwarded-For": f"10.0.0.{number}"})
    assert (await replace(caller, token="x").get(1, **{"X-Forwarded-For": "10.0.0.9"})).status == 429


async def test_store_that_does_not_answer_is_no_wrong_token(
    park: Assistant, caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise StoreUnavailableError("locked")

    with monkeypatch.context() as patched:
        patched.setattr(tokens, "find", fail)
        for _ in range(6):
            assert (await caller.get(1)).status == 503
    assert (await caller.get(1)).status == 404


async def test_token_that_is_no_text_is_refused(park: Assistant) -> None:
    host, port = park.address.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    head = b"GET /api/v1/announcements/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
    writer.write(head + b"\xff\xfe\r\n\r\n")
    assert b" 401 " in await reader.readline()
    writer.close()
    await writer.wait_closed()
