"""Alembic's environment: it works on the connection that runner.py hands over, in that one's transaction."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import TypeDecorator
from sqlmodel import SQLModel

import storage.models  # noqa: F401  # fills the metadata


def render_item(kind: str, item: Any, _context: object) -> str | Literal[False]:
    """Revisions name the types of columns, not our classes around them, which will change."""
    return f"sa.{item.impl!r}" if kind == "type" and isinstance(item, TypeDecorator) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    render_item=render_item,
)
with context.begin_transaction():
    context.run_migrations()
