from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.text import fold
from bot.profile import amounts
from bot.profile.errors import UnclearError


@pytest.mark.parametrize(
    ("typed", "yuan"),
    [
        ("300万", 3_000_000),
        ("３００萬", 3_000_000),
        ("300 万元", 3_000_000),
        ("大概300万吧", 3_000_000),
        ("去年300万左右", 3_000_000),
        ("一年三百五十万", 3_500_000),
        ("三百五万", 3_500_000),
        ("两百万", 2_000_000),
        ("三千万", 30_000_000),
        ("5百万", 5_000_000),
        ("1.2亿", 120_000_000),
        ("3万6", 36_000),
        ("30w", 300_000),
        ("12k", 12_000),
        ("3 million", 3_000_000),
        ("about 3.5 million yuan a year", 3_500_000),
        ("3m", 3_000_000),
        ("3,000,000", 3_000_000),
        ("50000", 50_000),
        ("¥5000", 5_000),
        ("5000元", 5_000),
        ("每月3000", 36_000),
        ("每个季度2万", 80_000),
        ("2,500 a month", 30_000),
        ("0", 0),
        ("没有", 0),
        ("还没有收入", 0),
        ("none", 0),
        ("no revenue yet", 0),
    ],
)
def test_money_is_read_as_people_type_it(typed: str, yuan: int) -> None:
    assert amounts.money(fold(typed)) == yuan


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("300", "small-money"),
        ("不到300万", "bound"),
        ("300万以上", "bound"),
        ("over 3 million", "bound"),
        ("300万美元", "currency"),
        ("$3 million", "currency"),
        ("10-20万", "money"),
        ("300万和500万", "money"),
        ("-5万", "money"),
        ("9999999亿", "money"),
        ("很多", "money"),
        ("食堂几点开门", "money"),
        ("", "money"),
    ],
)
def test_money_that_is_unclear_says_how_to_write_it(typed: str, key: str) -> None:
    with pytest.raises(UnclearError) as unclear:
        amounts.money(fold(typed))
    assert unclear.value.key == key


@pytest.mark.parametrize(
    ("typed", "area"),
    [
        ("120平", "120"),
        ("120", "120"),
        ("租了 120.5 平方米", "120.5"),
        ("120㎡", "120"),
        ("一百二十平", "120"),
        ("一百二", "120"),
        ("1,200 square metres", "1200"),
        ("about 120 sqm", "120"),
    ],
)
def test_area_is_read_as_people_type_it(typed: str, area: str) -> None:
    assert amounts.area(fold(typed)) == Decimal(area)


@pytest.mark.parametrize("typed", ["0", "没有", "两间办公室", "120亩", "12 x 10", "99999999999"])
def test_area_that_is_none_is_unclear(typed: str) -> None:
    with pytest.raises(UnclearError):
        amounts.area(fold(typed))


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("14人", 14),
        ("14", 14),
        ("十四个人", 14),
        ("我们一共14个人", 14),
        ("20来人", 20),
        ("就我一个人", 1),
        ("没有员工", 0),
        ("about eight people", 8),
    ],
)
def test_people_are_counted_as_they_are_typed(typed: str, count: int) -> None:
    assert amounts.count(fold(typed)) == count


@pytest.mark.parametrize("typed", ["14.5", "14-15", "员工14人，兼职3人", "不超过20人", "一家"])
def test_count_that_is_none_is_unclear(typed: str) -> None:
    with pytest.raises(UnclearError):
        amounts.count(fold(typed))


@given(st.integers(amounts.LEAST_PLAIN, int(amounts.MOST["money"])))
def test_any_plain_sum_is_read_back(yuan: int) -> None:
    assert amounts.money(fold(f"{yuan:,}")) == yuan
    assert amounts.money(fold(f"大约{yuan}元")) == yuan


@given(st.text(max_size=60))
def test_any_text_is_read_or_unclear(text: str) -> None:
    for read in (amounts.money, amounts.area, amounts.count):
        try:
            assert read(fold(text)) >= 0
        except UnclearError as unclear:
            assert unclear.key  # noqa: PT017 - nothing else may be raised
