"""Migrations: they make what the models say, on both engines, whoever comes first."""

import asyncio
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Connection, inspect, text
from sqlmodel import SQLModel

from storage import schema
from storage.database import Database, opened
from storage.errors import SchemaError
from storage.migrations.runner import configuration
from tests.postgres import Postgres

ROOT = Path(__file__).parents[2]


async def _run(database: Database, step: str, *arguments: str) -> None:
    def run(connection: Connection) -> None:
        getattr(command, step)(configuration(connection), *arguments)

    async with database.transaction() as session:
        await (await session.connection()).run_sync(run)


async def _tables(database: Database) -> set[str]:
    async with database.read() as session:
        return set(
            await (await session.connection()).run_sync(lambda connection: inspect(connection).get_table_names())
        )


async def _pretend(database: Database, version: str) -> None:
    async with database.transaction() as session:
        connection = await session.connection()
        await connection.execute(text("UPDATE alembic_version SET version_num = :version"), {"version": version})


async def test_migrations_make_what_the_models_say(database: Database) -> None:
    await _run(database, "check")


async def test_migrations_undone_leave_nothing(database: Database) -> None:
    await _run(database, "downgrade", "base")
    assert await _tables(database) == {"alembic_version"}
    await database.migrate()
    assert await _tables(database) == {"alembic_version", *SQLModel.metadata.tables}


def test_next_revision_is_written_from_the_models(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "storage", tmp_path / "storage")
    models = tmp_path / "storage" / "models" / "companies.py"
    models.write_text(models.read_text(encoding="utf-8") + "    moved_in: datetime | None = None\n", encoding="utf-8")
    command = [sys.executable, "-m", "storage.migrations", "note when companies moved in"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    name = f"{int(schema.HEAD) + 1:04}_note_when_companies_moved_in.py"
    written = (tmp_path / "storage" / "migrations" / "versions" / name).read_text(encoding="utf-8")
    assert "add_column(sa.Column('moved_in', sa.DateTime(timezone=True), nullable=True))" in written


async def test_head_is_the_newest_revision(database: Database) -> None:
    async with database.read() as session:
        assert await (await session.connection()).run_sync(schema.revision) == schema.HEAD


async def test_migrate_by_several_at_once_happens_once(empty_url: str) -> None:
    databases = [Database(empty_url) for _ in range(3)]
    await asyncio.gather(*(database.migrate() for database in databases))
    for database in databases:
        await database.check()
        await database.dispose()


async def test_sqlite_store_is_made_by_whoever_comes_first(tmp_path: Path) -> None:
    file = tmp_path / "data" / "store.sqlite3"
    async with opened(f"sqlite:///{file}") as database:
        await database.check()
    assert file.exists()


async def test_postgresql_store_is_left_to_migrate(postgres: Postgres) -> None:
    with postgres.database("unprepared") as url, pytest.raises(SchemaError, match="run `parkbot migrate`"):
        async with opened(url):
            pass


@pytest.mark.parametrize(("version", "sentence"), [("0000", "run `parkbot migrate`"), ("9999", "update it")])
async def test_store_of_another_version_is_told_what_to_do(database: Database, version: str, sentence: str) -> None:
    await _pretend(database, version)
    with pytest.raises(SchemaError, match=f"^The store's tables are at version {version}[^\n]*{sentence}"):
        await database.check()


async def test_store_of_a_newer_version_is_not_migrated(database: Database) -> None:
    await _pretend(database, "9999")
    with pytest.raises(SchemaError, match="newer"):
        await database.migrate()
