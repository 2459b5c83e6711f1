"""What conditions of subsidies may be on: facts about a company, a person or a contract, and how each is measured."""

from collections.abc import Mapping
from enum import StrEnum


class Measure(StrEnum):
    """How a fact is measured; the values are the ends of messages' names."""

    YES_NO = "yes-no"
    DAY = "day"
    YUAN = "yuan"
    YEARS = "years"
    AGE = "age"
    MONTHS = "months"
    PERCENT = "percent"
    SQUARE_METRES = "square-metres"
    PEOPLE = "people"

    @property
    def is_number(self) -> bool:
        return self not in {Measure.YES_NO, Measure.DAY}


CRITERIA: Mapping[str, Measure] = {
    "cloud_related": Measure.YES_NO,
    "registered_in_park": Measure.YES_NO,
    "passed_mentoring_review": Measure.YES_NO,
    "first_recognition": Measure.YES_NO,
    "founded": Measure.DAY,
    "moved_in": Measure.DAY,
    "company_age_years": Measure.YEARS,
    "company_age_at_move_in_years": Measure.YEARS,
    "tenant_months": Measure.MONTHS,
    "area_m2": Measure.SQUARE_METRES,
    "employees": Measure.PEOPLE,
    "revenue": Measure.YUAN,
    "rd_spend": Measure.YUAN,
    "annual_cloud_spend": Measure.YUAN,
    "rd_share_of_revenue_percent": Measure.PERCENT,
    "person_age": Measure.AGE,
    "social_insurance_months": Measure.MONTHS,
    "contract_months": Measure.MONTHS,
}
