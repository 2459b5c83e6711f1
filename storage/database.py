"""The one way to the store: SQLite or PostgreSQL, sessions that read and transactions that write."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path
from typing import Self

from sqlmodel.ext.asyncio.session import AsyncSession

from storage import engines, schema
from storage.errors import StoreError
from storage.faults import translated
from storage.turns import Turns

MIGRATION_TIMEOUT = 60  # seconds that a migration waits for others to leave


class Database:
    """A store by its URL, with or without a driver; `busy_timeout` in seconds is how long SQLite waits for a lock."""

    def __init__(self, url: str, *, busy_timeout: float = 10) -> None:
        self.url = engines.parse(url)
        self._writer = engines.writing(self.url, busy_timeout)
        self._reader = engines.reading(self.url, busy_timeout, self._writer)
        self._turns = Turns() if self.file else None

    @property
    def file(self) -> Path | None:
        """The file of a SQLite store."""
        return Path(self.url.database or "") if engines.is_sqlite(self.url) else None

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """A session that sees one state of the store and cannot change it; raises StoreError."""
        with translated():
            async with AsyncSession(self._reader, expire_on_commit=False) as session:
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
        schema.demand_head(await self._revision())

    async def migrate(self) -> None:
        """Bring the tables to this version, creating a SQLite store; raises StoreError."""
        if self.file:
            _make_folder(self.file.parent)
        if await self._revision() == schema.HEAD:
            return
        # its own connection: batch migrations copy tables, which must not cascade along foreign keys
        engine = engines.writing(self.url, MIGRATION_TIMEOUT, foreign_keys=False)
        try:
            with translated():
                async with engine.begin() as connection:
                    await connection.run_sync(schema.upgrade)
        finally:
            await engine.dispose()

    async def _revision(self) -> str | None:
        with translated():
            async with self._reader.connect() as connection:
                return await connection.run_sync(schema.revision)

    async def dispose(self) -> None:
        """Close every connection."""
        await self._reader.dispose()
        await self._writer.dispose()


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    """A prepared store, closed at the end; raises StoreError."""
    database = Database(url)
    try:
        yield await database.prepare()
    finally:
        await database.dispose()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"The store's folder {folder} cannot be made: {error.strerror}.") from error
