"""Groundwork of the knowledge: the latest."""

from datetime import timedelta

from storage import groundwork
from storage.database import Database
from tests.factories import AT


async def save(database: Database, fingerprint: str, data: bytes, minutes: int) -> None:
    async with database.transaction() as session:
        await groundwork.save(session, fingerprint, data, AT + timedelta(minutes=minutes))


async def kept(database: Database, *fingerprints: str) -> dict[str, bytes]:
    async with database.read() as session:
        found = {one: await groundwork.get(session, one) for one in fingerprints}
    return {one: data for one, data in found.items() if data is not None}


async def test_newest_two_are_kept(database: Database) -> None:
    for minutes, fingerprint in enumerate("abc"):
        await save(database, fingerprint * 64, fingerprint.encode(), minutes)
    assert await kept(database, *(one * 64 for one in "abc")) == {"b" * 64: b"b", "c" * 64: b"c"}


async def test_what_is_made_again_takes_its_place_and_is_the_newest(database: Database) -> None:
    for minutes, (fingerprint, data) in enumerate(
        (("a", b"first"), ("b", b"first"), ("a", b"second"), ("c", b"first"))
    ):
        await save(database, fingerprint, data, minutes)
    assert await kept(database, *"abc") == {"a": b"second", "c": b"first"}
