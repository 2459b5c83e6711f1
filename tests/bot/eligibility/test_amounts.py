"""What a company would get, and how that ranks subsidies."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.eligibility.amounts import estimates, most
from bot.knowledge.kinds import Subsidy
from tests.bot.records import subsidy

RENT = subsidy(
    benefits=[
        {"amount": "1.5", "per": "m2-day", "year": 1, "area_cap": 200},
        {"amount": "0.5", "per": "m2-day", "year": 2, "area_cap": 200},
    ]
)
CLOUD = subsidy(benefits=[{"percent": 30, "of": "cloud-bill", "cap": 100_000, "cap_per": "year"}])
PATENT = subsidy(
    benefits=[
        {"label": {"en": "invention"}, "amount": 10_000, "per": "patent"},
        {"label": {"en": "PCT"}, "amount": 30_000, "per": "patent"},
    ]
)
PROTOTYPE = subsidy(benefits=[{"percent": 50, "of": "prototyping-cost", "cap": 150_000}])


def yuan(grant: Subsidy, **profile: Any) -> list[Decimal]:
    return [one.yuan for one in estimates(grant, profile)]


@pytest.mark.parametrize(
    ("area", "amounts"),
    [
        (Decimal(120), [65700, 21900]),
        (Decimal(200), [109500, 36500]),
        (Decimal(600), [109500, 36500]),
        (120, [65700, 21900]),
        (None, []),
    ],
)
def test_estimate_by_area_stops_at_the_cap_of_the_area(area: Any, amounts: list[int]) -> None:
    assert yuan(RENT, area_m2=area) == amounts


def test_estimate_by_area_without_a_cap_takes_all_of_it() -> None:
    grant = subsidy(benefits=[{"amount": 1, "per": "m2-day", "year": 1}])
    assert yuan(grant, area_m2=1000) == [365000]


@pytest.mark.parametrize(
    ("spend", "amounts"),
    [(Decimal(36_000), [10800]), (Decimal(900_000), [100000]), (0, [0]), (None, [])],
)
def test_estimate_by_percent_stops_at_the_cap(spend: Any, amounts: list[int]) -> None:
    assert yuan(CLOUD, annual_cloud_spend=spend) == amounts


def test_estimate_by_percent_without_a_cap_takes_all_of_it() -> None:
    grant = subsidy(benefits=[{"percent": 50, "of": "standard-booth"}])
    assert yuan(grant, cost=1_000_000) == [500000]


def test_cost_that_is_named_goes_before_any_cost() -> None:
    assert yuan(CLOUD, annual_cloud_spend=10_000, cost=50_000) == [3000]
    assert yuan(CLOUD, cost=50_000) == [15000]
    assert yuan(PROTOTYPE, annual_cloud_spend=10_000) == []
    assert yuan(PROTOTYPE, cost=50_000) == [25000]


def test_amount_a_piece_is_not_estimated() -> None:
    assert yuan(PATENT, area_m2=100, cost=5) == []


def test_estimate_says_what_it_is_of() -> None:
    first, _ = estimates(RENT, {"area_m2": 600})
    assert (first.base, first.benefit.year) == (Decimal(200), 1)


HOUSING = subsidy(benefits=[{"label": {"en": "master"}, "amount": 1000, "per": "person-month", "months_max": 36}])
GRADUATES = subsidy(benefits=[{"amount": 3000, "per": "graduate", "count_max": 20}])


@pytest.mark.parametrize(
    ("grant", "count", "monthly", "in_all", "is_limited"),
    [
        (HOUSING, 2, 2000, 72_000, False),
        (GRADUATES, 8, 24_000, 24_000, False),
        (GRADUATES, 20, 60_000, 60_000, False),
        (GRADUATES, 28, 60_000, 60_000, True),
    ],
)
def test_amount_a_head_is_computed_for_those_who_are_counted(
    grant: Subsidy, count: int, monthly: int, in_all: int, is_limited: bool
) -> None:
    [found] = estimates(grant, {}, {grant.benefits[0]: count})
    assert (found.yuan, found.in_all, found.is_limited) == (Decimal(monthly), Decimal(in_all), is_limited)
    assert estimates(grant, {}) == []


BASES = st.decimals(0, 10**9, places=2)


@given(BASES, BASES, st.integers(1, 5000), st.decimals(Decimal("0.1"), 1000, places=1))
def test_estimate_by_area_never_exceeds_its_cap_and_grows_with_the_area(
    one: Decimal, other: Decimal, cap: int, rate: Decimal
) -> None:
    grant = subsidy(benefits=[{"amount": rate, "per": "m2-day", "year": 1, "area_cap": cap}])
    less, more = (estimates(grant, {"area_m2": area})[0] for area in sorted((one, other)))
    assert less.yuan <= more.yuan <= cap * rate * 365
    assert more.is_limited is (max(one, other) > cap)


@given(BASES, BASES, st.decimals(0, 100, places=2), st.integers(1, 10**6))
def test_estimate_by_percent_never_exceeds_its_cap_and_grows_with_the_cost(
    one: Decimal, other: Decimal, percent: Decimal, cap: int
) -> None:
    grant = subsidy(benefits=[{"percent": percent, "of": "interest", "cap": cap}])
    less, more = (estimates(grant, {"cost": cost})[0] for cost in sorted((one, other)))
    assert less.yuan <= more.yuan <= cap
    assert more.is_limited is (max(one, other) * percent / 100 > cap)


@given(st.integers(0, 10_000), st.integers(0, 10_000), st.integers(1, 50))
def test_estimate_by_count_never_exceeds_its_cap_and_grows_with_the_count(one: int, other: int, cap: int) -> None:
    grant = subsidy(benefits=[{"amount": 3000, "per": "graduate", "count_max": cap}])
    less, more = (estimates(grant, {}, {grant.benefits[0]: count})[0] for count in sorted((one, other)))
    assert less.yuan <= more.yuan <= cap * 3000


@given(st.decimals(0, 10**9, places=2), st.integers(1, 100), st.integers(1, 10**6))
def test_estimate_is_the_share_or_the_cap(cost: Decimal, percent: int, cap: int) -> None:
    grant = subsidy(benefits=[{"percent": percent, "of": "interest", "cap": cap}])
    [found] = estimates(grant, {"cost": cost})
    assert found.yuan == min(cost * percent / 100, Decimal(cap))


@pytest.mark.parametrize(
    ("grant", "profile", "money"),
    [
        (RENT, {"area_m2": 120}, 87_600),
        (RENT, {}, 146_000),
        (RENT, {"area_m2": 0}, 0),
        (CLOUD, {"annual_cloud_spend": Decimal(36_000)}, 10_800),
        (CLOUD, {}, 100_000),
        (PATENT, {}, 30_000),
        (HOUSING, {}, 36_000),
        (GRADUATES, {}, 60_000),
        (subsidy(), {}, 0),
    ],
)
def test_money_that_ranks_is_the_estimate_else_the_most_that_is_given(
    grant: Subsidy, profile: dict[str, Any], money: Any
) -> None:
    assert most(grant, profile) == Decimal(money)
