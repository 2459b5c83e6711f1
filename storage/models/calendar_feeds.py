"""Addresses from which phones fetch what a tenant signed up for."""

from datetime import datetime

from sqlmodel import BigInteger, Field, SQLModel


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
