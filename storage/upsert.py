"""INSERT ... ON CONFLICT, which both engines have and SQLAlchemy spells by dialect."""

from importlib import import_module
from typing import Any, TypeVar

from sqlalchemy import inspect
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

Row = TypeVar("Row", bound=SQLModel)


async def insert_new(session: AsyncSession, row: SQLModel) -> bool:
    """Insert the row unless its key or something unique of it is there; False if it was."""
    key = inspect(type(row)).primary_key
    inserted = await session.exec(_insert(session, row).on_conflict_do_nothing().returning(*key))
    return inserted.first() is not None


async def put(session: AsyncSession, row: Row, *, key: set[str], change: set[str]) -> Row:
    """Insert the row; where its key is there, write only the columns to change. The row as it now is, locked."""
    insert = _insert(session, row)
    put_ = insert.on_conflict_do_update(index_elements=key, set_={name: insert.excluded[name] for name in change})
    stored = await session.exec(put_.returning(type(row)), execution_options={"populate_existing": True})
    kept: Row = stored.scalar_one()
    return kept


def _insert(session: AsyncSession, row: SQLModel) -> Any:
    # start-up time: the dialect of the store's engine is there already, the other one is never needed
    dialect = import_module(f"sqlalchemy.dialects.{session.get_bind().dialect.name}")
    given = {name: value for name, value in row if value is not None}
    return dialect.insert(type(row)).values(**given)
