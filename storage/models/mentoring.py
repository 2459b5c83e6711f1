"""Who wants to see the experts of a mentoring day, and when they do."""

from datetime import date, datetime, timedelta
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
    `reason` names why it was declined. `applied_at` orders those who wait; after `passed_over_at`, when they let go a
    time that was offered, none is offered; until the publication it is when staff took their time away. `confirmed_at`
    is when they said to be coming, `arrived_at` when they came.
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
    passed_over_at: datetime | None = None
    confirmed_at: datetime | None = None
    arrived_at: datetime | None = None


class Slot(SQLModel, table=True):
    """A time of an application at an expert's table, proposed until its day's timetable is published.

    `rank` is which of the wishes it meets, 0 for the first; None for one that staff gave by hand. With `offered_until`
    it is kept for somebody who waits, to be taken until then. `delay` is how many minutes later than `starts_at` it
    begins.
    """

    __tablename__ = "slots"
    __table_args__ = (UniqueConstraint("occurrence_id", "member_id", "starts_at"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    occurrence_id: int = Field(foreign_key="occurrences.id", ondelete="CASCADE")
    member_id: str = Field(max_length=64)
    starts_at: datetime
    application_id: int = Field(foreign_key="applications.id", ondelete="CASCADE", index=True)
    rank: int | None = None
    offered_until: datetime | None = None
    delay: int = 0

    @property
    def begins_at(self) -> datetime:
        """When it does begin, late or not."""
        return self.starts_at + timedelta(minutes=self.delay)


class Timetable(SQLModel, table=True):
    """That of a mentoring day: `proposed_at` when it was made, `published_at` when everybody was told."""

    __tablename__ = "timetables"

    occurrence_id: int = Field(
        primary_key=True, foreign_key="occurrences.id", ondelete="CASCADE", sa_column_kwargs={"autoincrement": False}
    )
    proposed_at: datetime
    published_at: datetime | None = None


class ExpertTable(SQLModel, table=True):
    """An expert's table on one day, where staff arranged it otherwise than the programme has it.

    `present` is whether the expert comes; `most` limits the slots, None does not; `breaks` are the times without a
    slot, as minutes after the day begins.
    """

    __tablename__ = "expert_tables"

    occurrence_id: int = Field(
        primary_key=True, foreign_key="occurrences.id", ondelete="CASCADE", sa_column_kwargs={"autoincrement": False}
    )
    member_id: str = Field(primary_key=True, max_length=64)
    present: bool = True
    most: int | None = None
    breaks: list[int] = Field(default_factory=list, sa_type=JSON)


class DoorLink(SQLModel, table=True):
    """Whoever knows the secret with this SHA-256 (hexadecimal) stands at the door of the day."""

    __tablename__ = "door_links"

    secret_hash: str = Field(primary_key=True, max_length=64)
    occurrence_id: int = Field(foreign_key="occurrences.id", ondelete="CASCADE", index=True)


class MeetingResult(SQLModel, table=True):
    """What came of an application's meeting with an expert; what is not said is None or empty.

    `passed` is whether it passed the review; `next_step` names the factory or lab (an id of a member of the alliance
    or of a facility); `promise` is to be kept by `promised_on`. `recorded_by` is a Telegram id; `told_at` is when the
    party was told.
    """

    __tablename__ = "meeting_results"
    __table_args__ = (UniqueConstraint("application_id", "member_id"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    application_id: int = Field(foreign_key="applications.id", ondelete="CASCADE")
    member_id: str = Field(max_length=64)
    passed: bool | None = None
    advice: str = Field(default="", sa_type=AnyText)
    promise: str = Field(default="", sa_type=AnyText)
    promised_on: date | None = None
    next_step: str | None = Field(default=None, max_length=64)
    recorded_by: int = Field(sa_type=BigInteger)
    changed_at: datetime
    told_at: datetime | None = None


class MeetingFeedback(SQLModel, table=True):
    """How one side found the day: `given_by` is "party", or the id of the expert's member; 1 to 5 stars, a sentence."""

    __tablename__ = "meeting_feedback"
    __table_args__ = (UniqueConstraint("application_id", "given_by"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    application_id: int = Field(foreign_key="applications.id", ondelete="CASCADE")
    given_by: str = Field(max_length=64)
    stars: int
    sentence: str = Field(default="", sa_type=AnyText)
    given_at: datetime


class FollowUp(SQLModel, table=True):
    """What the party answered when it was asked, so many `days` after the day, how it goes."""

    __tablename__ = "follow_ups"

    application_id: int = Field(
        primary_key=True, foreign_key="applications.id", ondelete="CASCADE", sa_column_kwargs={"autoincrement": False}
    )
    days: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    answer: str = Field(max_length=16)
    answered_at: datetime


class ReminderTime(SQLModel, table=True):
    """When staff want a kind of reminder of a programme: `minutes` from the moment it counts from, None for never."""

    __tablename__ = "reminder_times"

    record_id: str = Field(primary_key=True, max_length=64)
    kind: str = Field(primary_key=True, max_length=32)
    minutes: int | None = None
