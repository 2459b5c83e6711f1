"""People who look after the assistant, and the invitations to join them."""

from datetime import datetime

from sqlmodel import BigInteger, Field, SQLModel

from storage.models.base import AnyText


class StaffMember(SQLModel, table=True):
    """A person by Telegram's user id; `role` is the word of bot.people.staff, `added_by` None for the command line."""

    __tablename__ = "staff"

    telegram_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    role: str = Field(max_length=16)
    name: str | None = Field(default=None, sa_type=AnyText)
    added_at: datetime
    added_by: int | None = Field(default=None, sa_type=BigInteger)


class StaffInvitation(SQLModel, table=True):
    """Whoever knows the secret with this SHA-256 (hexadecimal) may join with the role until `expires_at`, once."""

    __tablename__ = "staff_invitations"

    secret_hash: str = Field(primary_key=True, max_length=64)
    role: str = Field(max_length=16)
    made_by: int = Field(sa_type=BigInteger)
    expires_at: datetime
