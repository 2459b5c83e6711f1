"""What is known of a company on a day, by the names of bot.knowledge.criteria.

A profile maps them to values: numbers (yuan a year, square metres, years, months, percent), booleans and
dates, or what lies Between two of them. A fact that is not in it is unknown: neither met nor failed.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from dateutil.relativedelta import relativedelta

from bot.eligibility.spans import ends, spanned
from bot.knowledge.criteria import CRITERIA
from bot.knowledge.kinds import Park
from bot.people.company import Company

DAYS_A_YEAR = 365
Profile = Mapping[str, Any]

INPUTS: Mapping[str, tuple[str, ...]] = {
    "cloud_related": ("sector",),
    "company_age_at_move_in_years": ("founded", "moved_in"),
    "company_age_years": ("founded",),
    "tenant_months": ("moved_in",),
    "rd_share_of_revenue_percent": ("revenue", "rd_spend"),
}
"""What the facts follow from that nobody writes down as such."""


SAID_AS: Mapping[str, str] = {
    "moved_in": "tenant_months",
    "founded": "company_age_years",
    "window_opened": "window_months",
}
"""Days, and the facts by which people say how long ago they were."""


def profile_of(company: Company | None, park: Park | None, today: date, said: Profile | None = None) -> dict[str, Any]:
    """The facts that follow from a company's data and from what was `said` of it, which goes before."""
    facts = _own(company) | _dated(dict(said or {}), today)
    sector = facts.pop("sector", None)
    return _derived(facts, today) | _of_sector(sector, park) | facts


def missing(fact: str, profile: Profile) -> tuple[str, ...]:
    """What would have to be known for the fact to be known."""
    return tuple(one for one in INPUTS.get(fact, ()) if profile.get(one) is None) or (fact,)


def months_between(first: date, last: date) -> int:
    """Whole months, as people count them: 15 August to 15 September is one."""
    gap = relativedelta(last, first)
    return gap.years * 12 + gap.months


def years_between(first: date, last: date) -> Decimal:
    """Years with months and days as a fraction, so that 3 years and a day is over 3."""
    gap = relativedelta(last, first)
    return gap.years + Decimal(gap.months) / 12 + Decimal(gap.days) / DAYS_A_YEAR


def _own(company: Company | None) -> dict[str, Any]:
    held = company.model_dump(exclude_none=True) if company else {}
    return {name: value for name, value in held.items() if name in CRITERIA or name == "sector"}


def _dated(said: dict[str, Any], today: date) -> dict[str, Any]:
    """What was said as a time that has passed, also as the day that this makes; it replaces a day on record."""
    for day, fact in SAID_AS.items():
        if fact in said:
            months = said[fact] * 12 if fact == "company_age_years" else said[fact]
            said.setdefault(day, today - relativedelta(months=int(months)))
    return said


def _derived(facts: Profile, today: date) -> dict[str, Any]:
    founded, moved_in, revenue = ends(facts.get("founded")), ends(facts.get("moved_in")), facts.get("revenue")
    days = [(first, last) for first in founded for last in moved_in if first and last]
    derived = {
        "company_age_at_move_in_years": spanned(years_between(*pair) for pair in days if pair[0] <= pair[1]),
        "company_age_years": spanned(years_between(day, today) for day in founded if day and day <= today),
        "tenant_months": spanned(months_between(day, today) for day in moved_in if day and day <= today),
    }
    if revenue and facts.get("rd_spend") is not None:
        derived["rd_share_of_revenue_percent"] = facts["rd_spend"] / revenue * 100
    return {fact: value for fact, value in derived.items() if value is not None}


def _of_sector(sector: str | None, park: Park | None) -> dict[str, bool]:
    found = next((one for one in park.sectors if one.id == sector), None) if park else None
    return {"cloud_related": found.cloud_related} if found else {}
