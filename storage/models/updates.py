"""The inbox: updates accepted from Telegram."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index
from sqlmodel import JSON, BigInteger, Field, SQLModel

from storage.models.base import Json, enum_column


class UpdateState(StrEnum):
    PENDING = "pending"
    DONE = "done"
    PARKED = "parked"


class StoredUpdate(SQLModel, table=True):
    """An update by Telegram's number; its `payload` is emptied once it is done, for it holds people's names.

    Until `leased_until` a pending one is the work of `holder`, a process, or waits for its next attempt when it
    has none. `attempts` were begun and not ended, each perhaps by a crash; `faults` failed by a mistake of ours,
    `outages` because Telegram or the store did not answer. A parked one failed too often and keeps its payload
    for staff for a while; `worked_at` is when it was done or parked.
    """

    __tablename__ = "updates"
    __table_args__ = (Index(None, "state", "update_id"), Index(None, "chat_id", "state", "update_id"))

    update_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    chat_id: int | None = Field(default=None, sa_type=BigInteger)
    payload: Json = Field(sa_type=JSON)
    state: UpdateState = Field(default=UpdateState.PENDING, sa_type=enum_column(UpdateState))
    attempts: int = 0
    faults: int = 0
    outages: int = 0
    holder: str | None = Field(default=None, max_length=32)
    leased_until: datetime | None = None
    received_at: datetime
    worked_at: datetime | None = None
