"""When the asker's company was founded and moved in; seen from Wednesday, 25 November 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.described import described_in
from bot.answering.text import fold
from bot.eligibility.spans import Between

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "fact", "low", "high"),
    [
        ("我们2021年成立的", "founded", "2021-01-01", "2021-12-31"),
        ("成立于2024年3月", "founded", "2024-03-01", "2024-03-31"),
        ("公司2023年3月5日成立", "founded", "2023-03-05", "2023-03-05"),
        ("今年刚成立", "founded", "2026-01-01", "2026-11-25"),
        ("founded in 2022", "founded", "2022-01-01", "2022-12-31"),
        ("established in March 2024", "founded", "2024-03-01", "2024-03-31"),
        ("八月入驻的", "moved_in", "2026-08-01", "2026-08-31"),
        ("12月入驻的", "moved_in", "2025-12-01", "2025-12-31"),
        ("十一月搬来的", "moved_in", "2026-11-01", "2026-11-25"),
        ("去年八月入驻", "moved_in", "2025-08-01", "2025-08-31"),
        ("8月15号搬来的", "moved_in", "2026-08-15", "2026-08-15"),
        ("11月26日搬来的", "moved_in", "2025-11-26", "2025-11-26"),
        ("入驻时间是2024年2月", "moved_in", "2024-02-01", "2024-02-29"),
        ("moved in last August", "moved_in", "2026-08-01", "2026-08-31"),
        ("tenant since March 2025", "moved_in", "2025-03-01", "2025-03-31"),
    ],
)
def test_day_is_between_the_first_and_the_last_that_the_words_mean(text: str, fact: str, low: str, high: str) -> None:
    found = described_in(fold(text), today=TODAY)
    assert found == {fact: Between(date.fromisoformat(low), date.fromisoformat(high))}


@pytest.mark.parametrize(
    "text",
    [
        "成立于2027年",
        "2030年入驻",
        "2月30号入驻的",
        "2021年成立，不对，2022年成立",
        "入驻企业三年租金补贴",
        "8月的活动",
        "入驻后几个月内申请",
        "2025年入驻，2026年成立",
        "founded by Jack",
    ],
)
def test_what_is_no_day_or_cannot_be_is_ignored(text: str) -> None:
    assert described_in(fold(text), today=TODAY) == {}


def test_months_that_are_said_go_before_a_day() -> None:
    assert described_in(fold("去年入驻的，入驻八个月了"), today=TODAY) == {"tenant_months": 8}


@given(st.dates(date(1960, 1, 1), TODAY))
def test_day_that_is_said_whole_is_that_day(day: date) -> None:
    assert described_in(f"{day.year}年{day.month}月{day.day}日成立", today=TODAY) == {"founded": Between(day, day)}
    assert described_in(f"成立于{day.year}年{day.month}月{day.day}号", today=TODAY) == {"founded": Between(day, day)}
