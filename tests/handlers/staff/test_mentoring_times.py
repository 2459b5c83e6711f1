"""From when to when, as staff type it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.profile.errors import UnclearError
from handlers.staff.mentoring_times import span

NOW = datetime(2026, 11, 30, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
LENGTH = timedelta(hours=4)


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("12月30日 14:00", "12-30 14:00", "12-30 18:00"),
        ("2026-12-30 14:00", "12-30 14:00", "12-30 18:00"),
        ("2026-12-30 13:30-17:30", "12-30 13:30", "12-30 17:30"),
        ("2026年12月30日13点30分至17点30分", "12-30 13:30", "12-30 17:30"),
        ("12月30日下午2点到5点", "12-30 14:00", "12-30 17:00"),
        ("下周三13:30到17:30", "12-09 13:30", "12-09 17:30"),
        ("12.30 13:30－17:30", "12-30 13:30", "12-30 17:30"),
        ("12-30 14:00", "12-30 14:00", "12-30 18:00"),
        ("12/30 13:30~17:30。", "12-30 13:30", "12-30 17:30"),
        ("明天9点", "12-01 09:00", "12-01 13:00"),
        ("12月30日 22:00-01:00", "12-30 22:00", "12-31 01:00"),
        ("30 December 14:00", "12-30 14:00", "12-30 18:00"),
        ("Dec 30 1:30pm to 5:30pm", "12-30 13:30", "12-30 17:30"),
        ("December 30 13:30–17:30", "12-30 13:30", "12-30 17:30"),
    ],
)
def test_times_are_read_as_they_are_typed(text: str, starts: str, ends: str) -> None:
    assert tuple(f"{one:%m-%d %H:%M}" for one in span(text, NOW, LENGTH)) == (starts, ends)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("随便", "time"),
        ("", "time"),
        ("2026-02-30 14:00", "time"),
        ("12月32日 14:00", "time"),
        ("明天", "clock"),
        ("2026-12-30", "clock"),
        ("2026-11-01 14:00", "past"),
        ("2026-12-30 14:00-13:30", "order"),
    ],
)
def test_what_is_unclear_says_why(text: str, key: str) -> None:
    with pytest.raises(UnclearError) as unclear:
        span(text, NOW, LENGTH)
    assert unclear.value.key == key


@given(st.text(max_size=40) | st.text(alphabet="0123456789-:至到月日 点半~", max_size=30))
def test_any_text_is_a_time_to_come_or_unclear(text: str) -> None:
    try:
        starts, ends = span(text, NOW, LENGTH)
    except UnclearError:
        return
    assert NOW < starts < ends <= starts + timedelta(hours=12)
