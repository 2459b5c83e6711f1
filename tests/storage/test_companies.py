"""Companies, on both engines."""

from storage import companies
from storage.database import Database
from tests.factories import AT


async def test_company_saved_twice_keeps_the_last(database: Database) -> None:
    async with database.transaction() as session:
        await companies.save(session, "acme", {"name": "甲"}, AT)
        await companies.save(session, "acme", {"name": "乙"}, AT)
    async with database.read() as session:
        saved = await companies.get(session, "acme")
        assert saved
        assert (saved.data, saved.updated_at) == ({"name": "乙"}, AT)


async def test_company_unknown_is_none(database: Database) -> None:
    async with database.read() as session:
        assert await companies.get(session, "nobody") is None
