"""Windows to apply and deadlines."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.eligibility.judging import Verdict, judge
from bot.eligibility.profile import profile_of
from bot.eligibility.spans import Between
from bot.eligibility.windows import last_day, next_deadline, window_end
from tests.bot.records import subsidy

TODAY = date(2026, 11, 25)
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
    assert (judgement.last_day, judgement.is_over) == (date.fromisoformat(last), over)
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


def later(first: date, months: int) -> date:
    """So many months later by counting them one by one; the last day of a month that is too short."""
    year, month = first.year, first.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return date(year, month, min(first.day, monthrange(year, month)[1]))


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 60))
def test_window_ends_where_counting_months_ends(moved_in: date, months: int) -> None:
    grant = subsidy(apply_within=WINDOW | {"months": months})
    last = later(moved_in, months)
    assert window_end(grant, {"moved_in": moved_in}) == last
    assert not judge(grant, {"moved_in": moved_in}, last).is_over
    assert judge(grant, {"moved_in": moved_in}, last + timedelta(days=1)).is_over


@pytest.mark.parametrize(("months", "over"), [(5, False), (6, False), (7, True)])
def test_window_follows_from_the_months_that_were_said(months: int, over: bool) -> None:
    certificate = subsidy(apply_within={"months": 6, "after": {"en": "the certificate"}})
    said = profile_of(None, None, TODAY, {"window_months": months})
    assert judge(certificate, said, TODAY).is_over is over
    assert judge(subsidy(apply_within=WINDOW), said, TODAY).last_day is None
    moved = profile_of(None, None, TODAY, {"tenant_months": months})
    assert judge(subsidy(apply_within=WINDOW), moved, TODAY).is_over is over


def test_earlier_of_two_last_days_counts() -> None:
    grant = subsidy(apply_within=WINDOW, deadline_before={"days": 10, "event": "fair"})
    moved = {"moved_in": date(2026, 8, 15)}
    assert last_day(grant, moved, date(2027, 1, 11)) == date(2027, 1, 1)
    assert last_day(grant, moved, date(2027, 6, 1)) == date(2027, 2, 15)
    assert last_day(grant, {}, None) is None


@pytest.mark.parametrize(("today", "over"), [("2027-02-28", False), ("2027-03-01", True)])
def test_window_of_a_month_is_open_as_long_as_it_may_be(today: str, over: bool) -> None:
    moved = {"moved_in": Between(date(2026, 8, 1), date(2026, 8, 31))}
    assert judge(subsidy(apply_within=WINDOW), moved, date.fromisoformat(today)).is_over is over
