"""Sessions, transactions and what happens when the store cannot be used."""

import asyncio
import logging
import sqlite3
from contextlib import AsyncExitStack
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from storage import chats, exchanges, records, updates
from storage.database import Database, opened
from storage.errors import StoreError, StoreUnavailableError
from storage.models import Knowledge, UpdateState
from storage.turns import Turns
from tests.factories import AT, EXCHANGE, exchange
from tests.postgres import Postgres
from tests.stores import TEMPLATE

INCREMENTS = 60


async def test_transaction_commits_at_its_end(database: Database) -> None:
    async with database.transaction() as session:
        await chats.upsert(session, 5, "private", AT)
    async with database.read() as session:
        assert await chats.get(session, 5)


async def test_transaction_undoes_everything_when_it_fails(database: Database) -> None:
    async def fail_in_the_middle() -> None:
        async with database.transaction() as session:
            await chats.upsert(session, 5, "private", AT)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail_in_the_middle()
    async with database.read() as session:
        assert await chats.get(session, 5) is None


async def test_read_refuses_to_write(database: Database) -> None:
    with pytest.raises(StoreUnavailableError, match=r"readonly|read-only"):
        async with database.read() as session:
            await updates.store(session, 1, 5, {}, AT)


async def test_read_sees_one_state_while_others_write(database: Database) -> None:
    async with database.read() as session:
        assert await updates.count(session, UpdateState.PENDING) == 0
        assert await _store_update(database)
        assert await updates.count(session, UpdateState.PENDING) == 0


async def test_concurrent_changes_of_one_chat_are_all_kept(database: Database) -> None:
    async def add_one() -> None:
        async with database.transaction() as session:
            chat = await chats.upsert(session, 5, "private", AT)
            count = (chat.context or {"count": 0})["count"]
            await asyncio.sleep(0)
            chat.context = {"count": count + 1}

    await asyncio.gather(*(add_one() for _ in range(INCREMENTS)))
    async with database.read() as session:
        chat = await chats.get(session, 5)
    assert chat
    assert chat.context == {"count": INCREMENTS}


async def test_concurrent_transactions_that_read_first_are_all_kept_on_sqlite(sqlite_url: str) -> None:
    async def add_one(database: Database) -> None:
        async with database.transaction() as session:
            knowledge = await session.get_one(Knowledge, 1)
            await asyncio.sleep(0)
            knowledge.revision += 1

    async with opened(sqlite_url) as one, opened(sqlite_url) as other:
        async with one.transaction() as session:
            session.add(Knowledge())
        await asyncio.gather(*(add_one(database) for database in (one, other) for _ in range(INCREMENTS)))
        async with one.read() as session:
            assert await records.revision(session) == 2 * INCREMENTS


async def test_read_sees_the_state_before_an_open_transaction(database: Database) -> None:
    async with database.transaction() as session:
        await chats.upsert(session, 5, "private", AT)
        async with asyncio.timeout(1), database.read() as reading:
            assert await chats.get(reading, 5) is None


async def test_row_that_refers_to_nothing_is_refused(database: Database) -> None:
    with pytest.raises(IntegrityError):
        async with database.transaction() as session:
            await exchanges.put(session, exchange(chat_id=404))


@pytest.mark.parametrize("broken", [{"chat_id": 404404}, {"language": None}])
async def test_mistake_in_a_query_tells_nothing_of_what_was_asked(
    database: Database, caplog: pytest.LogCaptureFixture, broken: dict[str, object]
) -> None:
    async def put() -> None:
        async with database.transaction() as session:
            await chats.upsert(session, 5, "private", AT)
            await exchanges.put(session, exchange(**broken))

    try:
        await put()
    except IntegrityError:
        logging.getLogger("test").exception("a fault")
    assert "IntegrityError" in caplog.text
    assert str(EXCHANGE["question"]) not in caplog.text
    assert "404404" not in caplog.text


