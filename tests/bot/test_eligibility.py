"""Clauses judged one by one, windows to apply and deadlines."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.eligibility import (
    Verdict,
    judge,
    months_between,
    next_deadline,
    profile_of,
    window_end,
    years_between,
)
from bot.people.company import Company
from tests.bot.records import park, subsidy

TODAY = date(2026, 11, 25)
SECTORS = [
    {"id": "iot", "name": {"en": "IoT"}, "cloud_related": True},
    {"id": "retail", "name": {"en": "Retail"}, "cloud_related": False},
]


def company(**given: Any) -> Company:
    return Company.model_validate({"id": "acme", "name": {"en": "Acme"}} | given)


def verdict_of(clause: dict[str, Any], **profile: Any) -> Verdict:
    return judge(subsidy(clauses=[clause]), profile, TODAY).verdict


@pytest.mark.parametrize(
    ("clause", "value", "verdict"),
    [
        ({"fact": "registered_in_park", "equals": True}, True, Verdict.MET),
        ({"fact": "registered_in_park", "equals": True}, False, Verdict.FAILED),
        ({"fact": "registered_in_park", "equals": False}, False, Verdict.MET),
        ({"fact": "registered_in_park", "equals": True}, None, Verdict.UNKNOWN),
        ({"fact": "registered_in_park", "equals": True}, 1, Verdict.UNKNOWN),
        ({"fact": "tenant_months", "at_least": 6}, 6, Verdict.MET),
        ({"fact": "tenant_months", "at_least": 6}, 5, Verdict.FAILED),
        ({"fact": "tenant_months", "at_least": 6}, 0, Verdict.FAILED),
        ({"fact": "tenant_months", "at_least": 6}, None, Verdict.UNKNOWN),
        ({"fact": "revenue", "at_most": 20_000_000}, Decimal(20_000_000), Verdict.MET),
        ({"fact": "revenue", "at_most": 20_000_000}, Decimal("20000000.01"), Verdict.FAILED),
        ({"fact": "revenue", "at_most": 0}, Decimal(0), Verdict.MET),
        ({"fact": "building", "at_least": 3}, "building-3", Verdict.UNKNOWN),
        ({"fact": "moved_in", "at_least": 3}, TODAY, Verdict.UNKNOWN),
    ],
)
def test_clause_is_met_failed_or_unknown(clause: dict[str, Any], value: Any, verdict: Verdict) -> None:
    assert verdict_of(clause, **{clause["fact"]: value}) is verdict


def test_clause_on_a_fact_nobody_knows_stays_open() -> None:
    assert verdict_of({"fact": "has_a_cat", "equals": True, "text": {"en": "has a cat"}}) is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("registered", "months", "verdict"),
    [
        (True, 12, Verdict.MET),
        (True, None, Verdict.UNKNOWN),
        (None, 3, Verdict.FAILED),
        (False, 12, Verdict.FAILED),
    ],
)
def test_verdict_fails_with_one_clause_and_is_open_with_one(
    registered: bool | None, months: int | None, verdict: Verdict
) -> None:
    grant = subsidy(clauses=[{"fact": "registered_in_park", "equals": True}, {"fact": "tenant_months", "at_least": 6}])
    judgement = judge(grant, {"registered_in_park": registered, "tenant_months": months}, TODAY)
    assert judgement.verdict is verdict
    assert [finding.clause.fact for finding in judgement.findings] == ["registered_in_park", "tenant_months"]


def test_judgement_sorts_its_findings_by_verdict() -> None:
    facts = ("a", "b", "c")
    grant = subsidy(clauses=[{"fact": fact, "equals": True} for fact in facts])
    judgement = judge(grant, {"a": True, "b": False}, TODAY)
    found = [[one.clause.fact for one in judgement.of(verdict)] for verdict in Verdict]
    assert found == [["a"], ["c"], ["b"]]


def test_subsidy_without_clauses_is_met() -> None:
    assert judge(subsidy(), {}, TODAY).verdict is Verdict.MET


WINDOW = {"months": 6, "after": {"en": "moving in"}, "fact": "moved_in"}


@pytest.mark.parametrize(
    ("moved_in", "last", "over"),
    [
        ("2026-05-25", "2026-11-25", False),
        ("2026-05-24", "2026-11-24", True),
        ("2026-08-31", "2027-02-28", False),
        ("2025-12-31", "2026-06-30", True),
    ],
)
def test_window_closes_after_its_last_day(moved_in: str, last: str, over: bool) -> None:
    grant, profile = subsidy(apply_within=WINDOW), {"moved_in": date.fromisoformat(moved_in)}
    assert window_end(grant, profile) == date.fromisoformat(last)
    judgement = judge(grant, profile, TODAY)
    assert judgement.window_over == (date.fromisoformat(last) if over else None)
    assert judgement.verdict is (Verdict.FAILED if over else Verdict.MET)


@pytest.mark.parametrize(
    "window", [None, {"months": 6, "after": {"en": "the grant"}}, {"months": 6, "after": {"en": "x"}, "fact": "other"}]
)
def test_window_of_an_unknown_day_has_no_end(window: dict[str, Any] | None) -> None:
    assert window_end(subsidy(apply_within=window), {"moved_in": TODAY}) is None


@pytest.mark.parametrize(
    ("days", "today", "coming"),
    [
        (["11-30"], "2026-11-25", "2026-11-30"),
        (["11-30"], "2026-11-30", "2026-11-30"),
        (["11-30"], "2026-12-01", "2027-11-30"),
        (["03-31", "06-30", "09-30", "12-31"], "2026-12-31", "2026-12-31"),
        (["03-31", "06-30", "09-30", "12-31"], "2027-01-01", "2027-03-31"),
        (["12-31", "06-30"], "2026-11-25", "2026-12-31"),
    ],
)
def test_deadline_counts_on_its_day_and_comes_again_next_year(days: list[str], today: str, coming: str) -> None:
    assert next_deadline(subsidy(deadlines=days), date.fromisoformat(today)) == date.fromisoformat(coming)


def test_deadline_of_a_subsidy_without_any_is_none() -> None:
    assert next_deadline(subsidy(), TODAY) is None


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
        "sector": "iot",
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


def test_company_a_day_over_the_age_is_over_it() -> None:
    clause = {"fact": "company_age_at_move_in_years", "at_most": 5}
    for moved_in, verdict in (("2026-03-01", Verdict.MET), ("2026-03-02", Verdict.FAILED)):
        facts = profile_of(company(founded="2021-03-01", moved_in=moved_in), None, TODAY)
        assert verdict_of(clause, **facts) is verdict
