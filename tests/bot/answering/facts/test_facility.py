"""Facilities in words, hours apart."""

from typing import Any

import pytest

from bot.answering.facts.table import tell
from tests.bot.answering.facts.views import EN, ZH, view
from tests.bot.records import facility, park

HALL = facility(id="hall", name={"zh": "服务厅", "en": "Service hall"})
ROOM = facility(
    id="room",
    name={"zh": "会议室", "en": "Meeting room"},
    where={"zh": "2号楼", "en": "Building 2"},
    hours="09:00-21:00",
    charges=[
        {"amount": 60, "per": "hour"},
        {"amount": 0, "per": "hour", "free_units": 4, "within": "month"},
        {"amount": 300, "per": "day", "cap": True},
        {"amount": 25, "per": "lunch", "about": True},
        {"amount": 0, "per": "first-hour"},
    ],
    quantities=[
        {"what": {"zh": "会议室", "en": "rooms"}, "count": 8, "measure": "间"},
        {"what": {"zh": "座位", "en": "seats"}, "least": 6, "most": 20},
    ],
    equipment=[
        {"what": {"zh": "投影仪", "en": "projectors"}, "count": 2},
        {"what": {"zh": "开发板", "en": "dev boards"}, "loan_days": 14},
    ],
    booking={"lead_days": 1, "lead_days_max": 14, "step_minutes": 30, "through": "hall"},
    contract_months_min=6,
    runs_every=[{"part": "morning", "minutes": 10}, {"part": "evening", "minutes": 15}],
    rules=[{"zh": "禁烟", "en": "no smoking"}, {"zh": "保持安静", "en": "keep quiet"}],
    history={"zh": "建于2015年。", "en": "Built in 2015."},
    summary={"zh": "开会的地方。", "en": "A place to meet."},
)
RECORDS = (park(phone="010-1", service_hall="hall"), HALL, ROOM)
PRICE_ZH = "每小时 60 元；每月 4 小时免费；每天封顶 300 元；午餐约 25 元；首小时免费"
PRICE_EN = (
    "CNY 60 per hour; 4 hours free per month; at most CNY 300 per day; about CNY 25 for lunch; free for the first hour"
)

BOOKING_EN = """Please book at least 1 day ahead.
You can book up to 14 days ahead.
Booked in steps of 30 minutes.
Ask at: Service hall."""


def told(record: Any, aspect: str, zh: str = "", en: str = "") -> tuple[str | None, str | None]:
    return tell(record, aspect, view(RECORDS, ZH, zh)), tell(record, aspect, view(RECORDS, EN, en))


@pytest.mark.parametrize(
    ("aspect", "zh", "en"),
    [
        ("price", f"{PRICE_ZH}。", f"{PRICE_EN}."),
        ("place", "会议室在2号楼。", "Meeting room: Building 2."),
        ("quantity", "会议室 8 间、座位 6 到 20。", "8 rooms, 6 to 20 seats."),
        (
            "equipment",
            "有，会议室提供：投影仪 2、开发板可借用 14 天。",
            "Yes, Meeting room has 2 projectors, dev boards on loan for 14 days.",
        ),
        (
            "apply",
            "请至少提前 1 天预约。\n最早可提前 14 天预约。\n按 30 分钟为单位预订。\n找服务厅办理。",
            BOOKING_EN,
        ),
        ("duration", "最短签 6 个月。", "6 months at least."),
        (
            "frequency",
            "早上每 10 分钟一班、傍晚每 15 分钟一班。",
            "every 10 minutes in the morning, every 15 minutes in the evening.",
        ),
        ("rules", "禁烟；保持安静。", "no smoking; keep quiet."),
        ("history", "建于2015年。", "Built in 2015."),
        (
            "overview",
            f"开会的地方。\n时间：每天 09:00–21:00\n价格：{PRICE_ZH}\n地点：2号楼",
            f"A place to meet.\nHours: every day 09:00–21:00\nPrice: {PRICE_EN}\nPlace: Building 2",
        ),
    ],
)
def test_fact_of_a_facility_is_told(aspect: str, zh: str, en: str) -> None:
    assert told(ROOM, aspect) == (zh, en)


@pytest.mark.parametrize("aspect", ["price", "place", "quantity", "equipment", "apply", "duration", "rules", "history"])
def test_fact_that_the_facility_lacks_is_none(aspect: str) -> None:
    assert told(HALL, aspect) == (None, None)


def test_charge_for_the_unit_that_was_asked_about_stands_first() -> None:
    zh, en = told(ROOM, "price", "一整天多少钱", "what is the daily price")
    assert (zh or "").startswith("每天封顶 300 元；每小时 60 元")
    assert (en or "").startswith("at most CNY 300 per day; CNY 60 per hour")


def test_count_of_what_was_asked_about_is_told_alone() -> None:
    assert told(ROOM, "quantity", "有几个投影仪", "how many projectors") == ("投影仪 2。", "2 projectors.")
    assert told(ROOM, "quantity", "多少座位", "how many seats") == ("座位 6 到 20。", "6 to 20 seats.")


def test_equipment_that_was_asked_about_is_told_alone() -> None:
    assert told(ROOM, "equipment", "能借开发板吗", "any dev boards?") == (
        "有，会议室提供：开发板可借用 14 天。",
        "Yes, Meeting room has dev boards on loan for 14 days.",
    )


@pytest.mark.parametrize(
    ("given", "zh", "en"),
    [
        ({"free": True}, "免费。", "Free."),
        ({"free": True, "price_note": {"zh": "凭卡免费", "en": "free with a card"}}, "凭卡免费。", "free with a card."),
        (
            {"charges": [{"amount": 5, "per": "hour"}], "price_note": {"zh": "夜里另计", "en": "nights apart"}},
            "每小时 5 元；夜里另计。",
            "CNY 5 per hour; nights apart.",
        ),
    ],
)
def test_price_that_is_free_or_has_a_note(given: dict[str, Any], zh: str, en: str) -> None:
    assert told(facility(**given), "price") == (zh, en)


def test_booking_for_groups_leaves_single_visitors_free() -> None:
    place = facility(booking={"groups_over": 10, "lead_days": 3})
    assert told(place, "apply") == (
        "超过 10 人的团队请提前 3 天预约，散客不用预约。",
        "Groups of more than 10 please book 3 days ahead; single visitors need no booking.",
    )


def test_facility_without_booking_tells_its_rules_instead() -> None:
    place = facility(rules=[{"zh": "先培训", "en": "training first"}])
    assert told(place, "apply") == ("先培训。", "training first.")


def test_loan_tells_how_long_without_a_contract() -> None:
    place = facility(equipment=[{"what": {"zh": "板子", "en": "boards"}, "loan_days": 14}])
    assert told(place, "duration") == ("板子可借用 14 天。", "boards on loan for 14 days.")


def test_phone_is_that_of_the_place_where_it_rings() -> None:
    assert told(HALL, "contact") == ("电话 010-1（服务厅）。", "Phone 010-1 (Service hall).")
    assert told(ROOM, "contact") == (None, None)
