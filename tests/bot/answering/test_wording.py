"""Values put into words."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering import wording
from bot.knowledge.hours import OpeningHours
from bot.languages import Language
from bot.messages.texts import texts_in

ZH, EN = texts_in(Language.ZH), texts_in(Language.EN)
TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("amount", "zh", "en"),
    [
        ("0.5", "0.5 元", "CNY 0.5"),
        ("1.0", "1 元", "CNY 1"),
        ("25", "25 元", "CNY 25"),
        ("1800", "1,800 元", "CNY 1,800"),
        ("9999", "9,999 元", "CNY 9,999"),
        ("10000", "1 万元", "CNY 10,000"),
        ("25000", "2.5 万元", "CNY 25,000"),
        ("65700", "65,700 元", "CNY 65,700"),
        ("200000", "20 万元", "CNY 200,000"),
        ("100000000", "10,000 万元", "CNY 100,000,000"),
    ],
)
def test_money_is_in_myriads_where_chinese_counts_so(amount: str, zh: str, en: str) -> None:
    assert wording.money(ZH, Decimal(amount)) == zh
    assert wording.money(EN, Decimal(amount)) == en


@given(st.decimals(0, 10**12, places=2))
def test_number_loses_nothing_but_needless_zeros(value: Decimal) -> None:
    text = wording.number(value)
    assert Decimal(text.replace(",", "")) == value
    assert "." not in text or text[-1] not in "0."


@pytest.mark.parametrize(
    ("day", "zh", "en"),
    [
        (date(2026, 11, 27), "11月27日（周五）", "Friday, 27 November"),
        (date(2027, 1, 3), "2027年1月3日（周日）", "Sunday, 3 January 2027"),
        (datetime(2026, 12, 7, 9, 5), "12月7日（周一）", "Monday, 7 December"),  # noqa: DTZ001 - its date matters
    ],
)
def test_day_has_its_weekday_and_another_year(day: date, zh: str, en: str) -> None:
    assert wording.day(ZH, day, TODAY) == zh
    assert wording.day(EN, day, TODAY) == en


@pytest.mark.parametrize(
    ("hours", "zh", "en"),
    [
        ("24h", "全天 24 小时开放", "open 24 hours a day"),
        ("09:00-23:00", "每天 09:00–23:00", "every day 09:00–23:00"),
        (
            "Mon-Fri 08:00-20:00; Sat-Sun 10:00-18:00",
            "周一至周五 08:00–20:00；周末 10:00–18:00",
            "Monday to Friday 08:00–20:00; weekends 10:00–18:00",
        ),
        (
            "Mon, Wed 09:00-12:00; Sun 20:00-24:00",
            "周一 09:00–12:00；周三 09:00–12:00；周日 20:00–24:00；周二、周四至周六不开",
            "Monday 09:00–12:00; Wednesday 09:00–12:00; Sunday 20:00–24:00; closed on Tuesday, Thursday to Saturday",
        ),
        (
            "Sat 18:00-02:00",
            "周六 18:00–02:00；周一至周五、周日不开",
            "Saturday 18:00–02:00; closed on Monday to Friday, Sunday",
        ),
    ],
)
def test_week_puts_days_with_the_same_hours_together(hours: str, zh: str, en: str) -> None:
    assert wording.week(ZH, OpeningHours.parse(hours)) == zh
    assert wording.week(EN, OpeningHours.parse(hours)) == en


@pytest.mark.parametrize(
    ("rule", "zh", "en"),
    [
        ("FREQ=WEEKLY;BYDAY=TU,TH", "每周二、周四", "every Tuesday, Thursday"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "每 2 周一次，周三", "every 2 weeks on Wednesday"),
        ("FREQ=MONTHLY;BYDAY=1MO", "每月第一个周一", "the first Monday of every month"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "每月最后一个周五", "the last Friday of every month"),
        ("FREQ=MONTHLY;BYDAY=-2FR", "", ""),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO", "", ""),
        ("FREQ=WEEKLY;BYDAY=TU;COUNT=3", "", ""),
        ("FREQ=DAILY", "", ""),
        ("", "", ""),
    ],
)
def test_recurrence_is_told_where_there_are_words_for_it(rule: str, zh: str, en: str) -> None:
    assert wording.recurrence(ZH, rule) == zh
    assert wording.recurrence(EN, rule) == en


def test_unit_without_words_is_shown_as_it_is() -> None:
    assert (wording.per(ZH, "hour"), wording.per(ZH, "kitten")) == ("每小时", "每kitten")
    assert (wording.per(EN, "hour"), wording.per(EN, "kitten")) == ("per hour", "per kitten")


def test_lines_leave_out_what_is_not_there() -> None:
    assert wording.lines(["a", None, "", "b"]) == "a\nb"
