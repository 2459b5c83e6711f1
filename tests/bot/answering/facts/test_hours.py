"""Opening hours in words, for the time that a question names; asked on Wednesday, 25 November 2026 at 10:00."""

import pytest

from bot.answering.facts.hours import hours
from tests.bot.answering.facts.places import BAR_ZH, CAFE_ZH, OFFICE_EN, OFFICE_ZH, told
from tests.bot.answering.facts.views import EN, ZH, view
from tests.bot.records import facility

NEW_YEAR_EN = "The holiday: Friday, 1 January 2027 to Sunday, 3 January 2027, 3 days."


@pytest.mark.parametrize(
    ("place", "now", "text"),
    [
        ("office", "2026-11-25 08:59", "现在不开，不在开放时间。\n下次开放：今天 09:00。"),
        ("office", "2026-11-25 09:00", "现在开着，开到今天 12:00。\n下次开放：今天 13:00。"),
        ("office", "2026-11-25 11:59", "现在开着，开到今天 12:00。\n下次开放：今天 13:00。"),
        ("office", "2026-11-25 12:00", "现在不开，不在开放时间。\n下次开放：今天 13:00。"),
        ("office", "2026-11-25 17:29", "现在开着，开到今天 17:30。"),
        ("office", "2026-11-25 17:30", "现在不开，不在开放时间。\n下次开放：11月26日（周四） 09:00。"),
        ("office", "2026-11-27 18:00", "现在不开，不在开放时间。\n下次开放：11月30日（周一） 09:00。"),
        ("office", "2027-01-01 10:00", "现在不开，不在开放时间。\n下次开放：1月4日（周一） 09:00。"),
        ("cafe", "2027-01-01 10:00", "现在开着，开到今天 20:00。"),
        ("bar", "2026-11-26 23:00", "现在开着，开到明天 02:00。"),
        ("bar", "2026-11-27 01:00", "现在开着，开到今天 02:00。\n下次开放：今天 18:00。"),
        ("bar", "2026-11-27 02:00", "现在不开，不在开放时间。\n下次开放：今天 18:00。"),
        ("lab", "2027-01-01 03:00", "开放，全天 24 小时，周末和夜里也一样。"),
        ("vault", "2026-12-31 03:00", "开放，全天 24 小时，周末和夜里也一样。\n法定节假日不开。"),
        ("vault", "2027-01-01 03:00", "现在不开，不在开放时间。\n下次开放：1月2日（周六） 00:00。"),
    ],
)
def test_now_is_open_from_its_first_minute_to_before_its_last(place: str, now: str, text: str) -> None:
    assert told(place, "现在开着吗", now=now) == text


def test_now_of_days_that_run_on_is_open_until_another_day() -> None:
    place = facility(hours="Mon-Fri 00:00-24:00")
    assert hours(place, view([place], ZH, "现在")) == "现在开着，开到11月27日（周五） 24:00。"
    assert hours(place, view([place], ZH, "现在", "2026-11-27 10:00")) == "现在开着，开到今天 24:00。"
    assert hours(place, view([place], EN, "now")) == "Yes, it is open now, until Friday, 27 November 24:00."


@pytest.mark.parametrize(
    ("place", "asked", "text"),
    [
        ("office", "今天", "开放，11月25日（周三） 09:00–12:00、13:00–17:30。"),
        ("office", "周六", f"不开，11月28日（周六）休息。\n{OFFICE_ZH}"),
        ("office", "元旦当天1月1号", f"不开，2027年1月1日（周五）是法定节假日，休息。\n{OFFICE_ZH}"),
        ("cafe", "1月1号", "开放，2027年1月1日（周五） 08:00–20:00。"),
        ("cafe", "周六晚上", "11月28日（周六） 晚上不开，当天只开 10:00–18:00。"),
        ("cafe", "明天晚上", "开放，11月26日（周四） 08:00–20:00。"),
        ("office", "明天下午", "开放，11月26日（周四） 13:00–17:30。"),
        ("office", "明天中午", "11月26日（周四） 中午不开，当天只开 09:00–12:00、13:00–17:30。"),
        ("bar", "周六凌晨", "开放，11月28日（周六） 18:00–02:00。"),
        ("bar", "周日凌晨", "开放，11月29日（周日） 18:00–02:00。"),
        ("bar", "周日", f"不开，11月29日（周日）休息。\n{BAR_ZH}"),
    ],
)
def test_day_is_told_by_its_own_hours(place: str, asked: str, text: str) -> None:
    assert told(place, asked) == text


