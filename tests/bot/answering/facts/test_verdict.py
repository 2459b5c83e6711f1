"""What a subsidy means for one company; asked on Wednesday, 25 November 2026."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bot.answering.facts.table import tell
from bot.answering.facts.verdict import profile
from bot.people.company import Company
from tests.bot.answering.facts.subsidies import BOOTH, CLOUD, HOUSING, RENT
from tests.bot.answering.facts.views import EN, ZH, view
from tests.bot.records import park, subsidy

PARK = park(sectors=[{"id": "iot", "name": {"en": "IoT"}, "cloud_related": True}])
DECIDES = ("\n以上按目前资料推算，最终以园区审核为准。", "\nWorked out from what we know today; the park decides.")

CLOUD_EN = "cloud-related business (yours: yes)"


def company(**given: Any) -> Company:
    data = {"sector": "iot", "founded": "2025-05-25", "moved_in": "2026-08-15", "annual_cloud_spend": 36_000}
    return Company.model_validate({"id": "acme", "name": {"en": "Acme"}} | data | given)


def told(record: Any, aspect: str, who: Company | None = None, asked: str = "", **described: Any) -> tuple[Any, Any]:
    in_chinese, in_english = (
        tell(record, aspect, view([PARK, record], language, asked, company=who, described=described))
        for language in (ZH, EN)
    )
    return in_chinese, in_english


@pytest.mark.parametrize(
    ("record", "given", "zh", "en"),
    [
        (
            RENT,
            {},
            "可以申请。逐条核对：从事云计算相关业务（贵公司：是）；入驻时成立不超过 5 年（贵公司：1.2）。",
            f"Yes, you can apply. Clause by clause: {CLOUD_EN}; at most 5 years old when moving in (yours: 1.2).",
        ),
        (
            RENT,
            {"founded": None},
            "可能可以申请。已满足：从事云计算相关业务（贵公司：是）。还要确认：入驻时成立不超过 5 年。",
            f"You may be eligible. Met: {CLOUD_EN}. Still to check: at most 5 years old when moving in.",
        ),
        (
            RENT,
            {"founded": "2015-01-01"},
            "暂不符合：入驻时成立不超过 5 年（贵公司：11.7）。",
            "Not eligible for now: at most 5 years old when moving in (yours: 11.7).",
        ),
        (
            RENT,
            {"moved_in": "2026-05-24"},
            "暂不符合：申请期已过（截止于 11月24日（周二））。",
            "Not eligible for now: the time to apply ended on Tuesday, 24 November.",
        ),
        (
            CLOUD,
            {"annual_cloud_spend": 5000},
            "暂不符合：每年云资源支出不低于 2 万元（贵公司：5,000）。",
            "Not eligible for now: cloud spending of at least CNY 20,000 a year (yours: 5,000).",
        ),
        (
            BOOTH,
            {},
            "暂不符合：入驻满 6 个月（贵公司：3）。",
            "Not eligible for now: a tenant for at least 6 months (yours: 3).",
        ),
    ],
)
def test_verdict_goes_clause_by_clause(record: Any, given: dict[str, Any], zh: str, en: str) -> None:
    assert told(record, "who", company(**given)) == (zh + DECIDES[0], en + DECIDES[1])


@pytest.mark.parametrize("who", [None, company(sector=None, founded=None, moved_in=None, annual_cloud_spend=None)])
def test_company_of_which_nothing_is_known_reads_the_conditions(who: Company | None) -> None:
    assert told(CLOUD, "who", who)[0] == "条件：每年云资源支出不低于 2 万元。"


def test_what_the_question_says_goes_before_what_is_known() -> None:
    assert (
        told(BOOTH, "who", company(), tenant_months=7)[0]
        == f"可以申请。逐条核对：入驻满 6 个月（贵公司：7）。{DECIDES[0]}"
    )
    assert profile(view([PARK], ZH, company=company(), described={"tenant_months": 7}))["tenant_months"] == 7


RATES = "第一年：每平方米每天 1.5 元；第二年：每平方米每天 1 元。面积最多按 200 平方米计算。"
FIRST = "第一年约 65,700 元：120 平方米 × 1.5 元 × 365 天。"
SECOND = "第二年约 43,800 元：120 平方米 × 1 元 × 365 天。"


@pytest.mark.parametrize(
    ("given", "asked", "zh"),
    [
        ({"area_m2": 120}, "", f"{FIRST}\n{SECOND}\n{RATES}"),
        ({"area_m2": 120}, "第二年能拿多少", f"{SECOND}\n{RATES}"),
        ({"area_m2": 120}, "第三年能拿多少", f"{FIRST}\n{SECOND}\n{RATES}"),
        ({}, "", RATES),
        (
            {"area_m2": 120, "founded": "2015-01-01"},
            "",
            f"暂不符合：入驻时成立不超过 5 年（贵公司：11.7）。{DECIDES[0]}",
        ),
    ],
)
def test_amount_is_computed_for_the_company(given: dict[str, Any], asked: str, zh: str) -> None:
    assert told(RENT, "amount", company(**given), asked)[0] == zh


@pytest.mark.parametrize(
    ("spend", "zh", "en"),
    [
        (36_000, "约 10,800 元：3.6 万元的 30%。", "About CNY 10,800: 30% of CNY 36,000."),
        (
            900_000,
            "约 10 万元，已到上限：90 万元的 30% 比上限多。",
            "About CNY 100,000, which is the limit: 30% of CNY 900,000 is more.",
        ),
    ],
)
def test_share_of_a_cost_is_computed_up_to_its_limit(spend: int, zh: str, en: str) -> None:
    in_chinese, in_english = told(CLOUD, "amount", company(annual_cloud_spend=spend))
    assert in_chinese.splitlines() == [zh, "云资源账单的 30%，每年最高 10 万元。可补 2 年。"]
    assert in_english.splitlines()[0] == en


def test_cost_that_the_question_names_is_computed_with() -> None:
    voucher = subsidy(benefits=[{"percent": 50, "of": "prototyping-cost", "cap": 150_000}])
    assert told(voucher, "amount", None, cost=Decimal(80_000))[0] == (
        "约 4 万元：8 万元的 50%。\n打样开模费用的 50%，最高 15 万元。"
    )


def test_amount_that_hangs_on_no_fact_of_a_company_is_told_as_it_is() -> None:
    assert told(HOUSING, "amount", company(area_m2=120))[0] == (
        "本科：每人每月 600 元；硕士：每人每月 1,000 元。最长 36 个月。"
    )


@pytest.mark.parametrize(
    ("moved_in", "zh", "en"),
    [
        (
            date(2026, 8, 15),
            "贵公司可申请到 2027年2月15日（周一）。",
            "Your company can apply until Monday, 15 February 2027.",
        ),
        (
            date(2026, 5, 25),
            "贵公司可申请到 11月25日（周三）。",
            "Your company can apply until Wednesday, 25 November.",
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
