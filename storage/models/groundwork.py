"""What was made of the knowledge before its first question."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class StoredGroundwork(SQLModel, table=True):
    """`data` is a file of arrays as bot.answering.groundwork writes it; `fingerprint` tells what it was made of."""

    __tablename__ = "groundworks"

    fingerprint: str = Field(primary_key=True, max_length=64)
    data: bytes
    made_at: datetime
