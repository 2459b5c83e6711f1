"""Tokens of programs, on both engines."""

import asyncio
from datetime import timedelta

from storage import tokens
from storage.database import Database
from storage.models import ApiToken
from tests.factories import AT

LATER = AT + timedelta(hours=1)


def token(name: str = "gate", digest: str = "ab", role: str = "announcer", hours: int = 0) -> ApiToken:
    return ApiToken(name=name, role=role, secret_hash=digest, created_at=AT + timedelta(hours=hours))


async def test_token_is_found_by_its_hash_until_it_is_revoked(database: Database) -> None:
    async with database.transaction() as session:
        assert await tokens.add(session, token())
        found = await tokens.by_hash(session, "ab")
        assert found
        assert found.model_dump() == token().model_dump()
        assert await tokens.by_hash(session, "cd") is None
        assert await tokens.revoke(session, "gate", LATER)
        assert await tokens.by_hash(session, "ab") is None
        assert await tokens.in_force(session) == []
        assert not await tokens.revoke(session, "gate", LATER)
        assert not await tokens.revoke(session, "nobody", LATER)


async def test_name_is_free_again_when_its_token_is_revoked(database: Database) -> None:
    async with database.transaction() as session:
        assert await tokens.add(session, token())
        assert not await tokens.add(session, token(digest="cd"))
        await tokens.revoke(session, "gate", LATER)
        assert await tokens.add(session, token(digest="cd", role="viewer", hours=2))
    async with database.read() as session:
        (kept,) = await tokens.in_force(session)
        assert (kept.role, kept.secret_hash, kept.created_at) == ("viewer", "cd", AT + timedelta(hours=2))
        assert await tokens.by_hash(session, "ab") is None


async def test_of_two_tokens_of_one_name_made_at_once_one_is_refused(database: Database) -> None:
    async def add(digest: str) -> bool:
        async with database.transaction() as session:
            return await tokens.add(session, token(digest=digest))

    assert sorted(await asyncio.gather(add("ab"), add("cd"))) == [False, True]


async def test_tokens_in_force_are_in_the_order_in_which_they_were_made(database: Database) -> None:
    async with database.transaction() as session:
        for name, hours in (("late", 2), ("gone", 1), ("early", 0)):
            await tokens.add(session, token(name, digest=name, hours=hours))
        await tokens.revoke(session, "gone", LATER)
        assert [one.name for one in await tokens.in_force(session)] == ["early", "late"]
