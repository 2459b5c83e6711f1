"""Experts with a Telegram account of their own, and the invitations to become one."""

from datetime import datetime

from sqlmodel import BigInteger, Field, SQLModel

from storage.models.base import AnyText


class Mentor(SQLModel, table=True):
    """A person by Telegram's user id who speaks for a member of the alliance."""

    __tablename__ = "mentors"

    telegram_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    member_id: str = Field(max_length=64, index=True)
    name: str | None = Field(default=None, sa_type=AnyText)
    added_at: datetime


class MentorInvitation(SQLModel, table=True):
    """Whoever knows the secret with this SHA-256 (hexadecimal) may speak for the member, until `expires_at`, once."""

    __tablename__ = "mentor_invitations"

    secret_hash: str = Field(primary_key=True, max_length=64)
    member_id: str = Field(max_length=64)
    made_by: int = Field(sa_type=BigInteger)
    expires_at: datetime
