"""Fixtures of the store: every test that takes `database` runs on SQLite and on PostgreSQL."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from storage.database import Database, opened
from tests.postgres import Postgres, running

ENGINES = ("sqlite", "postgresql")
TEMPLATE = "migrated"


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The server, started by the first test that needs it, with an empty migrated database to copy."""
    with running() as server, server.database(TEMPLATE) as url:
        asyncio.run(_migrate(url))
        yield server


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty migrated SQLite store, to copy."""
    file = tmp_path_factory.mktemp("store") / "migrated.sqlite3"
    asyncio.run(_migrate(f"sqlite:///{file}"))
    return file


@pytest.fixture
def sqlite_url(migrated_file: Path, tmp_path: Path) -> str:
    """A migrated SQLite store."""
    return f"sqlite:///{shutil.copy(migrated_file, tmp_path / 'store.sqlite3')}"


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A migrated store, on either engine."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url")
    else:
        with request.getfixturevalue("postgres").database(f"test_{uuid4().hex}", TEMPLATE) as url:
            yield url


@pytest.fixture(params=ENGINES)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A store that nobody has migrated, on either engine; SQLite's file does not exist yet."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'folder' / 'new.sqlite3'}"
    else:
        with request.getfixturevalue("postgres").database(f"empty_{uuid4().hex}") as url:
            yield url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A migrated store, open, on either engine."""
    async with opened(database_url) as database:
        yield database


async def _migrate(url: str) -> None:
    database = Database(url)
    await database.migrate()
    await database.dispose()
