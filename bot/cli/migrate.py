"""`parkbot migrate`."""

import asyncio

import typer

from bot.cli.options import DatabaseOption, database_url
from storage.database import Database
from storage.schema import HEAD


def migrate(database: DatabaseOption = None) -> None:
    """Create the store's tables, or bring them up to date; safe to repeat."""
    asyncio.run(_migrate(Database(database_url(database))))
    typer.echo(f"The store is at version {HEAD}.")


async def _migrate(database: Database) -> None:
    try:
        await database.migrate()
    finally:
        await database.dispose()
