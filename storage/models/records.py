"""The park's knowledge."""

from datetime import datetime

from sqlmodel import JSON, Field, SQLModel

from storage.models.base import Json


class StoredRecord(SQLModel, table=True):
    """A record of a kind; `data` is its validated content, `position` its place in menus and exports.

    `revision` counts the changes of this record; a retired one is kept but no longer answered from.
    """

    __tablename__ = "records"

    kind: str = Field(primary_key=True, max_length=32)
    id: str = Field(primary_key=True, max_length=64)
    data: Json = Field(sa_type=JSON)
    position: int
    revision: int = 1
    updated_at: datetime
    retired_at: datetime | None = None


class Knowledge(SQLModel, table=True):
    """One row: `revision` counts the changes of all records together, so that readers know when to reload."""

    __tablename__ = "knowledge"

    id: int = Field(default=1, primary_key=True, sa_column_kwargs={"autoincrement": False})
    revision: int = 0
    published_at: datetime | None = None
