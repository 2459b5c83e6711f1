"""What a subsidy means for one company; asked on Wednesday, 25 November 2026."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.answering.facts.table import tell
from bot.knowledge.snapshot import Snapshot
from bot.people.company import Company
from tests.bot.answering.facts.subsidies import BOOTH, CLOUD, RENT
from tests.bot.answering.facts.views import EN, WEDNESDAY, ZH, view
from tests.bot.records import event, park, subsidy

PARK = park(
    sectors=[
        {"id": "iot", "name": {"en": "IoT"}, "cloud_related": True},
        {"id": "retail", "name": {"en": "Retail"}},
    ]
)
DECIDES = ("以上按目前资料推算，最终以园区审核为准。", "Worked out from what we know today; the park decides.")
FAIR = event(id="fair", name={"zh": "大会", "en": "Fair"}, starts="2027-10-13 09:00", ends="2027-10-16 17:00")


def company(**given: Any) -> Company:
    data = {"sector": "iot", "founded": "2025-05-25", "moved_in": "2026-08-15", "annual_cloud_spend": 36_000}
    return Company.model_validate({"id": "acme", "name": {"en": "Acme"}} | data | given)


def told(
    record: Any, aspect: str, who: Company | None = None, asked: str = "", now: str = WEDNESDAY, **described: Any
) -> tuple[Any, Any]:
    in_chinese, in_english = (
        tell(record, aspect, view([PARK, FAIR, record], language, asked, now, company=who, described=described))
        for language in (ZH, EN)
    )
    return in_chinese, in_english


UNTIL = (
    "申请截止于 2027年2月15日（周一），当天也算。",
    "Applications close on Monday, 15 February 2027, that day included.",
)
CLOUD_RELATED = ("✓ 从事云计算相关业务（贵公司：是）", "✓ cloud-related business (yours: yes)")


@pytest.mark.parametrize(
    ("record", "given", "zh", "en"),
    [
        (
            RENT,
            {},
            ["可以申请，2 条都符合：", CLOUD_RELATED[0], "✓ 入驻时成立不超过 5 年（贵公司：1.2 年）", UNTIL[0]],
            [
                "Yes, you can apply; all 2 conditions are met:",
                CLOUD_RELATED[1],
                "✓ at most 5 years old when moving in (yours: 1.2 years)",
                UNTIL[1],
            ],
        ),
        (
            RENT,
            {"founded": None},
            [
                "可能可以申请，还有 1 条要确认：",
                "？ 入驻时成立不超过 5 年（还不知道成立日期）",
                CLOUD_RELATED[0],
                UNTIL[0],
            ],
            [
                "You may be eligible; 1 condition is still to be checked:",
                "? at most 5 years old when moving in (not known yet: the day of founding)",
                CLOUD_RELATED[1],
                UNTIL[1],
            ],
        ),
        (
            RENT,
            {"founded": "2015-01-01"},
            [
                "暂不符合，1 条没达到：",
                "✗ 入驻时成立不超过 5 年（贵公司：11.7 年，超出 6.7 年）",
                CLOUD_RELATED[0],
                UNTIL[0],
            ],
            [
                "Not eligible for now; 1 condition is not met:",
                "✗ at most 5 years old when moving in (yours: 11.7 years, 6.7 years over)",
                CLOUD_RELATED[1],
                UNTIL[1],
            ],
        ),
        (
            RENT,
            {"moved_in": "2026-05-24"},
            [
                "暂不符合，1 条没达到：",
                "✗ 申请期已过，截止于 11月24日（周二）",
                CLOUD_RELATED[0],
                "✓ 入驻时成立不超过 5 年（贵公司：1 年）",
            ],
            [
                "Not eligible for now; 1 condition is not met:",
                "✗ the time to apply ended on Tuesday, 24 November",
                CLOUD_RELATED[1],
                "✓ at most 5 years old when moving in (yours: 1 year)",
            ],
        ),
        (
            CLOUD,
            {"annual_cloud_spend": 5000},
            ["暂不符合，1 条没达到：", "✗ 每年云资源支出不低于 2 万元（贵公司：5,000 元，还差 1.5 万元）"],
            [
                "Not eligible for now; 1 condition is not met:",
                "✗ cloud spending of at least CNY 20,000 a year (yours: CNY 5,000, CNY 15,000 short)",
            ],
        ),
        (
            BOOTH,
            {},
            [
                "暂不符合，1 条没达到：",
                "✗ 入驻满 6 个月（贵公司：3 个月，还差 3 个月，到 2027年2月15日（周一）满足）",
                "申请截止于 2027年8月14日（周六），当天也算。",
            ],
            [
                "Not eligible for now; 1 condition is not met:",
                "✗ a tenant for at least 6 months (yours: 3 months, 3 months short; met from Monday, 15 February 2027)",
                "Applications close on Saturday, 14 August 2027, that day included.",
            ],
        ),
        (
            subsidy(id="free"),
            {},
            ["可以申请，没有附加条件。"],
            ["Yes, you can apply; there are no conditions."],
        ),
        (
            subsidy(id="cat", clauses=[{"fact": "cat", "equals": True, "text": {"zh": "养猫", "en": "keeps a cat"}}]),
            {},
            ["可能可以申请，还有 1 条要确认：", "？ 养猫（请向园区确认）"],
            ["You may be eligible; 1 condition is still to be checked:", "? keeps a cat (please ask the park)"],
        ),
    ],
)
def test_verdict_goes_clause_by_clause(record: Any, given: dict[str, Any], zh: list[str], en: list[str]) -> None:
    in_chinese, in_english = told(record, "who", company(**given))
    assert in_chinese.splitlines() == [*zh, DECIDES[0]]
    assert in_english.splitlines() == [*en, DECIDES[1]]


@pytest.mark.parametrize(
    ("now", "first"),
    [
        ("2027-08-14 23:59", "可以申请，条件符合："),
        ("2027-08-15 00:00", "暂不符合，1 条没达到："),
        ("2027-11-01 10:00", "暂不符合，1 条没达到："),
    ],
)
def test_last_day_before_an_event_counts_whole(now: str, first: str) -> None:
    lines = told(BOOTH, "who", company(), now=now)[0].splitlines()
    assert lines[0] == first
    assert ("✗ 申请期已过，截止于 8月14日（周六）" in lines) is (first[0] == "暂")


def test_window_that_nothing_opened_yet_is_told_as_the_rule() -> None:
    prototype = subsidy(apply_within={"months": 12, "after": {"zh": "通过评审之日", "en": "the review"}})
    assert told(prototype, "who", company())[0].splitlines()[1] == "请在通过评审之日起 12 个月内申请。"


@pytest.mark.parametrize(
    ("months", "zh", "en"),
    [
        (
            11,
            "按您说的时间，申请大约截止于 12月25日（周五）。",
            "From what you say, applications close on about Friday, 25 December.",
        ),
        (
            13,
            "✗ 按您说的时间，申请期已过，大约截止于 10月25日（周日）",
            "✗ from what you say, the time to apply ended on about Sunday, 25 October",
        ),
    ],
)
def test_last_day_that_follows_from_what_is_said_is_told_as_rough(months: int, zh: str, en: str) -> None:
    prototype = subsidy(apply_within={"months": 12, "after": {"zh": "通过评审之日", "en": "the review"}})
    in_chinese, in_english = told(prototype, "who", None if months > 12 else company(), window_months=months)
    assert (in_chinese.splitlines()[1], in_english.splitlines()[1]) == (zh, en)


def test_company_of_which_only_the_last_day_is_known_reads_it() -> None:
    assert told(RENT, "who", tenant_months=3)[0].splitlines() == [
        "可能可以申请，还有 2 条要确认：",
        "？ 从事云计算相关业务（还不知道行业）",
        "？ 入驻时成立不超过 5 年（还不知道成立日期）",
        "按您说的时间，申请大约截止于 2027年2月25日（周四）。",
        DECIDES[0],
    ]


def test_company_of_which_nobody_knows_anything_reads_the_conditions() -> None:
    assert told(CLOUD, "who") == (
        "条件：每年云资源支出不低于 2 万元。",
        "Conditions: cloud spending of at least CNY 20,000 a year.",
    )


def test_company_whose_profile_is_empty_reads_what_is_missing() -> None:
    empty = company(sector=None, founded=None, moved_in=None, annual_cloud_spend=None)
    assert told(CLOUD, "who", empty)[0].splitlines()[:2] == [
        "可能可以申请，还有 1 条要确认：",
        "？ 每年云资源支出不低于 2 万元（还不知道每年云资源支出）",
    ]


def test_what_the_question_says_goes_before_what_is_known() -> None:
    assert told(BOOTH, "who", company(), tenant_months=7)[0].splitlines()[:2] == [
        "可以申请，条件符合：",
        "✓ 入驻满 6 个月（您说：7 个月）",
    ]
    assert view([PARK], ZH, company=company(), described={"tenant_months": 7}).profile["tenant_months"] == 7


@pytest.mark.parametrize(
    ("record", "given", "zh"),
    [
        (CLOUD, {}, ["不差了，条件都符合，可以申请。"]),
        (RENT, {}, ["不差了，条件都符合，可以申请。", UNTIL[0]]),
        (
            RENT,
            {"founded": None},
            ["可能可以申请，还有 1 条要确认：", "？ 入驻时成立不超过 5 年（还不知道成立日期）", UNTIL[0]],
        ),
        (
            RENT,
            {"sector": "retail", "founded": None},
            [
                "还差 1 条：",
                "✗ 从事云计算相关业务（贵公司：否）",
                "？ 入驻时成立不超过 5 年（还不知道成立日期）",
                UNTIL[0],
            ],
        ),
        (
            CLOUD,
            {"annual_cloud_spend": 5000},
            ["还差 1 条：", "✗ 每年云资源支出不低于 2 万元（贵公司：5,000 元，还差 1.5 万元）"],
        ),
    ],
)
def test_what_is_lacking_is_told_without_what_is_met(record: Any, given: dict[str, Any], zh: list[str]) -> None:
    assert told(record, "lacking", company(**given))[0].splitlines() == [*zh, DECIDES[0]]


def test_what_is_lacking_is_the_rule_for_nobody_in_particular() -> None:
    assert told(CLOUD, "lacking")[0] == "条件：每年云资源支出不低于 2 万元。"
    assert told(CLOUD, "lacking", asked="我们还差什么")[0].splitlines()[1].startswith("我还不知道贵公司的情况")
    assert told(CLOUD, "lacking", tenant_months=3)[0] == "条件：每年云资源支出不低于 2 万元。"


@pytest.mark.parametrize(
    ("changed", "zh", "en"),
    [
        (
            datetime(2026, 11, 1, 15, 59, tzinfo=UTC),
            "按园区资料（11月1日更新）推算，最终以园区审核为准。",
            "Worked out from the park's record as of 1 November; the park decides.",
        ),
        (
            datetime(2025, 12, 31, 16, 0, tzinfo=UTC),
            "按园区资料（1月1日更新）推算，最终以园区审核为准。",
            "Worked out from the park's record as of 1 January; the park decides.",
        ),
        (
            datetime(2025, 12, 31, 15, 59, tzinfo=UTC),
            "按园区资料（2025年12月31日更新）推算，最终以园区审核为准。",
            "Worked out from the park's record as of 31 December 2025; the park decides.",
        ),
    ],
)
def test_verdict_names_the_day_of_the_record_in_the_parks_zone(changed: datetime, zh: str, en: str) -> None:
    for language, text in ((ZH, zh), (EN, en)):
        seen = view([PARK, CLOUD], language, company=company())
        dated = Snapshot.of(seen.snapshot, changed={("subsidy", "cloud"): changed})
        assert (tell(CLOUD, "who", replace(seen, snapshot=dated)) or "").splitlines()[-1] == text


@pytest.mark.parametrize(
    ("moved_in", "zh", "en"),
    [
        (
            date(2026, 8, 15),
            "贵公司可申请到 2027年2月15日（周一），当天也算。",
            "Your company can apply until Monday, 15 February 2027, that day included.",
        ),
        (
            date(2026, 5, 25),
            "贵公司可申请到 11月25日（周三），当天也算。",
            "Your company can apply until Wednesday, 25 November, that day included.",
        ),
        (
            date(2026, 5, 24),
            "申请期已过，截止于 11月24日（周二）。",
            "The time to apply is over; it ended on Tuesday, 24 November.",
        ),
    ],
)
def test_window_to_apply_is_that_of_the_company(moved_in: date, zh: str, en: str) -> None:
    in_chinese, in_english = told(RENT, "deadline", company(moved_in=moved_in))
    assert in_chinese == f"{zh}\n请在入驻之日起 6 个月内申请。"
    assert in_english == f"{en}\nPlease apply within 6 months of moving in."
