"""Experts with a Telegram account of their own. They are no staff: each sees what concerns their own table."""

from storage import mentors as stored
from storage.database import Database
from storage.models import Mentor


async def find(database: Database, telegram_id: int) -> Mentor | None:
    """The expert as the store has them now."""
    async with database.read() as session:
        return await stored.get(session, telegram_id)


async def everybody(database: Database) -> list[Mentor]:
    """By the members of the alliance that they speak for."""
    async with database.read() as session:
        return await stored.everybody(session)


async def remove(database: Database, telegram_id: int) -> bool:
    """False if there is nobody of that id."""
    async with database.transaction() as session:
        return await stored.remove(session, telegram_id)
