"""Public holidays by their names, asked on Wednesday, 25 November 2026."""

from datetime import date

import pytest

from bot.answering.moment import Grain
from tests.bot.answering.times import at, days_of, found


@pytest.mark.parametrize(
    ("text", "name", "first", "last"),
    [
        ("元旦", "new-year", "2027-01-01", "2027-01-03"),
        ("New Year's Day", "new-year", "2027-01-01", "2027-01-03"),
        ("over the new year", "new-year", "2027-01-01", "2027-01-03"),
        ("春节", "spring-festival", "2027-02-05", "2027-02-10"),
        ("过年", "spring-festival", "2027-02-05", "2027-02-10"),
        ("明年春节", "spring-festival", "2027-02-05", "2027-02-10"),
        ("Spring Festival", "spring-festival", "2027-02-05", "2027-02-10"),
        ("Chinese New Year", "spring-festival", "2027-02-05", "2027-02-10"),
        ("清明", "tomb-sweeping", "2027-04-03", "2027-04-05"),
        ("五一", "labour", "2027-05-01", "2027-05-04"),
        ("Labour Day", "labour", "2027-05-01", "2027-05-04"),
        ("端午节", "dragon-boat", "2027-06-09", "2027-06-09"),
        ("中秋", "mid-autumn", "2027-09-15", "2027-09-15"),
        ("国庆", "national", "2027-10-01", "2027-10-05"),
        ("十一长假", "national", "2027-10-01", "2027-10-05"),
        ("National Day", "national", "2027-10-01", "2027-10-05"),
    ],
)
def test_holiday_is_found_with_its_days(text: str, name: str, first: str, last: str) -> None:
    moment = found(f"食堂{text}开吗" if text[0] > "z" else f"is the canteen open {text}")
    assert (moment.grain, moment.holiday) == (Grain.HOLIDAY, name)
    assert days_of(text) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["节假日", "放假的时候", "公休", "public holidays", "bank holiday"])
def test_any_holiday_has_no_days(text: str) -> None:
    moment = found(text)
    assert (moment.grain, moment.holiday, moment.first) == (Grain.HOLIDAY, "any", None)


def test_holiday_keeps_its_part_of_the_day() -> None:
    moment = found("国庆晚上食堂开吗")
    assert (moment.grain, moment.part, moment.part_text) == (Grain.HOLIDAY, (1080, 1440), "晚上")


def test_holiday_that_is_on_is_this_one() -> None:
    assert days_of("国庆", at("2026-10-03 10:00")) == (date(2026, 10, 1), date(2026, 10, 7))


def test_date_goes_before_a_holiday() -> None:
    moment = found("元旦前1月5号开吗")
    assert (moment.grain, moment.first) == (Grain.DAY, date(2027, 1, 5))


def test_now_goes_before_a_holiday() -> None:
    assert found("现在放假吗").grain is Grain.NOW


def test_friday_all_day_is_not_the_first_of_may() -> None:
    assert found("周五一天都开吗").grain is Grain.WEEKDAY
