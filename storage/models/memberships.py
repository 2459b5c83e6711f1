"""Who belongs to which company."""

from datetime import datetime

from sqlmodel import BigInteger, Field, SQLModel

from storage.models.base import AnyText


class Membership(SQLModel, table=True):
    """A private chat's place in a company; `shown_as` is how colleagues see the person, None for without a name.

    The lower the `id`, the longer a member; the first of a company may invite others.
    """

    __tablename__ = "memberships"
    # ids are in buttons that people keep: they must not come back for another membership
    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    chat_id: int = Field(sa_type=BigInteger, foreign_key="chats.id", ondelete="CASCADE", unique=True)
    company_id: str = Field(max_length=64, foreign_key="companies.id", ondelete="CASCADE", index=True)
    shown_as: str | None = Field(default=None, sa_type=AnyText)
    joined_at: datetime
