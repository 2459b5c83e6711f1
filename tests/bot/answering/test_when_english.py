"""Days as English names them, asked on Wednesday, 25 November 2026."""

from datetime import date

import pytest

from bot.answering.moment import Grain
from tests.bot.answering.times import days_of, found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-11-25"),
        ("Tomorrow", "2026-11-26"),
        ("tmr", "2026-11-26"),
        ("the day after tomorrow", "2026-11-27"),
        ("yesterday", "2026-11-24"),
        ("on Wednesday", "2026-11-25"),
        ("Fridays", "2026-11-27"),
        ("this Monday", "2026-11-23"),
        ("next Friday", "2026-12-04"),
        ("Friday next week", "2026-12-04"),
        ("the coming Saturday", "2026-11-28"),
        ("last Friday", "2026-11-20"),
        ("last Wednesday", "2026-11-18"),
        ("next Sun", "2026-12-06"),
        ("on sat", "2026-11-28"),
        ("last Friday of December", "2026-12-25"),
        ("the first Monday of next month", "2026-12-07"),
        ("the 2nd Saturday in March 2027", "2027-03-13"),
        ("the last Friday of the month", "2026-11-27"),
        ("the first Monday of every month", "2026-12-07"),
        ("in 3 days", "2026-11-28"),
        ("in two weeks", "2026-12-09"),
        ("in a week", "2026-12-02"),
        ("in a fortnight", "2026-12-09"),
        ("three days from now", "2026-11-28"),
        ("December 12", "2026-12-12"),
        ("Dec. 12th", "2026-12-12"),
        ("12 December", "2026-12-12"),
        ("the 12th of December", "2026-12-12"),
        ("12 Dec 2027", "2027-12-12"),
        ("December 12, 2027", "2027-12-12"),
        ("24 November", "2027-11-24"),
        ("may 5", "2027-05-05"),
        ("on the 30th", "2026-11-30"),
        ("the 24th", "2026-12-24"),
        ("2026-12-12", "2026-12-12"),
        ("Christmas", "2026-12-25"),
        ("Christmas Eve", "2026-12-24"),
        ("New Year's Eve", "2026-12-31"),
    ],
)
def test_day_is_found(text: str, day: str) -> None:
    assert days_of(f"is the museum open {text}?") == (date.fromisoformat(day),) * 2


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("at the weekend", "2026-11-28", "2026-11-29"),
        ("this weekend", "2026-11-28", "2026-11-29"),
        ("on weekends", "2026-11-28", "2026-11-29"),
        ("next weekend", "2026-12-05", "2026-12-06"),
        ("on Saturday and Sunday", "2026-11-28", "2026-11-29"),
        ("Sat or Sun", "2026-11-28", "2026-11-29"),
        ("Monday to Friday", "2026-11-23", "2026-11-27"),
        ("mon-fri", "2026-11-23", "2026-11-27"),
        ("on weekdays", "2026-11-23", "2026-11-27"),
        ("this week", "2026-11-23", "2026-11-29"),
        ("next week", "2026-11-30", "2026-12-06"),
        ("the week after next", "2026-12-07", "2026-12-13"),
        ("last week", "2026-11-16", "2026-11-22"),
        ("this month", "2026-11-01", "2026-11-30"),
        ("next month", "2026-12-01", "2026-12-31"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("in January", "2027-01-01", "2027-01-31"),
        ("December", "2026-12-01", "2026-12-31"),
        ("in May", "2027-05-01", "2027-05-31"),
        ("during February 2028", "2028-02-01", "2028-02-29"),
        ("early December", "2026-12-01", "2026-12-10"),
        ("in mid-December", "2026-12-11", "2026-12-20"),
        ("late January", "2027-01-21", "2027-01-31"),
        ("at the end of the month", "2026-11-24", "2026-11-30"),
        ("at the end of December", "2026-12-25", "2026-12-31"),
        ("at the end of the year", "2026-12-01", "2026-12-31"),
        ("next year", "2027-01-01", "2027-12-31"),
        ("in 2028", "2028-01-01", "2028-12-31"),
        ("in the next two weeks", "2026-11-25", "2026-12-08"),
        ("within 3 days", "2026-11-25", "2026-11-27"),
        ("in the coming days", "2026-11-25", "2026-12-01"),
    ],
)
def test_days_are_found(text: str, first: str, last: str) -> None:
    assert days_of(f"what is on {text}?") == (date.fromisoformat(first), date.fromisoformat(last))
    assert found(text).grain is Grain.RANGE


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("by Friday", "2026-11-27"),
        ("before Friday", "2026-11-26"),
        ("before the 5th of December", "2026-12-04"),
        ("before Christmas", "2026-12-24"),
        ("by the end of the year", "2026-12-31"),
        ("before December", "2026-11-30"),
    ],
)
def test_time_before_which_reaches_from_today(text: str, last: str) -> None:
    assert days_of(f"which grants close {text}") == (date(2026, 11, 25), date.fromisoformat(last))
