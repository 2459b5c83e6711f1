"""Events in words; asked on Wednesday, 25 November 2026 at 10:00."""

from typing import Any

import pytest

from bot.answering.facts.table import tell
from tests.bot.answering.facts.views import EN, WEDNESDAY, ZH, view
from tests.bot.records import alliance, event, facility, park

HALL = facility(id="hall", name={"zh": "服务厅", "en": "Service hall"}, where={"zh": "1号楼", "en": "Building 1"})
HOST = {"id": "fox", "name": {"zh": "狐狸公司", "en": "Fox"}}
TALK = event(
    place="hall",
    place_note={"zh": "二楼", "en": "upstairs"},
    seats=80,
    online=True,
    host="fox",
    register_until="2026-11-25 18:00",
    early_bird_until="2026-11-25",
    benefits=[{"zh": "两张票", "en": "2 passes"}],
    free=True,
    summary={"zh": "听听就懂。", "en": "Worth hearing."},
)
RUN = event(
    id="run",
    name={"zh": "夜跑", "en": "Night run"},
    starts="2026-11-24 19:00",
    ends="2026-11-24 20:00",
    rrule="FREQ=WEEKLY;BYDAY=TU,TH",
    price=20,
)
CAMP = event(id="camp", starts="2026-11-28 09:00", ends="2026-11-29 18:00")
RECORDS = (park(service_hall="hall"), HALL, alliance(members=[HOST]), TALK, RUN, CAMP)

EARLY_BIRD_EN = "Early bird until Wednesday, 25 November, that day included."


def told(record: Any, aspect: str, asked: str = "", now: str = WEDNESDAY) -> tuple[str | None, str | None]:
    in_chinese, _, in_english = asked.partition("|")
    return tuple(
        tell(record, aspect, view(RECORDS, language, text, now))
        for language, text in ((ZH, in_chinese), (EN, in_english))
    )  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("aspect", "zh", "en"),
    [
        ("when", "11月26日（周四） 14:00–16:00", "Thursday, 26 November, 14:00–16:00"),
        ("place", "服务厅（1号楼）\n二楼", "Service hall (Building 1)\nupstairs"),
        ("quantity", "名额 80 人。", "80 seats."),
        ("host", "主办方：狐狸公司。", "Hosted by Fox."),
        ("online", "可以线上参加，现场在服务厅。", "You can join online; on site it is at Service hall."),
        ("benefits", "入驻企业可享：两张票。", "Tenants get: 2 passes."),
        ("price", "免费。", "Free of charge."),
        (
            "deadline",
            "今天 18:00 截止报名。\n早鸟优惠到 11月25日（周三），当天也算。",
            f"Sign up by 18:00 today.\n{EARLY_BIRD_EN}",
        ),
    ],
)
def test_fact_of_an_event_is_told(aspect: str, zh: str, en: str) -> None:
    assert told(TALK, aspect) == (zh, en)


@pytest.mark.parametrize(
    ("now", "zh", "en"),
    [
        (
            "2026-11-23 10:00",
            "报名截止：11月25日（周三） 18:00，还有 2 天。\n早鸟优惠到 11月25日（周三），当天也算。",
            f"Sign up by Wednesday, 25 November, 18:00; 2 days left.\n{EARLY_BIRD_EN}",
        ),
        (
            "2026-11-24 23:00",
            "报名截止：11月25日（周三） 18:00，还有 1 天。\n早鸟优惠到 11月25日（周三），当天也算。",
            f"Sign up by Wednesday, 25 November, 18:00; 1 day left.\n{EARLY_BIRD_EN}",
        ),
        (
            "2026-11-26 10:00",
            "报名已截止（11月25日（周三） 18:00）。\n早鸟优惠已于 11月25日（周三）结束。",
            "Registration is closed (Wednesday, 25 November, 18:00).\nThe early bird ended on Wednesday, 25 November.",
        ),
    ],
)
def test_registration_closes_at_its_minute_and_early_birds_after_their_day(now: str, zh: str, en: str) -> None:
    assert told(TALK, "deadline", now=now) == (zh, en)


def test_registration_is_open_in_its_last_minute() -> None:
    assert told(TALK, "deadline", now="2026-11-25 18:00")[0] == (
        "今天 18:00 截止报名。\n早鸟优惠到 11月25日（周三），当天也算。"
    )
    assert told(TALK, "deadline", now="2026-11-25 18:01")[0] == (
        "报名已截止（11月25日（周三） 18:00）。\n早鸟优惠到 11月25日（周三），当天也算。"
    )


