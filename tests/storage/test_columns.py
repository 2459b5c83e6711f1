"""Times and enums, as they come back."""

import sqlite3
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.exc import StatementError

from storage import chats, companies, updates
from storage.database import Database, opened
from tests.factories import AT


async def test_time_of_any_zone_comes_back_in_utc(database: Database) -> None:
    noon = datetime(2026, 11, 23, 12, 0, 0, 123456, tzinfo=ZoneInfo("Asia/Shanghai"))
    async with database.transaction() as session:
        await chats.upsert(session, 5, "private", noon)
    async with database.read() as session:
        stored = await chats.get(session, 5)
    assert stored
    assert stored.seen_at == noon
    assert stored.seen_at.tzinfo is UTC


async def test_time_without_a_zone_is_refused(database: Database) -> None:
    with pytest.raises(StatementError, match="timezone"):
        async with database.transaction() as session:
            await chats.upsert(session, 5, "private", AT.replace(tzinfo=None))


async def test_sqlite_keeps_words_readable(sqlite_url: str) -> None:
    async with opened(sqlite_url) as database, database.transaction() as session:
        await companies.save(session, "acme", {"name": "硬功夫"}, AT)
        await updates.store(session, 1, 5, {}, AT)
    with sqlite3.connect(sqlite_url.removeprefix("sqlite:///")) as connection:
        assert connection.execute("SELECT data FROM companies").fetchone() == ('{"name": "硬功夫"}',)
        assert connection.execute("SELECT state FROM updates").fetchone() == ("pending",)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()
