"""What a company would get, in yuan, and how subsidies rank by it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from bot.eligibility.profile import DAYS_A_YEAR, Profile
from bot.knowledge.kinds import Subsidy
from bot.knowledge.subsidy_values import Benefit

Counts = Mapping[Benefit, int]
"""How many people or things a benefit is asked for."""

AREA_DAY, PERSON_MONTH = "m2-day", "person-month"
MONTHS_A_YEAR = 12
_COSTS = {"cloud-bill": "annual_cloud_spend", "rd-spend": "rd_spend"}


@dataclass(frozen=True)
class Estimate:
    """One benefit computed: `yuan` within its limits, from a `base` in square metres, yuan, people or things.

    For area it is a year's sum, for people by the month a month's. `is_limited` when a limit made it less.
    """

    benefit: Benefit
    base: Decimal
    yuan: Decimal
    is_limited: bool = False

    @property
    def in_all(self) -> Decimal:
        """What it comes to over the months for which it is given."""
        return self.yuan * (self.benefit.months_max or 1) if self.benefit.per == PERSON_MONTH else self.yuan


def estimates(subsidy: Subsidy, profile: Profile, counts: Counts | None = None) -> list[Estimate]:
    """The amounts that can be computed; `cost` in the profile stands for any cost that a percent is of."""
    found = (_estimate(benefit, profile, counts or {}) for benefit in subsidy.benefits)
    return [one for one in found if one]


def _estimate(benefit: Benefit, profile: Profile, counts: Counts) -> Estimate | None:
    if benefit.percent is not None:
        cost = profile.get(_COSTS.get(benefit.of or "", ""), profile.get("cost"))
        return _share(benefit, Decimal(cost)) if cost is not None else None
    if benefit.per == AREA_DAY:
        area = profile.get("area_m2")
        return _of_area(benefit, Decimal(area)) if area is not None else None
    return _of_count(benefit, counts[benefit]) if benefit in counts else None


def _share(benefit: Benefit, cost: Decimal) -> Estimate:
    share = cost * (benefit.percent or 0) / 100
    is_limited = benefit.cap is not None and share > benefit.cap
    return Estimate(benefit, cost, benefit.cap if is_limited and benefit.cap is not None else share, is_limited)


def _of_area(benefit: Benefit, area: Decimal) -> Estimate:
    counted = min(area, Decimal(benefit.area_cap)) if benefit.area_cap else area
    return Estimate(benefit, counted, counted * (benefit.amount or 0) * DAYS_A_YEAR, counted < area)


def _of_count(benefit: Benefit, count: int) -> Estimate:
    counted = min(count, benefit.count_max) if benefit.count_max else count
    return Estimate(benefit, Decimal(counted), counted * (benefit.amount or Decimal(0)), counted < count)


def most(subsidy: Subsidy, profile: Profile, counts: Counts | None = None) -> Decimal:
    """The money that ranks a subsidy among others, in yuan: what can be computed, else the most that it gives."""
    if computed := estimates(subsidy, profile, counts):
        return sum((one.in_all for one in computed), Decimal(0))
    years = [_most(benefit) for benefit in subsidy.benefits if benefit.year is not None]
    return sum(years, Decimal(0)) or max(map(_most, subsidy.benefits), default=Decimal(0))


def _most(benefit: Benefit) -> Decimal:
    """The most that a benefit gives in a year, to one person or for all that are counted."""
    if benefit.percent is not None or benefit.amount is None:
        return benefit.cap or Decimal(0)
    if benefit.per == AREA_DAY:
        return benefit.amount * DAYS_A_YEAR * (benefit.area_cap or 1)
    if benefit.per == PERSON_MONTH:
        return benefit.amount * (benefit.months_max or MONTHS_A_YEAR)
    return benefit.amount * (benefit.count_max or 1)
