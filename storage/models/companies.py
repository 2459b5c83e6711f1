"""Companies of the park: people's data."""

from datetime import datetime

from sqlmodel import JSON, Field, SQLModel

from storage.models.base import Json


class StoredCompany(SQLModel, table=True):
    """`data` is the validated company; one that is not `by_staff` goes with its last member."""

    __tablename__ = "companies"

    id: str = Field(primary_key=True, max_length=64)
    data: Json = Field(sa_type=JSON)
    by_staff: bool = True
    updated_at: datetime
