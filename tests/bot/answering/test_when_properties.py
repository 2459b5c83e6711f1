"""The time grammar against dates computed in another way, and against texts that nobody wrote."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from dateutil.relativedelta import FR, MO, SA, SU, TH, TU, WE, relativedelta
from hypothesis import example, given
from hypothesis import strategies as st

from bot.answering.moment import Grain
from bot.answering.text import fold
from bot.answering.when import find
from tests.bot.answering.times import ZONE, days_of, found

Write = Callable[[date], str]
WEEKDAYS = (MO, TU, WE, TH, FR, SA, SU)
CHINESE_DIGITS = "零一二三四五六七八九"
DAYS = st.dates(date(2024, 1, 1), date(2029, 12, 31))
NOWS = st.builds(datetime.combine, DAYS, st.times(), st.just(ZONE))


def in_chinese(number: int) -> str:
    """A number from 1 to 99 as it is read."""
    tens, ones = divmod(number, 10)
    lead = "" if tens == 0 else "十" if tens == 1 else f"{CHINESE_DIGITS[tens]}十"
    return lead + (CHINESE_DIGITS[ones] if ones else "")


WITH_YEAR: dict[str, Write] = {
    "iso": lambda day: day.isoformat(),
    "slashes": lambda day: f"{day:%Y/%m/%d}",
    "chinese": lambda day: f"{day.year}年{day.month}月{day.day}日",
    "part of the day": lambda day: f"{day.year}年{day.month}月{day.day}号下午",
    "characters": lambda day: f"食堂{day.year}年{in_chinese(day.month)}月{in_chinese(day.day)}日开吗",
    "month first": lambda day: f"{day:%B} {day.day}, {day.year}",
    "short month": lambda day: f"{day.day} {day:%b} {day.year}",
    "ordinal": lambda day: f"the {day.day}th of {day:%B} {day.year}",
}
WITHOUT_YEAR: dict[str, Write] = {
    "chinese": lambda day: f"{day.month}月{day.day}日",
    "characters": lambda day: f"{in_chinese(day.month)}月{in_chinese(day.day)}号",
    "month first": lambda day: f"{day:%B} {day.day}",
    "short month": lambda day: f"{day.day} {day:%b}",
}


@given(DAYS, NOWS)
@pytest.mark.parametrize("write", WITH_YEAR.values(), ids=WITH_YEAR)
def test_date_with_its_year_is_found_however_it_is_written(write: Write, day: date, now: datetime) -> None:
    assert days_of(write(day), now) == (day, day)


@given(DAYS.filter(lambda day: (day.month, day.day) != (2, 29)), NOWS)
@pytest.mark.parametrize("write", WITHOUT_YEAR.values(), ids=WITHOUT_YEAR)
def test_date_without_a_year_is_the_one_that_comes(write: Write, day: date, now: datetime) -> None:
    named = [day.replace(year=year) for year in (now.year, now.year + 1)]
    coming = min(one for one in named if one >= now.date())
    assert days_of(write(day), now) == (coming, coming)


@given(NOWS, st.integers(0, 6), st.sampled_from([("这周", 0), ("下周", 1), ("下个星期", 1), ("下下周", 2)]))
def test_weekday_of_a_named_week_lies_in_that_week(now: datetime, weekday: int, week: tuple[str, int]) -> None:
    words, ahead = week
    monday = now.date() + relativedelta(weekday=MO(-1), weeks=ahead)
    assert days_of(f"{words}{'一二三四五六日'[weekday]}", now)[0] == monday + timedelta(days=weekday)


@given(NOWS, st.integers(0, 6))
def test_bare_weekday_is_today_or_the_next_one(now: datetime, weekday: int) -> None:
    coming = now.date() + relativedelta(weekday=WEEKDAYS[weekday](+1))
    assert days_of(f"周{'一二三四五六日'[weekday]}", now)[0] == coming
    assert days_of(f"on {coming:%A}", now)[0] == coming
    assert days_of(f"on {coming:%a}", now)[0] == coming


@given(NOWS, st.integers(0, 6))
def test_next_weekday_is_that_of_the_next_calendar_week(now: datetime, weekday: int) -> None:
    year, week, _ = (now.date() + timedelta(weeks=1)).isocalendar()
    expected = date.fromisocalendar(year, week, weekday + 1)
    assert days_of(f"next {expected:%A}", now) == (expected, expected)


@given(NOWS, st.integers(1, 12), st.integers(0, 6))
def test_last_weekday_of_a_month_has_none_after_it(now: datetime, month: int, weekday: int) -> None:
    day = found(f"{month}月最后一个周{'一二三四五六日'[weekday]}", now).first
    assert day is not None
    assert (day.month, day.weekday()) == (month, weekday)
    assert (day + timedelta(weeks=1)).month != month
    assert found(f"the last {day:%A} of {day:%B}", now).first == day


@given(NOWS, st.integers(1, 99))
def test_days_from_now_are_counted(now: datetime, count: int) -> None:
    expected = now.date() + timedelta(days=count)
    assert days_of(f"{count}天后", now) == (expected, expected)
    assert days_of(f"{in_chinese(count)}天后", now) == (expected, expected)
    assert days_of(f"in {count} days", now) == (expected, expected)


@given(NOWS, st.integers(0, 1439))
def test_clock_of_24_hours_is_read_as_it_stands(now: datetime, minute: int) -> None:
    clock = f"{minute // 60:02}:{minute % 60:02}"
    assert found(f"明天{clock}", now).at == minute


@given(NOWS, st.times().map(lambda one: one.replace(second=0, microsecond=0)))
def test_clock_of_12_hours_is_read_with_am_and_pm(now: datetime, clock: time) -> None:
    assert found(f"tomorrow {clock:%I:%M %p}", now).at == clock.hour * 60 + clock.minute


TEXTS = st.text(max_size=60) | st.text(
    "一二三四五六七八九十两点半刻周星期下上这个本月日号年天后前底初末晚早中午0123456789:/-~ ", max_size=30
)
ENGLISH = """next last this friday sat sun may march december 31 30th 0 24:00 13pm quarter to past half at in on the of
first weekend monday and week month year before by end 99 one days weeks noon tonight holiday christmas"""
WORDS = st.lists(st.sampled_from(ENGLISH.split()), max_size=12).map(" ".join)


@given(TEXTS | WORDS, NOWS)
@example("0月0日", datetime(2026, 1, 1, tzinfo=ZONE))
@example("9999999天后", datetime(2026, 1, 1, tzinfo=ZONE))
@example("²月三日", datetime(2026, 1, 1, tzinfo=ZONE))
def test_any_text_names_a_sensible_time_or_none(text: str, now: datetime) -> None:
    folded = fold(text)
    moment = find(folded, now)
    if moment is None:
        return
    assert moment.text
    assert all(0 <= start < end <= len(folded) for start, end in moment.spans)
    assert (moment.first is None) == (moment.end is None)
    assert moment.first is None or moment.end is None or moment.first < moment.end
    assert moment.at is None or 0 <= moment.at < 2880
    assert moment.part is None or 0 <= moment.part[0] < moment.part[1] <= 1440
    assert moment.first is not None or moment.grain in {Grain.NOW, Grain.PART, Grain.HOLIDAY}
