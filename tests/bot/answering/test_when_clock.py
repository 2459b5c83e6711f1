"""Times of the day, asked on Wednesday, 25 November 2026 at 10:00."""

from datetime import date

import pytest

from bot.answering.moment import DAY, Grain
from tests.bot.answering.times import NOW, at, found

TODAY, TOMORROW = date(2026, 11, 25), date(2026, 11, 26)


def minute(clock: str) -> int:
    hour, _, rest = clock.partition(":")
    return int(hour) * 60 + int(rest)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("晚上8点", "20:00"),
        ("晚上八点", "20:00"),
        ("晚上八点半", "20:30"),
        ("下午3点一刻", "15:15"),
        ("下午三点三刻", "15:45"),
        ("上午十点十五分", "10:15"),
        ("下午3点05分", "15:05"),
        ("八点零五", "20:05"),
        ("下午一点", "13:00"),
        ("中午一点", "13:00"),
        ("中午十一点半", "11:30"),
        ("中午12点", "12:00"),
        ("午饭1点", "13:00"),
        ("凌晨一点", "1:00"),
        ("凌晨12点", "0:00"),
        ("早上八点钟", "8:00"),
        ("晚上12点", "24:00"),
        ("晚上十二点半", "24:30"),
        ("晚上1点半", "25:30"),
        ("24点", "24:00"),
        ("晚上8:30", "20:30"),
        ("下午2：05", "14:05"),
        ("20点", "20:00"),
        ("十一点", "11:00"),
        ("二十一点", "21:00"),
        ("12点半", "12:30"),
        ("8点到10:30", "20:00"),
        ("7:50pm", "19:50"),
        ("7:50 p.m.", "19:50"),
        ("7pm", "19:00"),
        ("seven pm", "19:00"),
        ("7.30 pm", "19:30"),
        ("12am", "0:00"),
        ("12pm", "12:00"),
        ("11 a.m.", "11:00"),
        ("19:50", "19:50"),
        ("03:30", "3:30"),
        ("half past eight in the evening", "20:30"),
        ("half past 8 pm", "20:30"),
        ("quarter to nine at night", "20:45"),
        ("a quarter past ten in the morning", "10:15"),
        ("at 8 in the evening", "20:00"),
        ("tonight at 1 am", "25:00"),
        ("noon at 1 o'clock", "13:00"),
    ],
)
def test_clock_is_found(text: str, clock: str) -> None:
    moment = found(text)
    assert moment.at == minute(clock)
    assert (moment.first, moment.end) == (TODAY, TODAY + DAY)


@pytest.mark.parametrize("text", ["8点半", "八点半", "8:30", "half past eight", "at half past 8", "半小时后8点半见"])
def test_hour_that_has_passed_is_that_of_the_evening(text: str) -> None:
    assert found(text, at("2026-11-25 08:30")).at == minute("8:30")
    assert found(text, at("2026-11-25 08:31")).at == minute("20:30")


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("明天3点", "15:00"),
        ("tomorrow at 3", "15:00"),
        ("明天8点", "8:00"),
        ("tomorrow at 8", "8:00"),
        ("open tomorrow until eight?", "8:00"),
        ("明天03:00", "3:00"),
    ],
)
def test_small_hour_of_another_day_is_that_of_the_afternoon(text: str, clock: str) -> None:
    moment = found(text)
    assert (moment.first, moment.at) == (TOMORROW, minute(clock))


