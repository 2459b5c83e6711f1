"""Opening hours over days and holidays, and in a few words; asked on Wednesday, 25 November 2026 at 10:00."""

import pytest

from bot.answering.facts.hours import brief, hours, opens
from tests.bot.answering.facts.places import BAR_ZH, CAFE_ZH, OFFICE_ZH, PLACES, RECORDS, told
from tests.bot.answering.facts.views import ZH, view
from tests.bot.records import facility


@pytest.mark.parametrize(
    ("place", "asked", "text"),
    [
        ("office", "周末", f"不开，周末休息。\n{OFFICE_ZH}"),
        ("cafe", "周末", "开放：\n11月28日（周六） 10:00–18:00\n11月29日（周日） 10:00–18:00"),
        ("bar", "周末", "开放：\n11月28日（周六） 18:00–02:00\n11月29日（周日） 不开"),
        ("cafe", "周末晚上", f"不开，周末晚上休息。\n{CAFE_ZH}"),
        ("cafe", "周末早上9点半", f"不开，周末早上9点半休息。\n{CAFE_ZH}"),
        ("cafe", "周末上午11点", "开放：\n11月28日（周六） 10:00–18:00\n11月29日（周日） 10:00–18:00"),
        ("office", "下周", f"{OFFICE_ZH}\n法定节假日不开。"),
        ("cafe", "12月", CAFE_ZH),
    ],
)
def test_days_are_told_one_by_one_and_many_by_the_week(place: str, asked: str, text: str) -> None:
    assert told(place, asked) == text


NEW_YEAR_ZH = "假期：2027年1月1日（周五）至2027年1月3日（周日），共 3 天。"


@pytest.mark.parametrize(
    ("place", "asked", "text"),
    [
        ("office", "元旦", f"不开，法定节假日休息。\n{NEW_YEAR_ZH}\n{OFFICE_ZH}"),
        ("office", "元旦晚上", f"不开，法定节假日休息。\n{NEW_YEAR_ZH}\n{OFFICE_ZH}"),
        ("cafe", "元旦", f"开放，节假日照常。\n{NEW_YEAR_ZH}\n{CAFE_ZH}"),
        ("office", "端午", f"不开，2027年6月9日（周三）是法定节假日，休息。\n{OFFICE_ZH}"),
        ("cafe", "端午", "开放，2027年6月9日（周三） 08:00–20:00。"),
        ("office", "节假日", f"不开，法定节假日休息。\n{OFFICE_ZH}"),
        ("cafe", "节假日", f"开放，节假日照常。\n{CAFE_ZH}"),
        ("lab", "春节", "开放，全天 24 小时，周末和夜里也一样。"),
        ("vault", "元旦", f"不开，法定节假日休息。\n{NEW_YEAR_ZH}\n全天 24 小时开放"),
    ],
)
def test_holiday_is_told_with_whether_the_place_closes(place: str, asked: str, text: str) -> None:
    assert told(place, asked) == text


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("office", f"{OFFICE_ZH}\n法定节假日不开。"),
        ("bar", BAR_ZH),
        ("lab", "开放，全天 24 小时，周末和夜里也一样。"),
        ("vault", "开放，全天 24 小时，周末和夜里也一样。\n法定节假日不开。"),
    ],
)
def test_hours_without_a_time_are_those_of_the_week(place: str, text: str) -> None:
    assert told(place, "") == text


def test_hours_that_the_record_lacks_are_none() -> None:
    place = facility()
    assert hours(place, view([place], ZH, "现在")) is None
    assert brief(place, view([place], ZH, "现在")) is None
    assert not opens(place, view([place], ZH, "现在"))


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("现在", "office cafe lab vault"),
        ("周六", "cafe bar lab vault"),
        ("周日晚上", "lab vault"),
        ("周日凌晨", "bar lab vault"),
        ("周六凌晨一点", "bar lab vault"),
        ("晚上", "cafe bar lab vault"),
        ("周末", "cafe bar lab vault"),
        ("节假日", "cafe bar lab"),
        ("1月1号", "cafe bar lab"),
        ("国庆", "cafe bar lab"),
    ],
)
def test_opens_at_some_time_of_the_moment(asked: str, names: str) -> None:
    assert [name for name, place in PLACES.items() if opens(place, view(RECORDS, ZH, asked))] == names.split()


@pytest.mark.parametrize(
    ("place", "asked", "text"),
    [
        ("office", "现在", "09:00–12:00、13:00–17:30"),
        ("office", "明天下午", "13:00–17:30"),
        ("bar", "周日凌晨", "18:00–02:00"),
        ("office", "周末", OFFICE_ZH),
        ("office", "", OFFICE_ZH),
        ("lab", "现在", "全天 24 小时开放"),
    ],
)
def test_brief_hours_are_those_of_the_day_or_the_week(place: str, asked: str, text: str) -> None:
    assert brief(PLACES[place], view(RECORDS, ZH, asked)) == text