@pytest.mark.parametrize(
    ("record", "aspect", "now", "zh", "en"),
    [
        (TALK, "when", "2026-11-23 10:00", "还有 3 天。", "3 days to go."),
        (TALK, "when", "2026-11-25 23:00", "还有 1 天。", "1 day to go."),
        (TALK, "early_bird", "2026-11-20 10:00", "还有 5 天。", "5 days to go."),
    ],
)
def test_days_that_are_left_are_told_where_they_are_asked(record: Any, aspect: str, now: str, zh: str, en: str) -> None:
    asked = told(record, aspect, "离那天还有几天|how many days left", now)
    assert [(one or "").splitlines()[1] for one in asked] == [zh, en]
    assert all(len((one or "").splitlines()) == 1 for one in told(record, aspect, "哪天|when", now))


def test_no_days_are_left_on_the_day() -> None:
    assert told(TALK, "when", "还有几天|how many days left", "2026-11-26 10:00")[0] == "11月26日（周四） 14:00–16:00"


def test_event_over_several_days_is_told_from_its_first_to_its_last() -> None:
    assert told(CAMP, "when") == (
        "11月28日（周六） 09:00 至 11月29日（周日） 18:00",
        "Saturday, 28 November, 09:00 to Sunday, 29 November, 18:00",
    )


def test_event_that_is_over_says_so() -> None:
    assert told(TALK, "when", now="2026-11-26 16:00") == (
        "已经结束，举办日期是 11月26日（周四）。",
        "It is over; it took place on Thursday, 26 November.",
    )


RULE = ("每周二、周四举行。", "Held every Tuesday, Thursday.")


@pytest.mark.parametrize(
    ("asked", "now", "zh"),
    [
        ("", WEDNESDAY, ["11月26日（周四） 19:00–20:00"]),
        ("", "2026-11-26 19:59", ["11月26日（周四） 19:00–20:00"]),
        ("", "2026-11-26 20:00", ["12月1日（周二） 19:00–20:00"]),
        ("下周", WEDNESDAY, ["12月1日（周二） 19:00–20:00", "12月3日（周四） 19:00–20:00"]),
        ("这周", WEDNESDAY, ["11月26日（周四） 19:00–20:00"]),
        ("这周", "2026-11-24 21:00", ["11月24日（周二） 19:00–20:00", "11月26日（周四） 19:00–20:00"]),
        ("周四晚上", WEDNESDAY, ["11月26日（周四） 19:00–20:00"]),
        ("周四早上", WEDNESDAY, ["周四早上没有安排。", "下一次：11月26日（周四） 19:00–20:00"]),
        ("周五", WEDNESDAY, ["周五没有安排。", "下一次：11月26日（周四） 19:00–20:00"]),
    ],
)
def test_recurring_event_is_told_in_the_time_asked_about(asked: str, now: str, zh: list[str]) -> None:
    assert told(RUN, "when", asked, now)[0] == "\n".join([*zh, RULE[0]])


def test_recurring_event_is_told_in_english() -> None:
    assert told(RUN, "when", "|next week")[1] == (
        f"Tuesday, 1 December, 19:00–20:00\nThursday, 3 December, 19:00–20:00\n{RULE[1]}"
    )
    assert told(RUN, "when", "|on Friday")[1] == (
        f"Nothing is planned then (on friday).\nNext time: Thursday, 26 November, 19:00–20:00\n{RULE[1]}"
    )


def test_long_time_lists_but_the_first_dates() -> None:
    lines = (told(RUN, "when", "明年")[0] or "").splitlines()
    assert lines[0] == "2027年1月5日（周二） 19:00–20:00"
    assert len(lines) == 7


def test_online_event_without_a_place_is_online_only() -> None:
    assert told(event(online=True), "online") == ("可以线上参加。", "You can join online.")


@pytest.mark.parametrize("aspect", ["place", "quantity", "deadline", "early_bird", "host", "online", "benefits"])
def test_fact_that_the_event_lacks_is_none(aspect: str) -> None:
    assert told(RUN, aspect) == (None, None)


def test_card_tells_time_place_summary_and_deadline() -> None:
    assert told(TALK, "overview")[0] == (
        "11月26日（周四） 14:00–16:00\n地点：服务厅（1号楼）\n二楼\n听听就懂。\n今天 18:00 截止报名。\n"
        "早鸟优惠到 11月25日（周三），当天也算。"
    )
    assert told(RUN, "overview")[1] == f"Thursday, 26 November, 19:00–20:00\n{RULE[1]}"
