"""What of a description can be so: nothing absurd, nothing contradictory; and which sector it names."""

import re
from collections.abc import Mapping
from typing import Any

from bot.answering.text import fold
from bot.eligibility.profile import SAID_AS
from bot.knowledge.kinds import Park
from bot.knowledge.values import Sector

POSSIBLE: Mapping[str, tuple[int, int]] = {
    "tenant_months": (0, 600),
    "window_months": (0, 240),
    "social_insurance_months": (0, 600),
    "contract_months": (1, 600),
    "company_age_years": (0, 100),
    "person_age": (16, 80),
    "employees": (1, 100_000),
    "area_m2": (1, 1_000_000),
    "revenue": (0, 10**12),
    "rd_spend": (0, 10**12),
    "annual_cloud_spend": (0, 10**11),
    "cost": (0, 10**11),
    "rd_share_of_revenue_percent": (0, 1000),
}
"""The least and the most that a company of a park can have; a young one may spend more on research than it earns."""


def sensible(found: Mapping[str, Any]) -> dict[str, Any]:
    """What was found, without what is unknown, cannot be, or contradicts the rest."""
    kept = {fact: value for fact, value in found.items() if value is not None and _is_possible(fact, value)}
    age, tenancy = kept.get("company_age_years"), kept.get("tenant_months")
    if age is not None and tenancy is not None and tenancy > age * 12:
        del kept["company_age_years"], kept["tenant_months"]
    for day, months in SAID_AS.items():
        if months in kept:
            kept.pop(day, None)
    founded, moved_in = (kept.get(fact) for fact in ("founded", "moved_in"))
    if founded and moved_in and founded.low > moved_in.high:
        del kept["founded"], kept["moved_in"]
    if "sector" in kept and "cloud_related" in kept:
        del kept["sector"]
    return kept


def _is_possible(fact: str, value: Any) -> bool:
    least, most = POSSIBLE.get(fact, (None, None))
    return least is None or most is None or least <= value <= most


# the park's own lines of business are only meant where a company is said to be in one
_DOES = "做|搞|从事|经营|主营|属于|行业是|干"
_DOES_EN = r"we (?:do|make|build|sell|work in|work on|are in|are an?)|we're (?:in|an?)|doing|a company in|business is"
_COMPANY = "的|公司|企业|行业|创业|团队|[,，。;；!?]|$"
_COMPANY_EN = r"company|start-?up|firm|business|team"


def sector_in(folded: str, park: Park | None) -> str | None:
    """The id of the park's sector that the question says the company is in; None where two are named, or none."""
    meant = [sector for sector in park.sectors if _is_said(sector, folded)] if park else []
    return meant[0].id if len(meant) == 1 else None


def _is_said(sector: Sector, folded: str) -> bool:
    names = {fold(name) for name in (sector.name.zh, sector.name.en, *sector.aliases) if name}
    return any(re.search(_saying(re.escape(name)), folded) for name in names)


def _saying(name: str) -> str:
    # a sector in English words stands between words, in Chinese anywhere
    chinese = rf"(?<!不)(?<!没)(?:{_DOES})(?:的?是|些|点)?{name}(?={_COMPANY})|{name}(?:公司|企业|行业的|创业)"
    english = rf"\b(?:{_DOES_EN}) (?:an? |the )?{name}\b|\b{name} (?:{_COMPANY_EN})\b"
    return f"{chinese}|{english}"
