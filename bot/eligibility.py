"""Whether a company meets a subsidy's clauses, one by one, and what it would get.

A profile maps names of facts to values: numbers (yuan, square metres, years, months, percent), booleans
and dates. A fact that is not in it is unknown, which is neither met nor failed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from dateutil.relativedelta import relativedelta

from bot.knowledge.kinds import Park, Subsidy
from bot.knowledge.values import Benefit, Clause
from bot.people.company import Company

DAYS_A_YEAR = 365
Profile = Mapping[str, Any]


class Verdict(StrEnum):
    MET = "met"
    UNKNOWN = "unknown"
    FAILED = "failed"


@dataclass(frozen=True)
class Finding:
    """What became of one clause; `value` is the company's, None when it is not known."""

    clause: Clause
    verdict: Verdict
    value: Any = None


@dataclass(frozen=True)
class Judgement:
    """All clauses of a subsidy for one company; `window_over` is the day its window to apply closed, if it did."""

    findings: tuple[Finding, ...]
    window_over: date | None = None

    @property
    def verdict(self) -> Verdict:
        verdicts = {finding.verdict for finding in self.findings}
        if self.window_over or Verdict.FAILED in verdicts:
            return Verdict.FAILED
        return Verdict.UNKNOWN if Verdict.UNKNOWN in verdicts else Verdict.MET

    def of(self, verdict: Verdict) -> list[Finding]:
        return [finding for finding in self.findings if finding.verdict is verdict]


def profile_of(company: Company | None, park: Park | None, today: date) -> dict[str, Any]:
    """The facts that follow from a company's data on a day."""
    if company is None:
        return {}
    facts = company.model_dump(exclude={"id", "name", "sample"}, exclude_none=True)
    if sector := next((one for one in park.sectors if one.id == company.sector), None) if park else None:
        facts["cloud_related"] = sector.cloud_related
    if company.founded and company.moved_in:
        facts["company_age_at_move_in_years"] = years_between(company.founded, company.moved_in)
    if company.founded:
        facts["company_age_years"] = years_between(company.founded, today)
    if company.moved_in:
        facts["tenant_months"] = months_between(company.moved_in, today)
    if company.revenue and company.rd_spend is not None:
        facts["rd_share_of_revenue_percent"] = company.rd_spend / company.revenue * 100
    return facts


def months_between(first: date, last: date) -> int:
    """Whole months, as people count them: 15 August to 15 September is one."""
    gap = relativedelta(last, first)
    return gap.years * 12 + gap.months


def years_between(first: date, last: date) -> Decimal:
    """Years with months and days as a fraction, so that 3 years and a day is over 3."""
    gap = relativedelta(last, first)
    return gap.years + Decimal(gap.months) / 12 + Decimal(gap.days) / DAYS_A_YEAR


def judge(subsidy: Subsidy, profile: Profile, today: date) -> Judgement:
    """Every clause against the profile, and the window to apply where it hangs on the profile."""
    over = window_end(subsidy, profile)
    return Judgement(
        tuple(_find(clause, profile) for clause in subsidy.clauses), over if over and over < today else None
    )


def _find(clause: Clause, profile: Profile) -> Finding:
    met = _is_met(clause, value := profile.get(clause.fact))
    if met is None:
        return Finding(clause, Verdict.UNKNOWN)
    return Finding(clause, Verdict.MET if met else Verdict.FAILED, value)


def _is_met(clause: Clause, value: Any) -> bool | None:
    """None for a value that is not known or not of the clause's sort."""
    if clause.equals is not None:
        return value is clause.equals if isinstance(value, bool) else None
    if not isinstance(value, (int, Decimal)):
        return None
    if clause.at_least is not None:
        return value >= clause.at_least
    return None if clause.at_most is None else value <= clause.at_most


def window_end(subsidy: Subsidy, profile: Profile) -> date | None:
    """The last day to apply (it counts whole), where the window opens with a date of the profile."""
    window = subsidy.apply_within
    opened = profile.get(window.fact) if window and window.fact else None
    return opened + relativedelta(months=window.months) if window and isinstance(opened, date) else None


def next_deadline(subsidy: Subsidy, today: date) -> date | None:
    """The deadline that is today or comes next."""
    coming = [date(year, one.month, one.day) for one in subsidy.deadlines for year in (today.year, today.year + 1)]
    return min((day for day in coming if day >= today), default=None)


@dataclass(frozen=True)
class Estimate:
    """What a company would get, in yuan: for a year of its tenancy, or of a cost that it had."""

    yuan: Decimal
    benefit: Benefit
    base: Decimal


_COSTS = {"cloud-bill": "annual_cloud_spend", "rd-spend": "rd_spend"}


def estimates(subsidy: Subsidy, profile: Profile) -> list[Estimate]:
    """The amounts that can be computed; `cost` in the profile stands for any cost that a percent is of."""
    found: list[Estimate] = []
    for benefit in subsidy.benefits:
        if benefit.per == "m2-day" and benefit.amount is not None and profile.get("area_m2") is not None:
            area = min(Decimal(profile["area_m2"]), Decimal(benefit.area_cap or profile["area_m2"]))
            found.append(Estimate(area * benefit.amount * DAYS_A_YEAR, benefit, area))
        elif benefit.percent is not None:
            cost = profile.get(_COSTS.get(benefit.of or "", ""), profile.get("cost"))
            if cost is not None:
                share = Decimal(cost) * benefit.percent / 100
                found.append(Estimate(min(share, benefit.cap) if benefit.cap else share, benefit, Decimal(cost)))
    return found


def most(subsidy: Subsidy, profile: Profile) -> Decimal:
    """The money that ranks a subsidy among others, in yuan: the estimate, else its cap or amount."""
    computed = sum((one.yuan for one in estimates(subsidy, profile)), Decimal(0))
    if computed:
        return computed
    return max((one.cap or one.amount or Decimal(0) for one in subsidy.benefits), default=Decimal(0))
