"""Who did what, and when."""

from datetime import datetime

from sqlmodel import JSON, Field, SQLModel

from storage.models.base import Json


class AuditEntry(SQLModel, table=True):
    """`actor` is staff:<telegram id>, token:<name> or the clock; `subject` is like announcement:12."""

    __tablename__ = "audit"
    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    actor: str = Field(max_length=80)
    action: str = Field(max_length=32)
    subject: str = Field(max_length=80, index=True)
    detail: Json | None = Field(default=None, sa_type=JSON(none_as_null=True))
