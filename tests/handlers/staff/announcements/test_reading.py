"""What staff type is read as it is meant, or not at all."""

from datetime import date, datetime

import pytest

from bot.languages import Language
from bot.profile.errors import UnclearError
from handlers.staff.announcements import reading
from tests.parks import ZONE

WEDNESDAY = datetime(2026, 11, 25, 10, 0, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("明天9点", "2026-11-26 09:00"),
        ("周一 9:00", "2026-11-30 09:00"),
        ("下周一上午九点半", "2026-11-30 09:30"),
        ("12月1日9点", "2026-12-01 09:00"),
        ("12-01 9:00", "2026-12-01 09:00"),
        ("12.1 9:00", "2026-12-01 09:00"),
        ("2026-12-01 09:00", "2026-12-01 09:00"),
        ("2027年1月4日10:30", "2027-01-04 10:30"),
        ("今晚八点", "2026-11-25 20:00"),
        ("两小时后", "2026-11-25 12:00"),
        ("两个半小时后", "2026-11-25 12:30"),
        ("半小时后发", "2026-11-25 10:30"),
        ("3天后", "2026-11-28 10:00"),
        ("tomorrow 9am", "2026-11-26 09:00"),
        ("Dec 1 at 9:00", "2026-12-01 09:00"),
        ("next Friday 3pm", "2026-12-04 15:00"),
        ("in 2 hours", "2026-11-25 12:00"),
        ("in half an hour", "2026-11-25 10:30"),
        ("three hours later", "2026-11-25 13:00"),
    ],
)
def test_time_is_read_in_both_languages(text: str, meant: str) -> None:
    assert f"{reading.send_time(text, WEDNESDAY):%Y-%m-%d %H:%M}" == meant


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("后天", "clock"),
        ("明天上午", "clock"),
        ("昨天9点", "past"),
        ("尽快", "time"),
        ("", "time"),
        ("下个月1号9点", "time"),  # only the month and the hour are understood
        ("99999999999小时后", "time"),
    ],
)
def test_time_that_is_unclear_is_asked_for_again(text: str, key: str) -> None:
    with pytest.raises(UnclearError) as unclear:
        reading.send_time(text, WEDNESDAY)
    assert unclear.value.key == key


def test_link_has_a_name_in_each_language() -> None:
    rows = reading.links("报名：https://a.cn/x?y=1\n地图 | Map https://b.cn\n\nhttps://c.cn", "查看详情")
    assert [row[0].text for row in rows[Language.ZH]] == ["报名", "地图", "查看详情"]
    assert [row[0].text for row in rows[Language.EN]] == ["报名", "Map", "查看详情"]
    assert [row[0].url for row in rows[Language.EN]] == ["https://a.cn/x?y=1", "https://b.cn", "https://c.cn"]


@pytest.mark.parametrize(
    "text",
    [
        *("", "报名", "报名 a.cn", "报名 http://localhost", "x http://[::1", "a javascript:alert(1)"),
        *("字" * 41 + " https://a.cn", "a https://a.cn/" + "x" * 1000, "\n".join(["a https://a.cn"] * 4)),
    ],
)
def test_what_is_no_link_is_refused(text: str) -> None:
    with pytest.raises(UnclearError):
        reading.links(text, "查看详情")


@pytest.mark.parametrize(
    ("text", "since", "before"),
    [
        ("2026年3月到2026年9月", date(2026, 3, 1), date(2026, 9, 1)),
        ("2026-03-01 到 2026-09-01", date(2026, 3, 1), date(2026, 9, 1)),
        ("2026.3.1-2026.9.1", date(2026, 3, 1), date(2026, 9, 1)),
        ("2026年3月以后入驻", date(2026, 3, 1), None),
        ("2026年1月", date(2026, 1, 1), None),
        ("2025年6月以前", None, date(2025, 6, 1)),
        ("since March 2026", date(2026, 3, 1), None),
        ("before June 2025", None, date(2025, 6, 1)),
        ("March 2026 to June 2026", date(2026, 3, 1), date(2026, 6, 1)),
    ],
)
def test_span_of_moving_in_is_half_open(text: str, since: date | None, before: date | None) -> None:
    assert reading.moved_in(text, WEDNESDAY) == (since, before)


@pytest.mark.parametrize("text", ["", "最近", "2026年9月到2026年3月", "2030年1月以后"])
def test_span_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(UnclearError):
        reading.moved_in(text, WEDNESDAY)
