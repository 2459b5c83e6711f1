"""What a company would get, in words; asked on Wednesday, 25 November 2026."""

from decimal import Decimal
from typing import Any

import pytest

from bot.answering.facts.table import tell
from bot.people.company import Company
from tests.bot.answering.facts.subsidies import AWARD, CLOUD, HOUSING, RENT
from tests.bot.answering.facts.views import EN, ZH, view
from tests.bot.records import park, subsidy

PARK = park(sectors=[{"id": "iot", "name": {"en": "IoT"}, "cloud_related": True}])
DECIDES = "以上按目前资料推算，最终以园区审核为准。"
ASSUMED = "按每年 365 天、全年在租推算；闰年或不满一年的按实际天数。"
RATES = "第一年：每平方米每天 1.5 元；第二年：每平方米每天 1 元。面积最多按 200 平方米计算。"
FIRST = "第一年约 65,700 元：120 平方米 × 1.5 元 × 365 天。"
SECOND = "第二年约 43,800 元：120 平方米 × 1 元 × 365 天。"
BOTH = "2 年合计约 109,500 元。"
PATENT = subsidy(
    id="patent",
    benefits=[
        {"label": {"zh": "发明专利", "en": "invention patent"}, "amount": 10_000, "per": "patent"},
        {"label": {"zh": "PCT国际专利", "en": "PCT patent"}, "amount": 30_000, "per": "patent"},
    ],
)
GRADUATES = subsidy(
    id="graduates",
    benefits=[{"amount": 3000, "per": "graduate", "count_max": 20}],
    clauses=[{"fact": "contract_months", "at_least": 12}],
)


def company(**given: Any) -> Company:
    data = {"sector": "iot", "founded": "2025-05-25", "moved_in": "2026-08-15"}
    return Company.model_validate({"id": "acme", "name": {"en": "Acme"}} | data | given)


def amount(
    record: Any, who: Company | None, zh: str = "", en: str = "", **described: Any
) -> tuple[list[str], list[str]]:
    in_chinese, in_english = (
        tell(record, "amount", view([PARK, record], language, asked, company=who, described=described)) or ""
        for language, asked in ((ZH, zh), (EN, en))
    )
    return in_chinese.splitlines(), in_english.splitlines()


@pytest.mark.parametrize(
    ("given", "asked", "zh"),
    [
        ({"area_m2": 120}, "", [FIRST, SECOND, BOTH, ASSUMED, DECIDES]),
        ({"area_m2": 120}, "第二年能拿多少", [SECOND, ASSUMED, DECIDES]),
        ({"area_m2": 120}, "第三年能拿多少", [FIRST, SECOND, BOTH, ASSUMED, DECIDES]),
        (
            {"area_m2": 250},
            "头一年能拿多少",
            [
                "第一年约 109,500 元：200 平方米 × 1.5 元 × 365 天。",
                "面积超过 200 平方米的部分不补。",
                ASSUMED,
                DECIDES,
            ],
        ),
        ({}, "", [RATES]),
        (
            {"area_m2": 120, "founded": None},
            "第二年能拿多少",
            [SECOND, ASSUMED, "前提：入驻时成立不超过 5 年。", DECIDES],
        ),
        ({"founded": None}, "", [RATES, "前提：入驻时成立不超过 5 年。", DECIDES]),
    ],
)
def test_amount_by_area_is_computed_for_the_year_asked_or_all(given: dict[str, Any], asked: str, zh: list[str]) -> None:
    assert amount(RENT, company(**given), asked)[0] == zh


def test_amount_by_area_is_told_in_english() -> None:
    assert amount(RENT, company(area_m2=250))[1] == [
        "Year 1: about CNY 109,500 (200 square metres × CNY 1.5 × 365 days).",
        "Year 2: about CNY 73,000 (200 square metres × CNY 1 × 365 days).",
        "All 2 years: about CNY 182,500.",
        "Area beyond 200 square metres is not subsidised.",
        "Reckoned with 365 days and the whole year rented; leap years and part years go by their days.",
        "Worked out from what we know today; the park decides.",
    ]