@pytest.mark.parametrize(
    ("text", "day", "part", "clock"),
    [
        ("今晚", TODAY, "晚上", None),
        ("tonight", TODAY, "evening", None),
        ("this morning", TODAY, "morning", None),
        ("明早", TOMORROW, "morning", None),
        ("明晚八点", TOMORROW, "晚上", "20:00"),
        ("明天下午两点", TOMORROW, "下午", "14:00"),
        ("tomorrow afternoon", TOMORROW, "下午", None),
        ("周五晚", date(2026, 11, 27), "晚上", None),
        ("下周五早9点", date(2026, 12, 4), "morning", "9:00"),
        ("Friday evening", date(2026, 11, 27), "evening", None),
        ("next Monday morning at 9", date(2026, 11, 30), "morning", "9:00"),
        ("27号晚上七点", date(2026, 11, 27), "晚上", "19:00"),
    ],
)
def test_day_and_time_of_day_go_together(text: str, day: date, part: str, clock: str | None) -> None:
    moment = found(text)
    assert moment.first == day
    assert moment.part == found(part).part
    assert moment.at == (minute(clock) if clock else None)


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("周五九点", 27, "9:00"),
        ("周五十一点半", 27, "11:30"),
        ("周二十点", 1, "10:00"),
        ("星期天八点", 29, "8:00"),
        ("周三五点半", 25, "17:30"),
        ("周五二十点", 27, "20:00"),
        ("十二月一号十点", 1, "10:00"),
    ],
)
def test_number_of_a_day_is_none_of_the_clock(text: str, day: int, clock: str) -> None:
    moment = found(text)
    assert moment.first is not None
    assert (moment.first.day, moment.at) == (day, minute(clock))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("早餐", (300, 630)),
        ("lunch", (630, 870)),
        ("晚饭", (990, 1260)),
        ("中午", (720, 780)),
        ("noon", (720, 780)),
        ("lunch break", (720, 780)),
        ("半夜", (0, 300)),
        ("midnight", (0, 300)),
        ("上午", (300, 720)),
        ("in the morning", (300, 720)),
        ("下午", (720, 1080)),
        ("傍晚", (1020, 1200)),
        ("晚上", (1080, 1440)),
        ("at night", (1080, 1440)),
        ("after work", (1080, 1440)),
    ],
)
def test_part_of_the_day_alone_is_of_no_certain_day(text: str, part: tuple[int, int]) -> None:
    moment = found(text)
    assert (moment.grain, moment.part, moment.first, moment.at) == (Grain.PART, part, None, None)


@pytest.mark.parametrize(
    "text", ["现在", "现在几点", "目前开着吗", "right now", "is it open at the moment", "今天现在"]
)
def test_now_is_now(text: str) -> None:
    assert found(text).grain is Grain.NOW


@pytest.mark.parametrize("text", ["山外咖啡还在营业吗", "食堂还开着没", "is the café still open?"])
def test_what_is_still_open_is_asked_of_now(text: str) -> None:
    assert found(text).grain is Grain.NOW


@pytest.mark.parametrize(
    ("text", "grain"),
    [("周六还开着吗", Grain.WEEKDAY), ("春节还在营业吗", Grain.HOLIDAY), ("晚上还开着吗", Grain.PART)],
)
def test_what_is_still_open_at_a_time_that_is_named_is_asked_of_that(text: str, grain: Grain) -> None:
    assert found(text).grain is grain


def test_now_beside_a_clock_time_is_that_time() -> None:
    moment = found("现在订晚上8点的会议室")
    assert (moment.grain, moment.first, moment.at) == (Grain.DAY, TODAY, minute("20:00"))


def test_a_little_after_a_part_of_the_day_is_no_time() -> None:
    assert found("晚上便宜一点吗").at is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("博悟馆周五的晚上开吗", "周五的晚上"),
        ("明天下午两点有空吗", "明天下午两点"),
        ("周五食堂晚上开吗", "周五 晚上"),
        ("is it open on Friday at 8 in the evening", "on friday at 8 in the evening"),
        ("食堂现在开吗", "现在"),
    ],
)
def test_text_is_what_was_said_of_the_time(text: str, words: str) -> None:
    moment = found(text)
    assert moment.text == words
    assert found(words) == found(found(words).text)


def test_description_names_all_that_was_understood() -> None:
    assert str(found("明晚八点")) == "'明晚八点' 2026-11-26 20:00"
    assert str(found("明天晚上")) == "'明天晚上' 2026-11-26 18:00–24:00"
    assert str(found("本周末")) == "'本周末' 2026-11-28–2026-11-29"
    assert str(found("现在", NOW)) == "'现在'"
