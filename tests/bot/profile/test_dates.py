from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.text import fold
from bot.profile.dates import FIRST_YEAR, past_day
from bot.profile.errors import UnclearError
from tests.parks import ZONE

NOW = datetime(2026, 11, 23, 10, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2025年3月", "2025-03-01"),
        ("２０２５年３月", "2025-03-01"),
        ("二〇二五年三月", "2025-03-01"),
        ("25年3月", "2025-03-01"),
        ("2025年3月15号", "2025-03-15"),
        ("2025.3", "2025-03-01"),
        ("2025-03", "2025-03-01"),
        ("2025/3/1", "2025-03-01"),
        ("202503", "2025-03-01"),
        ("20250315", "2025-03-15"),
        ("03/2025", "2025-03-01"),
        ("March 2025", "2025-03-01"),
        ("15 March 2025", "2025-03-15"),
        ("Mar 15, 2025", "2025-03-15"),
        ("我们是2024年8月份入驻的", "2024-08-01"),
        ("去年3月", "2025-03-01"),
        ("前年9月", "2024-09-01"),
        ("去年底", "2025-12-01"),
        ("今年年初", "2026-01-01"),
        ("june last year", "2025-06-01"),
        ("3月", "2026-03-01"),
        ("12月", "2025-12-01"),
        ("last June", "2026-06-01"),
        ("半年前", "2026-05-23"),
        ("成立三年了", "2023-11-23"),
        ("一年半前", "2025-05-23"),
        ("大概两年前吧", "2024-11-23"),
        ("18 months ago", "2025-05-23"),
        ("a year ago", "2025-11-23"),
        ("上个月", "2026-10-01"),
        ("昨天", "2026-11-22"),
        ("2026年11月23日", "2026-11-23"),
    ],
)
def test_day_is_read_as_people_type_it(typed: str, day: str) -> None:
    assert past_day(fold(typed), NOW) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("2021年", "month"),
        ("2021", "month"),
        ("21年", "month"),
        ("去年", "month"),
        ("last year", "month"),
        ("2027年1月", "future"),
        ("明天", "future"),
        ("2026年11月24日", "future"),
        ("2025年13月", "day"),
        ("2025年2月30日", "day"),
        ("1025年3月", "day"),
        ("不记得了", "day"),
        ("300万", "day"),
        ("2025年3月或4月", "day"),
        ("", "day"),
    ],
)
def test_day_that_is_unclear_says_how_to_write_it(typed: str, key: str) -> None:
    with pytest.raises(UnclearError) as unclear:
        past_day(fold(typed), NOW)
    assert unclear.value.key == key


@given(st.dates(date(FIRST_YEAR, 1, 1), NOW.date()))
def test_any_day_that_has_passed_is_read_back(day: date) -> None:
    for form in ("{0.year}年{0.month}月{0.day}日", "{0.year}-{0.month:02}-{0.day:02}", "{0.year}/{0.month}/{0.day}"):
        assert past_day(fold(form.format(day)), NOW) == day
    assert past_day(fold(f"{day:%d %B %Y}"), NOW) == day


@given(st.text(max_size=60))
def test_any_text_is_a_day_that_has_passed_or_unclear(text: str) -> None:
    try:
        assert past_day(fold(text), NOW) <= NOW.date()
    except UnclearError as unclear:
        assert unclear.key in {"day", "month", "future"}  # noqa: PT017 - nothing else may be raised