async def test_locked_store_raises_one_sentence(sqlite_url: str) -> None:
    hasty = Database(sqlite_url, busy_timeout=0.05)
    async with opened(sqlite_url) as database, database.transaction() as session:
        await chats.upsert(session, 5, "private", AT)
        with pytest.raises(StoreUnavailableError, match=r"^The store does not answer: database is locked\.$"):
            async with hasty.transaction() as second:
                await chats.upsert(second, 5, "private", AT)
    await hasty.dispose()


async def test_more_readers_than_connections_raise_one_sentence(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def read_side_by_side() -> None:
        async with AsyncExitStack() as stack:
            for _ in range(100):
                await chats.get(await stack.enter_async_context(database.read()), 5)

    monkeypatch.setattr(database._reader.pool, "_timeout", 0.01)
    with pytest.raises(StoreUnavailableError, match=r"^The store does not answer: all its connections are in use\.$"):
        await read_side_by_side()
    async with database.read() as session:
        assert await chats.get(session, 5) is None


async def test_session_that_the_server_ended_raises_one_sentence(postgres: Postgres) -> None:
    async def dawdle(database: Database) -> None:
        async with database.transaction() as session:
            connection = await session.connection()
            await connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 1"))
            await asyncio.sleep(0.1)
            await chats.upsert(session, 5, "private", AT)

    with postgres.database(f"idle_{uuid4().hex}", TEMPLATE) as url:
        async with opened(url) as database:
            # the server's last words are lost when it hangs up while we write
            why = "idle-in-transaction|closed the connection"
            with pytest.raises(StoreUnavailableError, match=rf"^The store does not answer: [^\n]*(?:{why})[^\n]*$"):
                await dawdle(database)
            assert await _store_update(database)


async def test_transaction_within_a_transaction_raises_instead_of_waiting_for_itself() -> None:
    turns = Turns(patience=0.01)
    async with turns.next():
        with pytest.raises(StoreUnavailableError, match="another transaction is open"):
            async with turns.next():
                pass
    async with turns.next():
        pass


async def test_store_after_a_lock_works_again(sqlite_url: str) -> None:
    holder = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    async with opened(sqlite_url) as database:
        waiting = asyncio.create_task(_store_update(database))
        await asyncio.sleep(0.05)
        assert not waiting.done()
        holder.execute("COMMIT")
        assert await waiting
    holder.close()


async def _store_update(database: Database) -> bool:
    async with database.transaction() as session:
        return await updates.store(session, 1, 5, {}, AT)


@pytest.mark.parametrize(
    "url", ["", "nonsense", "mysql://host/park", "sqlite://", "sqlite:///:memory:", "postgresql://h"]
)
def test_url_that_names_no_store_is_refused(url: str) -> None:
    with pytest.raises(StoreError, match=r"^The database URL [^\n]*\.$"):
        Database(url)


@pytest.mark.parametrize("url", ["sqlite:///park.db", "sqlite+aiosqlite:///park.db", "sqlite+pysqlite:///park.db"])
def test_sqlite_url_with_any_driver_names_the_file(url: str) -> None:
    assert Database(url).file == Path("park.db")


@pytest.mark.parametrize("driver", ["", "+asyncpg", "+psycopg", "+psycopg2"])
def test_postgresql_url_with_any_driver_uses_ours(driver: str) -> None:
    database = Database(f"postgresql{driver}://me:secret@host/park")
    assert str(database.url) == "postgresql+psycopg://me:***@host/park"
    assert database.file is None


async def test_server_that_is_not_there_raises_one_sentence() -> None:
    with pytest.raises(
        StoreUnavailableError, match=r"^The store does not answer: [^\n]*Connection refused\.$"
    ) as raised:
        async with opened("postgresql://me:secret@127.0.0.1:1/park"):
            pass
    assert "secret" not in str(raised.value)


async def test_file_that_is_no_database_raises_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear park, this is long enough to be looked at as a database.")
    with pytest.raises(StoreError, match=r"^The store cannot be read: file is not a database\.$"):
        async with opened(f"sqlite:///{tmp_path / 'letter.txt'}"):
            pass


async def test_folder_that_cannot_be_made_raises_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match=r"^The store's folder .*file/data cannot be made: Not a directory\.$"):
        async with opened(f"sqlite:///{tmp_path / 'file' / 'data' / 'store.sqlite3'}"):
            pass
