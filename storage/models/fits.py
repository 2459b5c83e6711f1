"""What was fitted on the knowledge."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class StoredFits(SQLModel, table=True):
    """`data` is a file of arrays as bot.answering.fits writes it; `fingerprint` tells what it was fitted on."""

    __tablename__ = "fits"

    fingerprint: str = Field(primary_key=True, max_length=64)
    data: bytes
    fitted_at: datetime
