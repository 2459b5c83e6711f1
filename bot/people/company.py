"""A company of the park, as eligibility computes with it: people's data, never knowledge."""

from datetime import date
from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from bot.knowledge.values import RecordId, Text

SELF = "self"
"""The id of a company that somebody described for themselves alone; none in the store has it."""


class Company(BaseModel):
    """Money in yuan a year, area in square metres; None = not known."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: RecordId
    name: Text
    building: str | None = None
    sector: str | None = None
    founded: date | None = None
    moved_in: date | None = None
    registered_in_park: bool | None = None
    area_m2: Decimal | None = None
    employees: int | None = None
    revenue: Decimal | None = None
    rd_spend: Decimal | None = None
    annual_cloud_spend: Decimal | None = None
    passed_mentoring_review: bool | None = None
    sample: bool = False
