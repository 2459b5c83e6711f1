"""The one way to the store: SQLite or PostgreSQL, sessions that read and transactions that write."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any, Self

from sqlalchemy import URL, Connection, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import schema
from storage.errors import StoreError
from storage.faults import translated
from storage.turns import Turns

DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+psycopg"}
BEGIN = "sqlite_begin"


class Database:
    """A store by its URL, with or without a driver; `busy_timeout` in seconds is how long SQLite waits for a lock."""

    def __init__(self, url: str, *, busy_timeout: float = 10) -> None:
        self.url = _url(url)
        self._reader = _engine(self.url, busy_timeout)
        self._writer = self._reader.execution_options(**{BEGIN: "BEGIN IMMEDIATE"})
        self._turns = Turns() if self.file else None

    @property
    def file(self) -> Path | None:
        """The file of a SQLite store."""
        return Path(self.url.database or "") if self.url.get_backend_name() == "sqlite" else None

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """A session that sees one state of the store and changes nothing; raises StoreError."""
        with translated():
            async with AsyncSession(self._reader, expire_on_commit=False, autoflush=False) as session:
                yield session

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """A session that is committed at the end and undone by any exception; raises StoreError.

        SQLite lets one writer in at a time, so that what was read first is still true when it is written.
        PostgreSQL does not: there, queries that read in order to write lock the row (`with_for_update`).
        """
        turn = self._turns.next() if self._turns else nullcontext()
        with translated():
            async with turn, AsyncSession(self._writer, expire_on_commit=False) as session, session.begin():
                yield session

    async def prepare(self) -> Self:
        """Create and migrate a SQLite store; for PostgreSQL see that somebody did; raises StoreError."""
        if self.file:
            await self.migrate()
        else:
            await self.check()
        return self

    async def check(self) -> None:
        """Raise SchemaError unless the tables are those of this version."""
        with translated():
            async with self._reader.connect() as connection:
                schema.demand_head(await connection.run_sync(schema.revision))

    async def migrate(self) -> None:
        """Bring the tables to this version, creating a SQLite store; raises StoreError."""
        if self.file:
            _make_folder(self.file.parent)
        with translated():
            async with self._reader.connect() as connection:
                if await connection.run_sync(schema.revision) == schema.HEAD:
                    return
            await self._upgrade()

    async def _upgrade(self) -> None:
        # its own connection: batch migrations copy tables, which must not cascade along foreign keys
        engine = _engine(self.url, busy_timeout=60, foreign_keys=False)
        try:
            writer = engine.execution_options(**{BEGIN: "BEGIN IMMEDIATE"})
            async with writer.begin() as connection:
                await connection.run_sync(schema.upgrade)
        finally:
            await engine.dispose()

    async def dispose(self) -> None:
        """Close every connection."""
        await self._reader.dispose()


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    """A prepared store, closed at the end; raises StoreError."""
    database = Database(url)
    try:
        yield await database.prepare()
    finally:
        await database.dispose()


def _url(text: str) -> URL:
    try:
        url = make_url(text)
        driver = DRIVERS[url.get_backend_name()]
    except (ArgumentError, KeyError) as error:
        raise StoreError("The database URL must begin with sqlite:/// or postgresql://.") from error
    if not url.database or url.database == ":memory:":
        raise StoreError("The database URL names no database; write it like sqlite:///data/parkbot.sqlite3.")
    return url.set(drivername=driver)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"The store's folder {folder} cannot be made: {error.strerror}.") from error


def _engine(url: URL, busy_timeout: float, *, foreign_keys: bool = True) -> AsyncEngine:
    if url.get_backend_name() == "postgresql":
        return create_async_engine(url, json_serializer=_json, pool_pre_ping=True)
    engine = create_async_engine(url, json_serializer=_json, connect_args={"timeout": busy_timeout})

    @event.listens_for(engine.sync_engine, "connect")
    def set_up(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # SQLAlchemy's begin event below begins, not the driver
        for pragma in ("journal_mode = WAL", f"foreign_keys = {'ON' if foreign_keys else 'OFF'}"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get(BEGIN, "BEGIN"))

    return engine


def _json(value: object) -> str:
    # half of a surrogate pair, which a hostile client can send, is no UTF-8
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode()