def test_company_that_fails_reads_no_sum() -> None:
    told, _ = amount(RENT, company(area_m2=120, founded="2015-01-01"))
    assert told[:2] == ["暂不符合，1 条没达到：", "✗ 入驻时成立不超过 5 年（贵公司：11.7 年，超出 6.7 年）"]
    assert told[-2:] == [f"符合条件的企业：{RATES}", DECIDES]
    assert not any("65,700" in line for line in told)


@pytest.mark.parametrize(
    ("spend", "zh", "en"),
    [
        (36_000, "每年约 10,800 元：3.6 万元的 30%。", "About CNY 10,800 per year: 30% of CNY 36,000."),
        (
            900_000,
            "每年约 10 万元，已到每年的上限：90 万元的 30% 比上限多。",
            "About CNY 100,000 per year, which is the limit: 30% of CNY 900,000 is more.",
        ),
    ],
)
def test_share_of_a_yearly_cost_is_computed_up_to_its_limit(spend: int, zh: str, en: str) -> None:
    in_chinese, in_english = amount(CLOUD, company(annual_cloud_spend=spend))
    assert in_chinese == [zh, "云资源账单的 30%，每年最高 10 万元。可补 2 年。", DECIDES]
    assert in_english[0] == en


@pytest.mark.parametrize(
    ("cost", "first"),
    [(80_000, "约 4 万元：8 万元的 50%。"), (400_000, "约 15 万元，已到上限：40 万元的 50% 比上限多。")],
)
def test_cost_that_the_question_names_is_computed_with(cost: int, first: str) -> None:
    voucher = subsidy(benefits=[{"percent": 50, "of": "prototyping-cost", "cap": 150_000}])
    assert amount(voucher, None, cost=Decimal(cost))[0] == [first, "打样开模费用的 50%，最高 15 万元。", DECIDES]


@pytest.mark.parametrize(
    ("record", "asked", "zh", "en"),
    [
        (
            GRADUATES,
            ("招了八个应届生能领多少", "we hired 8 graduates, how much"),
            ["8 人 × 3,000 元：共 24,000 元。", "前提：劳动合同满 12 个月。", DECIDES],
            "8 graduates × CNY 3,000: CNY 24,000 in all.",
        ),
        (
            GRADUATES,
            ("今年招了28个应届生", "28 graduates this year"),
            ["最多算 20 人 × 3,000 元：共 60,000 元，已到上限。", "前提：劳动合同满 12 个月。", DECIDES],
            "20 graduates at most × CNY 3,000: CNY 60,000 in all, which is the limit.",
        ),
        (
            HOUSING,
            ("两个硕士一个本科生能补多少", "two masters and one bachelor"),
            [
                "本科 1 人 × 600 元：每月共 600 元，36 个月最多 21,600 元。",
                "硕士 2 人 × 1,000 元：每月共 2,000 元，36 个月最多 72,000 元。",
                "合计每月 2,600 元。",
                DECIDES,
            ],
            "Bachelor: 1 person × CNY 600: CNY 600 a month, at most CNY 21,600 over 36 months.",
        ),
        (
            PATENT,
            ("三个发明专利两个PCT", "three invention patents and two PCT patents"),
            [
                "发明专利 3 件 × 10,000 元：共 30,000 元。",
                "PCT国际专利 2 件 × 30,000 元：共 60,000 元。",
                "合计 90,000 元。",
                DECIDES,
            ],
            "Invention patent: 3 patents × CNY 10,000: CNY 30,000 in all.",
        ),
    ],
)
def test_amount_a_head_is_computed_for_those_the_question_counts(
    record: Any, asked: tuple[str, str], zh: list[str], en: str
) -> None:
    in_chinese, in_english = amount(record, None, *asked)
    assert in_chinese == zh
    assert in_english[0] == en


def test_amount_that_hangs_on_no_fact_of_a_company_is_told_as_it_is() -> None:
    assert amount(HOUSING, company(area_m2=120))[0] == [
        "本科：每人每月 600 元；硕士：每人每月 1,000 元。最长 36 个月。"
    ]
    assert amount(AWARD, company())[0] == ["一次性 20 万元。"]
