"""Announcements of the staff, and what tenants pressed under them."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import JSON, BigInteger, Field, SQLModel

from storage.models.base import Json, enum_column


class AnnouncementState(StrEnum):
    DRAFT = "draft"
    AWAITING_CONFIRMATION = "awaiting-confirmation"
    SCHEDULED = "scheduled"
    SENDING = "sending"
    PAUSED = "paused"
    SENT = "sent"
    CANCELLED = "cancelled"


class Purpose(StrEnum):
    SEND = "send"
    CORRECTION = "correction"
    RECALL = "recall"
    REMINDER = "reminder"  # to those who have not acknowledged


class Announcement(SQLModel, table=True):
    """What staff tell tenants, by language in `contents` (bot.messages.content.Content).

    `audience` is a bot.announcements.audience.Audience; `author`, who wrote or last changed it, and `confirmed_by` are
    actors: staff:<telegram id> or token:<name>. Without `send_at` it goes when it is released. One with a `rule`
    (bot.announcements.repeating.Repeat) is a series: every occurrence of it is an announcement of its own with
    `series_id` and `occurs_at`, and `send_at` of the series is the next one. `revision` counts the changes, so that a
    button from before one is known. `progress` are the messages in chats of staff that tell how it goes.
    """

    __tablename__ = "announcements"
    # ids are in buttons that people keep: they must not come back for another announcement
    __table_args__ = (
        UniqueConstraint("series_id", "occurs_at"),
        Index(None, "state", "send_at"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    state: AnnouncementState = Field(default=AnnouncementState.DRAFT, sa_type=enum_column(AnnouncementState))
    author: str = Field(max_length=80)
    contents: Json = Field(default_factory=dict, sa_type=JSON)
    audience: Json = Field(default_factory=dict, sa_type=JSON)
    urgent: bool = False
    acknowledged: bool = False  # whether it asks for "read and understood"
    send_at: datetime | None = None
    rule: Json | None = Field(default=None, sa_type=JSON(none_as_null=True))
    series_id: int | None = Field(default=None, foreign_key="announcements.id", ondelete="SET NULL")
    occurs_at: datetime | None = None
    confirmed_by: str | None = Field(default=None, max_length=80)
    recipients: int | None = None
    late: bool = False
    revision: int = 1
    progress: Json | None = Field(default=None, sa_type=JSON(none_as_null=True))
    created_at: datetime
    updated_at: datetime
    started_at: datetime | None = None
    ended_at: datetime | None = None
    recalled_at: datetime | None = None


class AnnouncementBatch(SQLModel, table=True):
    """What was sent of an announcement: itself, corrections, recalls, reminders.

    `contents` are the ids of the contents by language; a recall has none.
    """

    __tablename__ = "announcement_batches"

    batch_id: int = Field(
        primary_key=True, foreign_key="batches.id", ondelete="CASCADE", sa_column_kwargs={"autoincrement": False}
    )
    announcement_id: int = Field(foreign_key="announcements.id", ondelete="CASCADE", index=True)
    purpose: Purpose = Field(sa_type=enum_column(Purpose))
    contents: Json = Field(default_factory=dict, sa_type=JSON)


class Press(SQLModel, table=True):
    """A chat pressed a button under an announcement, the first time `at`; `button` is its number, or ack."""

    __tablename__ = "presses"

    announcement_id: int = Field(primary_key=True, foreign_key="announcements.id", ondelete="CASCADE")
    chat_id: int = Field(primary_key=True, sa_type=BigInteger, foreign_key="chats.id", ondelete="CASCADE")
    button: str = Field(primary_key=True, max_length=16)
    at: datetime
