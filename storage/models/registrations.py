"""Dates of events and programmes that people sign up for, and who did."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import BigInteger, Field, SQLModel

from storage.models.base import enum_column


class RegistrationState(StrEnum):
    REGISTERED = "registered"
    WAITING = "waiting"
    OFFERED = "offered"  # a seat, to be taken until `offered_until`
    WITHDRAWN = "withdrawn"


class StoredOccurrence(SQLModel, table=True):
    """One date of the record (`kind`, `record_id`), which first was to start at `original_at`.

    `place` is the facility's id. `revision` counts the times that it was moved or cancelled, so that what was written
    about an earlier one is known. `by_hand`: staff moved or cancelled this date themselves, and a changed record moves
    it no more. All times are UTC, [starts_at, ends_at).
    """

    __tablename__ = "occurrences"
    # ids are in buttons that people keep: they must not come back for another occurrence
    __table_args__ = (
        UniqueConstraint("kind", "record_id", "original_at"),
        Index(None, "starts_at"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    kind: str = Field(max_length=16)
    record_id: str = Field(max_length=64)
    original_at: datetime
    starts_at: datetime
    ends_at: datetime
    place: str | None = Field(default=None, max_length=64)
    cancelled: bool = False
    by_hand: bool = False
    revision: int = 1


class Registration(SQLModel, table=True):
    """A chat's place at an occurrence; those who wait are served in the order of `queued_at`.

    `changed_at` is when the state last changed, `confirmed_at` when the person said, on being reminded, to be coming.
    """

    __tablename__ = "registrations"
    __table_args__ = (
        UniqueConstraint("occurrence_id", "chat_id"),
        Index(None, "chat_id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    occurrence_id: int = Field(foreign_key="occurrences.id", ondelete="CASCADE")
    chat_id: int = Field(sa_type=BigInteger, foreign_key="chats.id", ondelete="CASCADE")
    state: RegistrationState = Field(sa_type=enum_column(RegistrationState))
    queued_at: datetime
    changed_at: datetime
    offered_until: datetime | None = None
    confirmed_at: datetime | None = None
