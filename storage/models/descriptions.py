"""Companies as somebody described them for themselves alone."""

from datetime import datetime

from sqlmodel import JSON, BigInteger, Field, SQLModel

from storage.models.base import Json


class Description(SQLModel, table=True):
    """`data` are facts of a company that is known to this chat alone."""

    __tablename__ = "descriptions"

    chat_id: int = Field(
        primary_key=True,
        sa_type=BigInteger,
        foreign_key="chats.id",
        ondelete="CASCADE",
        sa_column_kwargs={"autoincrement": False},
    )
    data: Json = Field(sa_type=JSON)
    updated_at: datetime
