"""Chats that the assistant is in."""

from datetime import datetime

from sqlmodel import JSON, BigInteger, Field, SQLModel

from storage.models.base import Json


class Chat(SQLModel, table=True):
    """A Telegram chat by its id; `type` is Telegram's word for it. No names are kept.

    `user_language` is what was chosen explicitly (zh or en), `spoken` the language of our last reply;
    `context` is what the chat was about a moment ago;
    `awaited` is what its next typed message may answer, where we asked last;
    `reachable` turns false when the bot was blocked or removed; `seen_at` is when somebody last wrote.
    """

    __tablename__ = "chats"

    id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    type: str = Field(max_length=16)
    user_language: str | None = Field(default=None, max_length=2)
    spoken: str | None = Field(default=None, max_length=2)
    context: Json | None = Field(default=None, sa_type=JSON(none_as_null=True))
    awaited: Json | None = Field(default=None, sa_type=JSON(none_as_null=True))
    reachable: bool = True
    created_at: datetime
    seen_at: datetime
