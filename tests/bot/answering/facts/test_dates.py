"""Days that staff changed by hand, in words; asked on Wednesday, 25 November 2026 at 10:00."""

import pytest

from bot.agenda import Changed, Occurrence
from bot.answering import browsing, listing
from bot.answering.facts.table import tell
from bot.knowledge.kinds import Programme
from bot.languages import Language
from bot.messages import callbacks
from tests.bot.answering.facts.views import EN, WEDNESDAY, ZH, view
from tests.bot.answering.times import at
from tests.bot.records import event, facility, programme

HALL = facility(id="hall", name={"zh": "路演厅", "en": "Roadshow hall"}, where={"zh": "1号楼", "en": "Building 1"})
LAB = facility(id="lab", name={"zh": "硬功馆", "en": "Lab"})
MENTORS = programme(rrule="FREQ=MONTHLY;BYDAY=-1FR", place="hall")
ONCE = programme(place="hall")


def changed(original: str, starts: str, ends: str, *, place: str = "hall", cancelled: bool = False) -> Changed:
    begins, over, by_rule = (at(f"2026-{moment}") for moment in (starts, ends, original))
    return {("programme", "mentors"): [Occurrence(begins, over, by_rule, place, cancelled)]}


NEXT_MOVED = changed("11-27 13:30", "12-01 14:00", "12-01 16:00")
NEXT_CANCELLED = changed("11-27 13:30", "11-27 13:30", "11-27 17:30", cancelled=True)
CHRISTMAS_MOVED = changed("12-25 13:30", "12-29 14:00", "12-29 16:00")
CHRISTMAS_CANCELLED = changed("12-25 13:30", "12-25 13:30", "12-25 17:30", cancelled=True)
NEXT_RELOCATED = changed("11-27 13:30", "11-27 13:30", "11-27 17:30", place="lab")
RULE = "每月最后一个周五举行。"


def told(
    aspect: str, dates: Changed, text: str = "", language: Language = ZH, record: Programme = MENTORS
) -> list[str]:
    answer = tell(record, aspect, view([HALL, LAB, record], language, text, WEDNESDAY, changed=dates))
    return (answer or "").splitlines()


@pytest.mark.parametrize(
    ("dates", "text", "expected"),
    [
        (NEXT_MOVED, "", ["12月1日（周二） 14:00–16:00", RULE]),
        (NEXT_MOVED, "12月", ["12月1日（周二） 14:00–16:00", "12月25日（周五） 13:30–17:30", RULE]),
        (NEXT_MOVED, "12月1日", ["12月1日（周二） 14:00–16:00", RULE]),
        (NEXT_MOVED, "这周五", ["11月27日（周五）那次改期了。", "12月1日（周二） 14:00–16:00", RULE]),
        (CHRISTMAS_MOVED, "", ["11月27日（周五） 13:30–17:30", RULE]),
        (CHRISTMAS_MOVED, "12月29日", ["12月29日（周二） 14:00–16:00", RULE]),
        (CHRISTMAS_MOVED, "12月25日", ["12月25日（周五）那次改期了。", "12月29日（周二） 14:00–16:00", RULE]),
        (NEXT_CANCELLED, "", ["12月25日（周五） 13:30–17:30", RULE]),
        (
            NEXT_CANCELLED,
            "这周五",
            ["11月27日（周五）那次取消了。", "下一次：12月25日（周五） 13:30–17:30", RULE],
        ),
        (
            CHRISTMAS_CANCELLED,
            "12月25日上午",
            ["12月25日（周五）那次取消了。", "下一次：11月27日（周五） 13:30–17:30", RULE],
        ),
        (CHRISTMAS_CANCELLED, "12月24日", ["12月24日没有安排。", "下一次：11月27日（周五） 13:30–17:30", RULE]),
    ],
)
def test_date_is_the_one_that_staff_made_it(dates: Changed, text: str, expected: list[str]) -> None:
    assert told("when", dates, text) == expected


@pytest.mark.parametrize(
    ("dates", "text", "expected"),
    [
        (NEXT_MOVED, "", ["Tuesday, 1 December, 14:00–16:00"]),
        (
            NEXT_MOVED,
            "this friday",
            ["The one on Friday, 27 November was moved to another time.", "Tuesday, 1 December, 14:00–16:00"],
        ),
        (
            CHRISTMAS_CANCELLED,
            "on 25 december",
            ["The one on Friday, 25 December was cancelled.", "Next time: Friday, 27 November, 13:30–17:30"],
        ),
    ],
)
def test_date_is_told_in_english(dates: Changed, text: str, expected: list[str]) -> None:
    assert told("when", dates, text, EN) == [*expected, "Held the last Friday of every month."]