@pytest.mark.parametrize(
    ("place", "asked", "text"),
    [
        ("office", "明天早上9点", "开的，11月26日（周四） 09:00 在开放时间 09:00–12:00 内。"),
        ("office", "明天12点", "不开，11月26日（周四） 12:00 不在开放时间。\n下次开放：当天 13:00。"),
        ("office", "周五晚上8点", "不开，11月27日（周五） 20:00 不在开放时间。\n下次开放：11月30日（周一） 09:00。"),
        ("bar", "明天晚上8点", "开的，11月26日（周四） 20:00 开放，到 11月27日（周五） 02:00 结束。"),
        ("bar", "周四晚上12点", "开的，11月27日（周五） 00:00 开放，到 02:00 结束。"),
        ("bar", "周六凌晨一点", "开的，11月28日（周六） 01:00 开放，到 02:00 结束。"),
    ],
)
def test_clock_time_is_told_as_a_moment(place: str, asked: str, text: str) -> None:
    assert told(place, asked) == text


@pytest.mark.parametrize(
    ("place", "asked", "text"),
    [
        ("office", "晚上", f"晚上不开。\n{OFFICE_ZH}"),
        ("cafe", "晚上", "开放，晚上是 08:00–20:00（周六、周日除外）。"),
        ("cafe", "中午", f"中午有时开，看是哪一天：\n{CAFE_ZH}"),
        ("bar", "半夜", "开放，半夜是 18:00–02:00（周一、周二、周三、周四除外）。"),
        ("cafe", "工作日晚上", "开放，工作日晚上是 08:00–20:00。"),
        ("cafe", "周一到周五9点", "开放，周一到周五9点是 08:00–20:00。"),
        ("bar", "周一到周五晚上", "开放，周一到周五晚上是 18:00–02:00（周一、周二、周三除外）。"),
        ("office", "下周晚上", f"下周晚上不开。\n{OFFICE_ZH}"),
    ],
)
def test_part_of_the_day_is_told_for_the_days_that_are_meant(place: str, asked: str, text: str) -> None:
    assert told(place, asked) == text


@pytest.mark.parametrize(
    ("place", "asked", "text"),
    [
        ("office", "", f"{OFFICE_EN}\nClosed on public holidays."),
        ("office", "now", "Yes, it is open now, until 12:00 today.\nIt opens next today at 13:00."),
        ("office", "tomorrow", "Open on Thursday, 26 November: 09:00–12:00, 13:00–17:30."),
        ("office", "on Saturday", f"No, it is closed on Saturday, 28 November.\n{OFFICE_EN}"),
        ("office", "1 January", f"No, it is closed on Friday, 1 January 2027, a public holiday.\n{OFFICE_EN}"),
        ("office", "in the evening", f"No, it is closed then (evening).\n{OFFICE_EN}"),
        (
            "cafe",
            "Saturday evening",
            "No, not then: on Saturday, 28 November it is open 10:00–18:00 only (evening closed).",
        ),
        ("cafe", "at the weekend", "Open:\nSaturday, 28 November 10:00–18:00\nSunday, 29 November 10:00–18:00"),
        ("cafe", "in the evening", "Yes, 08:00–20:00 (evening), but closed on Saturday, Sunday."),
        ("cafe", "tomorrow at 8", "Yes, on Thursday, 26 November 08:00 it is open, 08:00–20:00."),
        ("bar", "now", "No, it is closed now.\nIt opens next on Thursday, 26 November at 18:00."),
        ("bar", "Saturday at 1 am", "Yes, on Saturday, 28 November 01:00 it is open, until 02:00."),
        (
            "office",
            "new year",
            f"No, it is closed on public holidays.\n{NEW_YEAR_EN}\n{OFFICE_EN}",
        ),
        ("lab", "at 3 am", "Yes, it is open 24 hours a day, nights and weekends included."),
    ],
)
def test_english_tells_the_same(place: str, asked: str, text: str) -> None:
    assert told(place, asked, EN) == text
