"""The outbox: all that the bot sends unasked."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index
from sqlmodel import JSON, BigInteger, Field, SQLModel

from storage.models.base import AnyText, Json, enum_column


class OutgoingState(StrEnum):
    PENDING = "pending"
    HELD = "held"  # as pending, while its batch is paused
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    BLOCKED = "blocked"
    CANCELLED = "cancelled"


class OutgoingAction(StrEnum):
    SEND = "send"
    EDIT = "edit"
    DELETE = "delete"


class Batch(SQLModel, table=True):
    """Outgoing messages that are counted, paused and cancelled together."""

    __tablename__ = "batches"
    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    paused: bool = False
    created_at: datetime


class StoredContent(SQLModel, table=True):
    """What is sent: `data` is a bot.messages.content.Content; many outgoing messages may share it."""

    __tablename__ = "contents"

    id: int | None = Field(default=None, primary_key=True)
    data: Json = Field(sa_type=JSON)


class Outgoing(SQLModel, table=True):
    """A message to one chat, written once by its `key`; no chat any more for one that was forgotten.

    `action` edits or deletes the messages of the outgoing message `target_id`, or sends new ones; `urgency` 0 goes
    before 1. It is due at `due_at` and given up at `expires_at`; a `quiet` one waits for the end of the chat's quiet
    hours, and is cancelled where announcements are muted, unless it is `personal`: about what the chat itself did.
    While `sending` it is the work of the `claim` until `leased_until`; `attempts` were begun. An `unconfirmed` one may
    have arrived twice. `message_ids` are Telegram's, `reason` is why it failed, `ended_at` when it was sent or given
    up.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index(None, "state", "urgency", "due_at", "id"),
        Index(None, "batch_id", "state"),
        Index(None, "chat_id"),
        Index(None, "target_id"),
        Index(None, "content_id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(max_length=128, unique=True)
    batch_id: int = Field(foreign_key="batches.id", ondelete="CASCADE")
    chat_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="chats.id", ondelete="SET NULL")
    content_id: int | None = Field(default=None, foreign_key="contents.id", ondelete="SET NULL")
    action: OutgoingAction = Field(default=OutgoingAction.SEND, sa_type=enum_column(OutgoingAction))
    target_id: int | None = Field(default=None, foreign_key="outbox.id", ondelete="SET NULL")
    urgency: int = 1
    quiet: bool = True
    personal: bool = False
    due_at: datetime
    expires_at: datetime | None = None
    state: OutgoingState = Field(default=OutgoingState.PENDING, sa_type=enum_column(OutgoingState))
    attempts: int = 0
    claim: str | None = Field(default=None, max_length=32)
    leased_until: datetime | None = None
    unconfirmed: bool = False
    message_ids: list[int] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    reason: str | None = Field(default=None, sa_type=AnyText)
    ended_at: datetime | None = None


class Lease(SQLModel, table=True):
    """What one process at a time may do: `holder` may until `until`; `fence` counts the changes of holder."""

    __tablename__ = "leases"

    name: str = Field(primary_key=True, max_length=32)
    holder: str = Field(max_length=32)
    fence: int = 1
    until: datetime
