"""Which version the tables have, and how they get to this one."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from storage.errors import SchemaError

MIGRATIONS = Path(__file__).parent / "migrations"
HEAD = max(file.stem.partition("_")[0] for file in (MIGRATIONS / "versions").glob("[0-9]*.py"))
"""Revisions are numbered, so that no start needs Alembic to know the newest."""

MIGRATION_LOCK = 0x7061726B  # one number for all replicas, "park" in ASCII


def revision(connection: Connection) -> str | None:
    """The version of the tables, None for an empty store."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def demand_head(found: str | None) -> None:
    """Raise SchemaError unless `found` is this version."""
    if found is None:
        raise SchemaError("The store has no tables yet: run `parkbot migrate`.")
    if found < HEAD:
        raise SchemaError(f"The store's tables are at version {found} of {HEAD}: run `parkbot migrate`.")
    if found > HEAD:
        raise SchemaError(f"The store's tables are at version {found}, newer than this program's {HEAD}: update it.")


def upgrade(connection: Connection) -> None:
    """Migrate to HEAD within the connection's transaction; raises SchemaError for a newer store."""
    # start-up time: Alembic takes longer to import than a question to answer, and is needed once
    from storage.migrations.runner import to_head  # noqa: PLC0415

    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
    if (found := revision(connection)) and found > HEAD:
        demand_head(found)
    to_head(connection)
