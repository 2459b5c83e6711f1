"""Who wants to see the experts of a mentoring day, and when they do."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlmodel import JSON, BigInteger, Field, SQLModel

from storage.models.base import AnyText, enum_column


class ApplicationState(StrEnum):
    DRAFT = "draft"
    APPLIED = "applied"
    ADMITTED = "admitted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Application(SQLModel, table=True):
    """A `party` (a company's id, or chat:<id> of somebody without one) for a mentoring day, written by `chat_id`.

    `wishes` are ids of members of the alliance, the most wanted first; `product` is what they make, in a line;
    `reason` names why it was declined. `applied_at` orders those who wait.
    """

    __tablename__ = "applications"
    # ids are in buttons that people keep: they must not come back for another application
    __table_args__ = (UniqueConstraint("occurrence_id", "party"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    occurrence_id: int = Field(foreign_key="occurrences.id", ondelete="CASCADE")
    chat_id: int = Field(sa_type=BigInteger, foreign_key="chats.id", ondelete="CASCADE", index=True)
    party: str = Field(max_length=80)
    state: ApplicationState = Field(default=ApplicationState.DRAFT, sa_type=enum_column(ApplicationState))
    wishes: list[str] = Field(default_factory=list, sa_type=JSON)
    product: str = Field(default="", sa_type=AnyText)
    reason: str | None = Field(default=None, max_length=32)
    applied_at: datetime
    changed_at: datetime


class Slot(SQLModel, table=True):
    """A time of an application at an expert's table, proposed until its day's timetable is published.

    `rank` is which of the wishes it meets, 0 for the first; None for one that staff gave by hand.
    """

    __tablename__ = "slots"
    __table_args__ = (UniqueConstraint("occurrence_id", "member_id", "starts_at"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    occurrence_id: int = Field(foreign_key="occurrences.id", ondelete="CASCADE")
    member_id: str = Field(max_length=64)
    starts_at: datetime
    application_id: int = Field(foreign_key="applications.id", ondelete="CASCADE", index=True)
    rank: int | None = None


class Timetable(SQLModel, table=True):
    """That of a mentoring day: `proposed_at` when it was made, `published_at` when everybody was told."""

    __tablename__ = "timetables"

    occurrence_id: int = Field(
        primary_key=True, foreign_key="occurrences.id", ondelete="CASCADE", sa_column_kwargs={"autoincrement": False}
    )
    proposed_at: datetime
    published_at: datetime | None = None
