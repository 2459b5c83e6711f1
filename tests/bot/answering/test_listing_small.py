"""Lists of a small park of the tests' own; asked on Wednesday, 25 November 2026 at 10:00."""

from typing import Any

import pytest

from bot.answering import listing
from bot.people.company import Company
from tests.bot.answering.facts.subsidies import AWARD, BOOTH, CLOUD, RENT
from tests.bot.answering.facts.views import EN, ZH, view
from tests.bot.records import event, facility, park, subsidy

PARK = park(sectors=[{"id": "iot", "name": {"en": "IoT"}, "cloud_related": True}])


def company(**given: Any) -> Company:
    data = {"sector": "iot", "founded": "2025-05-25", "moved_in": "2026-05-24", "annual_cloud_spend": 5000}
    return Company.model_validate({"id": "acme", "name": {"en": "Acme"}} | data | given)


def test_company_that_meets_nothing_reads_what_is_nearest_and_why() -> None:
    message, records = listing.eligible(view([PARK, RENT, CLOUD], ZH, company=company()))
    assert message.text.splitlines() == [
        "按目前资料，暂时没有贵公司符合的补贴。最接近的是：",
        "· 资助：申请期已过（截止于 11月24日（周二））",
        "· 资助：每年云资源支出不低于 2 万元",
    ]
    assert records == [RENT, CLOUD]


def test_company_reads_what_it_meets_before_what_it_may_meet() -> None:
    maybe = subsidy(
        id="maybe", benefits=[{"amount": 10**6, "per": "once"}], clauses=[{"fact": "first_recognition", "equals": True}]
    )
    message, records = listing.eligible(view([PARK, maybe, BOOTH, RENT], EN, company=company(moved_in="2026-05-25")))
    assert records == [RENT, BOOTH, maybe]
    clauses = "cloud-related business; at most 5 years old when moving in"
    assert message.text.splitlines() == [
        "From what we know, your company can or may apply for:",
        f"· Grant: you can apply, at most CNY 1.5 per square metre and day. {clauses}",
        "· Grant: you can apply, 50%. a tenant for at least 6 months",
        "· Grant: perhaps, at most CNY 1,000,000. Still to check: recognised for the first time",
        "Worked out from what we know today; the park decides.",
    ]


def test_subsidy_that_says_nothing_is_listed_by_its_name() -> None:
    assert listing.subsidies(view([subsidy(), AWARD], ZH))[0].text.splitlines()[1:] == [
        "· 资助",
        "· 资助：最高 20 万元",
    ]
    message, _ = listing.eligible(view([PARK, subsidy()], ZH, company=company()))
    assert message.text.splitlines()[1] == "· 资助：可以申请，金额以园区核定为准。"


def test_more_subsidies_than_rows_leave_the_note_in_sight() -> None:
    records = [subsidy(id=f"grant-{number}", clauses=[]) for number in range(15)]
    message, shown = listing.eligible(view([PARK, *records], ZH, company=company()))
    assert len(shown) == 15
    assert message.text.splitlines()[-2:] == [
        "还有 3 项，点下面的按钮看全部。",
        "以上按目前资料推算，最终以园区审核为准。",
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
