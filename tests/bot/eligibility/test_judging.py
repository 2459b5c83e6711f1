"""Clauses judged one by one, and how near a miss is."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.eligibility.judging import Finding, Judgement, Verdict, judge
from bot.eligibility.profile import profile_of
from bot.eligibility.spans import Between
from tests.bot.eligibility.companies import company
from tests.bot.records import subsidy

TODAY = date(2026, 11, 25)
BOUNDS = st.decimals(1, 10**9, places=2)
STEPS = st.decimals(Decimal("0.01"), 10**6, places=2)


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


def test_company_a_day_over_the_age_is_over_it() -> None:
    clause = {"fact": "company_age_at_move_in_years", "at_most": 5}
    for moved_in, verdict in (("2026-03-01", Verdict.MET), ("2026-03-02", Verdict.FAILED)):
        facts = profile_of(company(founded="2021-03-01", moved_in=moved_in), None, TODAY)
        assert verdict_of(clause, **facts) is verdict


@given(BOUNDS, STEPS)
def test_verdict_flips_exactly_at_the_bound(bound: Decimal, step: Decimal) -> None:
    least, most = {"fact": "revenue", "at_least": bound}, {"fact": "revenue", "at_most": bound}
    assert verdict_of(least, revenue=bound) is verdict_of(most, revenue=bound) is Verdict.MET
    assert verdict_of(least, revenue=bound - step) is verdict_of(most, revenue=bound + step) is Verdict.FAILED
    assert verdict_of(least, revenue=bound + step) is verdict_of(most, revenue=bound - step) is Verdict.MET


@pytest.mark.parametrize(
    ("clause", "profile", "missing"),
    [
        ({"fact": "cloud_related", "equals": True}, {}, ("sector",)),
        ({"fact": "registered_in_park", "equals": True}, {}, ("registered_in_park",)),
        ({"fact": "company_age_at_move_in_years", "at_most": 5}, {}, ("founded", "moved_in")),
        ({"fact": "company_age_at_move_in_years", "at_most": 5}, {"founded": TODAY}, ("moved_in",)),
        ({"fact": "rd_share_of_revenue_percent", "at_least": 5}, {"revenue": Decimal(5)}, ("rd_spend",)),
        ({"fact": "has_a_cat", "equals": True}, {}, ("has_a_cat",)),
    ],
)
def test_open_clause_names_what_is_missing(
    clause: dict[str, Any], profile: dict[str, Any], missing: tuple[str, ...]
) -> None:
    [finding] = judge(subsidy(clauses=[clause]), profile, TODAY).findings
    assert (finding.verdict, finding.missing) == (Verdict.UNKNOWN, missing)


def finding_of(clause: dict[str, Any], value: Any) -> Finding:
    [finding] = judge(subsidy(clauses=[clause]), {clause["fact"]: value}, TODAY).findings
    return finding


@pytest.mark.parametrize(
    ("clause", "value", "short_by", "gap"),
    [
        ({"fact": "tenant_months", "at_least": 6}, 3, 3, "0.5"),
        ({"fact": "tenant_months", "at_least": 6}, 6, None, 0),
        ({"fact": "revenue", "at_most": 20_000_000}, Decimal(32_000_000), 12_000_000, "0.6"),
        ({"fact": "revenue", "at_most": 0}, Decimal(1), 1, 1),
        ({"fact": "registered_in_park", "equals": True}, False, None, 1),
        ({"fact": "registered_in_park", "equals": True}, None, None, 0),
    ],
)
def test_gap_of_a_failed_clause_is_relative_to_its_bound(
    clause: dict[str, Any], value: Any, short_by: int | None, gap: Any
) -> None:
    finding = finding_of(clause, value)
    assert (finding.short_by, finding.gap) == (short_by, Decimal(gap))


@pytest.mark.parametrize(
    ("low", "high", "verdict", "short_by"),
    [
        ("3.6", "4.7", Verdict.MET, None),
        ("5", "5", Verdict.MET, None),
        ("4.6", "5.6", Verdict.UNKNOWN, None),
        ("5.1", "6.1", Verdict.FAILED, "0.1"),
    ],
)
def test_value_of_which_only_the_bounds_are_known_is_judged_where_both_agree(
    low: str, high: str, verdict: Verdict, short_by: str | None
) -> None:
    age = Between(Decimal(low), Decimal(high))
    finding = finding_of({"fact": "company_age_years", "at_most": 5}, age)
    assert (finding.verdict, finding.value) == (verdict, age)
    assert finding.short_by == (Decimal(short_by) if short_by else None)


def misses(*clauses: tuple[dict[str, Any], Any], moved_in: date | None = None) -> Judgement:
    profile = {clause["fact"]: value for clause, value in clauses} | {"moved_in": moved_in}
    window = {"months": 6, "after": {"en": "moving in"}, "fact": "moved_in"} if moved_in else None
    return judge(subsidy(clauses=[clause for clause, _ in clauses], apply_within=window), profile, TODAY)


NEARLY = ({"fact": "tenant_months", "at_least": 6}, 5)
HALF_WAY = ({"fact": "annual_cloud_spend", "at_least": 20_000}, Decimal(10_000))
NOT_AT_ALL = ({"fact": "registered_in_park", "equals": True}, False)
OPEN = ({"fact": "first_recognition", "equals": True}, None)
MET = ({"fact": "cloud_related", "equals": True}, True)


def test_nearest_miss_has_the_fewest_failing_clauses_then_the_smallest_gap() -> None:
    ordered = [
        misses(MET),
        misses(NEARLY, MET),
        misses(NEARLY, OPEN),
        misses(HALF_WAY),
        misses(NOT_AT_ALL),
        misses(MET, moved_in=TODAY - timedelta(days=400)),
        misses(NEARLY, HALF_WAY),
        misses(NEARLY, NOT_AT_ALL),
        misses(NEARLY, moved_in=TODAY - timedelta(days=400)),
    ]
    backwards = ordered[::-1]
    assert sorted(backwards, key=lambda one: one.distance) == ordered


@pytest.mark.parametrize(
    ("opens", "over"), [(date(2027, 1, 24), False), (date(2027, 1, 23), True), (date(2026, 1, 1), True), (None, False)]
)
def test_time_to_apply_before_an_event_counts_its_last_day(opens: date | None, over: bool) -> None:
    grant = subsidy(deadline_before={"days": 60, "event": "fair"})
    judgement = judge(grant, {}, TODAY, opens)
    assert judgement.is_over is over
    assert judgement.verdict is (Verdict.FAILED if over else Verdict.MET)
