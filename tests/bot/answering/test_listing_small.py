"""Lists of a small park of the tests' own; asked on Wednesday, 25 November 2026 at 10:00."""

import pytest

from bot.answering import listing
from tests.bot.answering.facts.subsidies import AWARD, RENT
from tests.bot.answering.facts.views import ZH, view
from tests.bot.records import event, facility, subsidy


def test_subsidy_that_says_nothing_is_listed_by_its_name() -> None:
    assert listing.subsidies(view([subsidy(), AWARD], ZH))[0].text.splitlines()[1:] == [
        "· 资助",
        "· 资助：最高 20 万元",
    ]


def test_time_without_deadlines_says_so_and_lists_those_to_come() -> None:
    message, records = listing.subsidy_deadlines(view([AWARD, RENT], ZH, "2月截止的补贴"))
    assert records == [AWARD]
    assert message.text.splitlines()[1:] == ["· 资助：12月15日（周二）"]
    assert "2月" in message.text.splitlines()[0]


def test_park_without_events_has_none() -> None:
    over = event(starts="2026-11-01 10:00", ends="2026-11-01 11:00")
    message, records = listing.events(view([over], ZH, "下周有什么活动"))
    assert (message.text, records) == ("下周没有安排活动。", [])


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("这周有什么活动", ["· 讲座：11月26日（周四） 14:00–16:00"]),
        ("今天有什么活动", ["· 晨跑：11月25日（周三） 07:00–08:00"]),
        ("周四上午有什么活动", []),
    ],
)
def test_events_that_have_passed_are_listed_for_today_alone(text: str, rows: list[str]) -> None:
    past = event(id="past", name={"zh": "周会"}, starts="2026-11-24 10:00", ends="2026-11-24 11:00")
    early = event(id="early", name={"zh": "晨跑"}, starts="2026-11-25 07:00", ends="2026-11-25 08:00")
    listed = [
        line for line in listing.events(view([past, early, event()], ZH, text))[0].text.splitlines() if line[0] == "·"
    ]
    assert [row for row in listed if row in rows] == rows
    assert not any("周会" in row for row in listed)


def test_nothing_open_says_so() -> None:
    office = facility(hours="Mon-Fri 09:00-17:00")
    message, records = listing.facilities(view([office], ZH, "周日哪些地方开着"))
    assert (message.text, records) == ("周日没有开放的。", [])


CLOSED = facility(id="closed", hours="Mon-Fri 09:00-17:00")
OPENED = facility(id="opened", hours="Mon-Sun 09:00-22:00")
TALK = event()


@pytest.mark.parametrize(
    ("text", "aspects", "order"),
    [
        ("周六开吗", ["hours"], ["opened", "talk", "closed"]),
        ("周六开吗", ["hours", "price"], ["opened", "talk", "closed"]),
        ("周四开吗", ["hours"], ["closed", "opened", "talk"]),
        ("开吗", ["hours"], ["closed", "opened", "talk"]),
        ("周六多少钱", ["price", "hours"], ["closed", "opened", "talk"]),
        ("周六", [], ["closed", "opened", "talk"]),
    ],
)
def test_what_is_open_at_the_time_comes_first(text: str, aspects: list[str], order: list[str]) -> None:
    records = [CLOSED, OPENED, TALK]
    found = listing.open_first(records, aspects, view(records, ZH, text))
    assert [one.id for one in found] == order
