"""Fits of the knowledge: the latest few."""

from datetime import timedelta

from storage import fits
from storage.database import Database
from tests.factories import AT

MEGABYTE = bytes(range(256)) * 4096


async def kept(database: Database, *fingerprints: str) -> list[str]:
    async with database.read() as session:
        return [one for one in fingerprints if await fits.get(session, one) is not None]


async def save(database: Database, fingerprint: str, data: bytes, minutes: int) -> None:
    async with database.transaction() as session:
        await fits.save(session, fingerprint, data, AT + timedelta(minutes=minutes))


async def test_fits_are_found_by_what_they_were_fitted_on(database: Database) -> None:
    await save(database, "a" * 64, MEGABYTE, 0)
    async with database.read() as session:
        assert await fits.get(session, "a" * 64) == MEGABYTE
        assert await fits.get(session, "b" * 64) is None


async def test_newest_three_are_kept(database: Database) -> None:
    for minutes, fingerprint in enumerate("abcde"):
        await save(database, fingerprint, b"fits", minutes)
    assert await kept(database, *"abcde") == ["c", "d", "e"]


async def test_fits_of_the_same_knowledge_take_their_place_and_are_the_newest(database: Database) -> None:
    for minutes, fingerprint in enumerate("abc"):
        await save(database, fingerprint, b"first", minutes)
    await save(database, "a", b"second", 10)
    async with database.read() as session:
        assert await fits.get(session, "a") == b"second"
        assert await fits.get(session, "b") == b"first"
    await save(database, "d", b"first", 11)
    assert await kept(database, *"abcd") == ["a", "c", "d"]
