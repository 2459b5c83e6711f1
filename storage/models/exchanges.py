"""Questions asked and what was answered."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlmodel import JSON, BigInteger, Field, SQLModel

from storage.models.base import AnyText, Json, enum_column


class Rating(StrEnum):
    UP = "up"
    DOWN = "down"


class Exchange(SQLModel, table=True):
    """A tenant's question and our reply, by Telegram's message ids in the chat; `records` are [kind, id] pairs.

    `outcome` is the word of bot.answering, `confidence` 0 to 1 of the best record, `language` zh or en;
    `context` is what the chat was about when the question came, so that it is read so again;
    `explanation` is why it was answered so, kept for those who may ask.
    """

    __tablename__ = "exchanges"
    # ids are in buttons that people keep: they must not come back for another chat after /forgetme
    __table_args__ = (UniqueConstraint("chat_id", "message_id"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    chat_id: int = Field(sa_type=BigInteger, foreign_key="chats.id", ondelete="CASCADE")
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    reply_id: int | None = Field(default=None, sa_type=BigInteger)
    question: str = Field(sa_type=AnyText)
    context: Json | None = Field(default=None, sa_type=JSON(none_as_null=True))
    outcome: str = Field(max_length=16)
    records: list[list[str]] = Field(default_factory=list, sa_type=JSON)
    confidence: float = 0
    language: str = Field(max_length=2)
    at: datetime
    explanation: Json | None = Field(default=None, sa_type=JSON(none_as_null=True))
    rating: Rating | None = Field(default=None, sa_type=enum_column(Rating))