def test_cancelled_day_of_what_takes_place_once_is_told() -> None:
    assert told("when", NEXT_CANCELLED, record=ONCE) == ["11月27日（周五）那次取消了。", "暂时没有新的安排。"]
    assert told("deadline", NEXT_CANCELLED, record=ONCE) == ["11月27日（周五）那次取消了。"]
    assert told("place", NEXT_CANCELLED, record=ONCE) == ["11月27日（周五）那次取消了。"]


@pytest.mark.parametrize(
    ("dates", "text", "expected"),
    [
        (NEXT_MOVED, "", ["报名截止：11月28日（周六） 18:00（12月1日（周二）那场，提前 3 天截止）。"]),
        (
            CHRISTMAS_MOVED,
            "12月25日",
            [
                "12月25日（周五）那次改期了。",
                "报名截止：12月26日（周六） 18:00（12月29日（周二）那场，提前 3 天截止）。",
            ],
        ),
        (
            CHRISTMAS_CANCELLED,
            "12月25日",
            [
                "12月25日（周五）那次取消了。",
                "报名截止：2027年1月26日（周二） 18:00（2027年1月29日（周五）那场，提前 3 天截止）。",
            ],
        ),
        (
            NEXT_CANCELLED,
            "",
            ["报名截止：12月22日（周二） 18:00（12月25日（周五）那场，提前 3 天截止）。"],
        ),
    ],
)
def test_deadline_follows_the_day(dates: Changed, text: str, expected: list[str]) -> None:
    assert told("deadline", dates, text) == expected


@pytest.mark.parametrize(
    ("dates", "text", "expected"),
    [
        (NEXT_MOVED, "", ["路演厅（1号楼）"]),
        (NEXT_RELOCATED, "", ["11月27日（周五）在硬功馆"]),
        (NEXT_RELOCATED, "12月", ["路演厅（1号楼）"]),
        (NEXT_RELOCATED, "今年", ["11月27日（周五）在硬功馆", "12月25日（周五）在路演厅（1号楼）"]),
        (CHRISTMAS_MOVED, "12月25日", ["12月25日（周五）那次改期了。", "12月29日（周二）在路演厅（1号楼）"]),
        (CHRISTMAS_CANCELLED, "12月25日", ["12月25日（周五）那次取消了。", "11月27日（周五）在路演厅（1号楼）"]),
        (changed("11-27 13:30", "11-27 13:30", "11-27 17:30", place="gone"), "", []),
    ],
)
def test_place_is_that_of_the_day(dates: Changed, text: str, expected: list[str]) -> None:
    assert told("place", dates, text) == expected


def test_place_of_the_day_is_told_in_english() -> None:
    assert told("place", NEXT_RELOCATED, language=EN) == ["Lab on Friday, 27 November"]


def test_card_tells_the_day_and_its_place() -> None:
    elsewhere = changed("11-27 13:30", "12-01 14:00", "12-01 16:00", place="lab")
    assert told("overview", elsewhere)[:3] == [
        "12月1日（周二） 14:00–16:00",
        RULE,
        "地点：12月1日（周二）在硬功馆",
    ]


def listed(dates: Changed, text: str) -> list[str]:
    talk = event(starts="2026-12-26 14:00", ends="2026-12-26 16:00")
    message, _ = listing.events(view([talk, MENTORS], ZH, text, changed=dates))
    return [line for line in message.text.splitlines() if line.startswith("· ")]


def test_list_has_days_where_they_are_now_in_order() -> None:
    talk = "· 讲座：12月26日（周六） 14:00–16:00"
    assert listed({}, "12月") == ["· 问诊：12月25日（周五） 13:30–17:30", talk]
    assert listed(CHRISTMAS_MOVED, "12月") == [talk, "· 问诊：12月29日（周二） 14:00–16:00"]
    assert listed(CHRISTMAS_CANCELLED, "12月") == [talk]
    assert listed(NEXT_CANCELLED, "11月") == [talk]  # there is none, and this one is next


def test_way_to_sign_up_goes_with_the_last_day() -> None:
    def ways(dates: Changed) -> list[str]:
        card = browsing.card(view([HALL, ONCE], ZH, changed=dates), "programme", "mentors")
        assert card
        return [one.data for row in card.message.buttons for one in row if one.data.startswith(callbacks.MENTOR)]

    assert ways({}) == [callbacks.pack(callbacks.MENTOR, "open", "mentors")]
    assert ways(NEXT_CANCELLED) == []
