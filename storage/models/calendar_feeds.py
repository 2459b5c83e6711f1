"""What phones' calendars have of what a tenant signed up for, and the addresses from which they fetch it."""

from datetime import datetime

from sqlmodel import JSON, BigInteger, Field, SQLModel

from storage.models.base import Json


class CalendarFeed(SQLModel, table=True):
    """A chat's, at the address whose secret has this SHA-256 (hexadecimal)."""

    __tablename__ = "calendar_feeds"

    chat_id: int = Field(
        primary_key=True,
        sa_type=BigInteger,
        foreign_key="chats.id",
        ondelete="CASCADE",
        sa_column_kwargs={"autoincrement": False},
    )
    secret_hash: str = Field(max_length=64, unique=True)
    made_at: datetime


class CalendarEntry(SQLModel, table=True):
    """What a chat's calendars were told of one thing, by the `uid` by which they know it again.

    `sequence` counts up with every change of the `content`; the last one was at `changed_at`. With `as_file`
    it was taken as a file, which nothing but another file changes.
    """

    __tablename__ = "calendar_entries"

    chat_id: int = Field(primary_key=True, sa_type=BigInteger, foreign_key="chats.id", ondelete="CASCADE")
    uid: str = Field(primary_key=True, max_length=80)
    occurrence_id: int = Field(foreign_key="occurrences.id", ondelete="CASCADE", index=True)
    sequence: int
    content: Json = Field(sa_type=JSON)
    as_file: bool = False
    changed_at: datetime
