"""Questions handed over to people."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlmodel import BigInteger, Field, SQLModel

from storage.models.base import AnyText, enum_column


class CaseState(StrEnum):
    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


class Case(SQLModel, table=True):
    """A question that staff are to answer; `language` is the tenant's, zh or en.

    At most one for an exchange, and one for a `message_id` of the chat that was written for staff alone.
    """

    __tablename__ = "cases"
    __table_args__ = (UniqueConstraint("chat_id", "message_id"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    chat_id: int = Field(sa_type=BigInteger, foreign_key="chats.id", ondelete="CASCADE", index=True)
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    exchange_id: int | None = Field(default=None, foreign_key="exchanges.id", ondelete="SET NULL", unique=True)
    question: str = Field(sa_type=AnyText)
    language: str = Field(max_length=2)
    state: CaseState = Field(default=CaseState.OPEN, sa_type=enum_column(CaseState))
    created_at: datetime
