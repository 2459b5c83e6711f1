"""What is known of a company on a day."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.eligibility.profile import months_between, profile_of, years_between
from bot.eligibility.spans import Between
from tests.bot.eligibility.companies import company
from tests.bot.records import park

TODAY = date(2026, 11, 25)
MOVED = date(2026, 8, 25)
SECTORS = [
    {"id": "iot", "name": {"en": "IoT"}, "cloud_related": True},
    {"id": "retail", "name": {"en": "Retail"}, "cloud_related": False},
]


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 3000))
def test_months_and_years_are_whole_only_from_the_day_of_the_month_on(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    months = months_between(first, last)
    whole = (last.year - first.year) * 12 + last.month - first.month
    if first.day <= 28:
        assert months == whole - (last.day < first.day)
    assert whole - 1 <= months <= whole
    assert Decimal(months) / 12 <= years_between(first, last) < Decimal(months + 1) / 12


def test_profile_of_nobody_is_empty() -> None:
    assert profile_of(None, park(sectors=SECTORS), TODAY) == {}


def test_profile_follows_from_the_companys_data() -> None:
    facts = profile_of(
        company(sector="iot", founded="2025-05-25", moved_in="2026-08-25", revenue=3_000_000, rd_spend=600_000),
        park(sectors=SECTORS),
        TODAY,
    )
    assert facts == {
        "founded": date(2025, 5, 25),
        "moved_in": date(2026, 8, 25),
        "revenue": Decimal(3_000_000),
        "rd_spend": Decimal(600_000),
        "cloud_related": True,
        "company_age_at_move_in_years": Decimal("1.25"),
        "company_age_years": Decimal("1.5"),
        "tenant_months": 3,
        "rd_share_of_revenue_percent": Decimal(20),
    }


@pytest.mark.parametrize(
    ("given_", "fact"),
    [
        ({"sector": "fishing"}, "cloud_related"),
        ({"moved_in": "2026-08-25"}, "company_age_at_move_in_years"),
        ({"revenue": 0, "rd_spend": 5}, "rd_share_of_revenue_percent"),
        ({"revenue": 100}, "rd_share_of_revenue_percent"),
    ],
)
def test_profile_leaves_out_what_does_not_follow(given_: dict[str, Any], fact: str) -> None:
    assert fact not in profile_of(company(**given_), park(sectors=SECTORS), TODAY)


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        ({"tenant_months": 8}, {"tenant_months": 8, "moved_in": date(2026, 3, 25)}),
        ({"company_age_years": Decimal(2)}, {"company_age_years": Decimal(2), "founded": date(2024, 11, 25)}),
        ({"company_age_years": Decimal(6)}, {"company_age_at_move_in_years": Decimal("5.75")}),
        ({"revenue": Decimal(12_000_000)}, {"rd_share_of_revenue_percent": Decimal(5)}),
        ({"rd_share_of_revenue_percent": Decimal(3)}, {"rd_share_of_revenue_percent": Decimal(3)}),
        (
            {"founded": Between(date(2024, 1, 1), date(2024, 12, 31))},
            {
                "company_age_at_move_in_years": Between(
                    years_between(date(2024, 12, 31), MOVED), years_between(date(2024, 1, 1), MOVED)
                )
            },
        ),
        ({"moved_in": Between(date(2026, 8, 1), date(2026, 8, 25))}, {"tenant_months": 3}),
        ({"moved_in": Between(date(2026, 8, 1), date(2026, 8, 31))}, {"tenant_months": Between(2, 3)}),
        ({"sector": "retail"}, {"cloud_related": False}),
        ({"cloud_related": False}, {"cloud_related": False}),
        ({"registered_in_park": False}, {"registered_in_park": False}),
        ({"person_age": 33}, {"person_age": 33}),
    ],
)
def test_what_is_said_goes_before_what_is_on_record(said: dict[str, Any], facts: dict[str, Any]) -> None:
    known = company(
        sector="iot",
        founded="2025-05-25",
        moved_in="2026-08-25",
        registered_in_park=True,
        revenue=3_000_000,
        rd_spend=600_000,
    )
    found = profile_of(known, park(sectors=SECTORS), TODAY, said)
    assert {fact: found[fact] for fact in facts} == facts


def test_company_that_moved_in_before_it_was_founded_has_no_age_at_that_time() -> None:
    found = profile_of(company(moved_in="2020-01-01"), None, TODAY, {"company_age_years": Decimal(1)})
    assert "company_age_at_move_in_years" not in found


def test_days_to_come_make_no_age() -> None:
    found = profile_of(company(founded="2027-01-01", moved_in="2027-02-01"), None, TODAY)
    assert not found.keys() & {"company_age_years", "tenant_months"}
