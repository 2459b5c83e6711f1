"""Facts about the asker's own company that a question states."""

import time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.described import described_in
from bot.answering.text import fold
from tests.bot.records import park

PARK = park(
    sectors=[
        {"id": "iot", "name": {"zh": "物联网", "en": "Internet of things"}, "aliases": ["IoT"], "cloud_related": True},
        {"id": "ai", "name": {"zh": "人工智能", "en": "Artificial intelligence"}, "cloud_related": True},
    ]
)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("我们入驻半年了，能申请展位优惠吗", {"tenant_months": 6}),
        ("入驻了三个月", {"tenant_months": 3}),
        ("搬进来8个月了", {"tenant_months": 8}),
        ("入驻一年半", {"tenant_months": 18}),
        ("入驻一年零三个月", {"tenant_months": 15}),
        ("入驻六个多月了", {"tenant_months": 7}),
        ("入驻不到半年", {"tenant_months": 5}),
        ("搬进来快半年了", {"tenant_months": 5}),
        ("三个月前搬来的", {"tenant_months": 3}),
        ("半年多前入驻的", {"tenant_months": 7}),
        ("We moved in half a year ago", {"tenant_months": 6}),
        ("we've been here for a year", {"tenant_months": 12}),
        ("tenants for 18 months", {"tenant_months": 18}),
        ("moved in a year and a half ago", {"tenant_months": 18}),
        ("moved in nearly six months ago", {"tenant_months": 5}),
        ("公司成立三年半", {"company_age_years": Decimal("3.5")}),
        ("成立刚满两年", {"company_age_years": Decimal(2)}),
        ("四年前成立的公司", {"company_age_years": Decimal(4)}),
        ("founded three years ago", {"company_age_years": Decimal(3)}),
        ("our company is 4 years old", {"company_age_years": Decimal(4)}),
        ("a 7-year-old firm", {"company_age_years": Decimal(7)}),
        ("社保交了8个月", {"social_insurance_months": 8}),
        ("交了半年社保", {"social_insurance_months": 6}),
        ("合同签一年", {"contract_months": 12}),
        ("签了三年的劳动合同", {"contract_months": 36}),
        ("only six-month contracts", {"contract_months": 6}),
    ],
)
def test_time_is_understood(text: str, facts: dict[str, Any]) -> None:
    assert described_in(fold(text)) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("营收300万", {"revenue": 3_000_000}),
        ("年营收三千万", {"revenue": 30_000_000}),
        ("营收三百五十万", {"revenue": 3_500_000}),
        ("营业额1.5亿", {"revenue": 150_000_000}),
        ("营收300w", {"revenue": 3_000_000}),
        ("营收超过2000万", {"revenue": 20_200_000}),
        ("revenue of 3 million", {"revenue": 3_000_000}),
        ("our turnover is 3,000,000 yuan", {"revenue": 3_000_000}),
        ("sales of about 20m", {"revenue": 20_000_000}),
        ("云资源支出不到两万", {"annual_cloud_spend": 19_800}),
        ("we spend 15000 a year on servers", {"annual_cloud_spend": 15_000}),
        ("我们每月云支出3000", {"annual_cloud_spend": 36_000}),
        ("cloud spending of 5k a month", {"annual_cloud_spend": 60_000}),
        ("研发投入60万", {"rd_spend": 600_000}),
        ("今年还了八万利息", {"cost": 80_000}),
        ("研发60万", {"rd_spend": 600_000}),
        ("打样花了十万", {"cost": 100_000}),
        ("the audit cost us 100000", {"cost": 100_000}),
    ],
)
def test_money_is_understood_in_yuan(text: str, facts: dict[str, int]) -> None:
    assert described_in(fold(text)) == {fact: Decimal(value) for fact, value in facts.items()}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("研发占营收8%", {"rd_share_of_revenue_percent": Decimal(8)}),
        ("研发投入占比不到5%", {"rd_share_of_revenue_percent": Decimal("4.9")}),
        ("R&D is 6.5% of revenue", {"rd_share_of_revenue_percent": Decimal("6.5")}),
        ("办公室200平", {"area_m2": Decimal(200)}),
        ("租了两百五十平米", {"area_m2": Decimal(250)}),
        ("350 sqm office", {"area_m2": Decimal(350)}),
        ("28岁", {"person_age": 28}),
        ("a 35-year-old engineer", {"person_age": 35}),
        ("aged 41", {"person_age": 41}),
    ],
)
def test_share_area_and_age_are_understood(text: str, facts: dict[str, Any]) -> None:
    assert described_in(fold(text)) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("我们注册在园区", {"registered_in_park": True}),
        ("没在园区注册", {"registered_in_park": False}),
        ("注册地不在园区", {"registered_in_park": False}),
        ("公司注册在余杭", {"registered_in_park": False}),
        ("we are registered in the park", {"registered_in_park": True}),
        ("we are not registered in the park", {"registered_in_park": False}),
        ("刚通过了导师评审", {"passed_mentoring_review": True}),
        ("没通过评审", {"passed_mentoring_review": False}),
        ("we haven't passed the review", {"passed_mentoring_review": False}),
        ("首次认定高企", {"first_recognition": True}),
        ("到期重新认定", {"first_recognition": False}),
    ],
)
def test_yes_and_no_are_understood(text: str, facts: dict[str, bool]) -> None:
    assert described_in(fold(text)) == facts


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("评审过了快一年了，打样补贴还能办吗", 11),
        ("等保证书七个月前拿到的", 7),
        ("专利授权三个月了", 3),
        ("利息付完半年了还能来报不", 6),
        ("certificate issued seven months ago", 7),
        ("granted fourteen months ago", 14),
    ],
)
def test_time_since_what_opens_a_window_is_understood(text: str, months: int) -> None:
    assert described_in(fold(text))["window_months"] == months


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("我们不是做云的", {"cloud_related": False}),
        ("我们是涉云企业", {"cloud_related": True}),
        ("we are not a cloud company", {"cloud_related": False}),
        ("we are in the cloud business", {"cloud_related": True}),
        ("我们做物联网的", {"sector": "iot"}),
        ("一家人工智能公司", {"sector": "ai"}),
        ("we are an IoT start-up", {"sector": "iot"}),
        ("we work in artificial intelligence", {"sector": "ai"}),
        ("我们做物联网的，也是人工智能公司", {}),
        ("物联网补贴有吗", {}),
        ("不做物联网的", {}),
        ("14个人的团队", {"employees": 14}),
        ("we have 30 employees", {"employees": 30}),
    ],
)
def test_line_of_business_and_size_are_understood(text: str, facts: dict[str, Any]) -> None:
    assert described_in(fold(text), PARK) == facts


@pytest.mark.parametrize(
    "text",
    [
        "营收300万，营收500万",
        "入驻三个月了，不对，是入驻了八个月",
        "注册地在园区，哦不，没在园区注册",
        "通过了评审，评审没过",
        "我们入驻两年了，公司成立三个月",
        "营收九万亿",
        "revenue of 99999999999999",
        "研发占营收5000%",
        "办公室99999999平",
        "99岁",
        "10岁",
        "入驻99年",
        "社保交了90年",
        "合同签90年",
        "99999999个员工",
    ],
)
def test_what_contradicts_itself_or_cannot_be_is_ignored(text: str) -> None:
    assert described_in(fold(text)) == {}


def test_what_is_absurd_leaves_the_rest() -> None:
    assert described_in(fold("入驻三个月，办公室99999999平，营收300万")) == {
        "tenant_months": 3,
        "revenue": Decimal(3_000_000),
    }


@pytest.mark.parametrize(
    ("fact", "text", "value"),
    [
        ("tenant_months", "入驻{}个月", st.integers(0, 100)),
        ("revenue", "营收{}元", st.integers(100, 10**12)),
        ("annual_cloud_spend", "用云{}元", st.integers(100, 10**11)),
        ("area_m2", "办公室{}平", st.integers(1, 10**6)),
        ("person_age", "{}岁", st.integers(16, 80)),
    ],
)
def test_any_possible_number_is_taken_as_it_stands(fact: str, text: str, value: st.SearchStrategy[int]) -> None:
    @given(value)
    def holds(number: int) -> None:
        assert described_in(text.format(number)) == {fact: number}

    holds()


def test_several_facts_in_one_sentence() -> None:
    text = "我们入驻八个月，成立两年，营收500万，研发占12%，注册在园区，能申请什么"
    assert described_in(fold(text)) == {
        "tenant_months": 8,
        "company_age_years": Decimal(2),
        "revenue": Decimal(5_000_000),
        "rd_share_of_revenue_percent": Decimal(12),
        "registered_in_park": True,
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "食堂几点开门",
        "入驻企业三年租金补贴要什么材料",
        "租金补贴入驻后几个月内申请",
        "成立于2021年",
        "founded in 2021",
        "营收2026年会翻倍",
        "费用一共多少",
        "paid 12 months of interest",
        "要注册在园区吗",
        "注册在园区才能申请吗",
        "must we be registered in the park",
        "要通过导师评审吗",
        "1号楼的平台",
        "营收99999999999999999999999999999999元",
        "花了三百五十天",
        "付了12个月利息",
        "证书要在12个月内申请",
        "入驻9999999999999年",
    ],
)
def test_what_is_asked_or_is_another_matter_is_no_fact(text: str) -> None:
    assert described_in(fold(text)) == {}


WORDS = "入驻 成立 营收 研发 云账单 合同 社保 花了 了 满 不到 超过 半 一 两 百 万 亿 年 月 平 岁 % 3 2021 . , a one"
PIECES = st.sampled_from(WORDS.split())


@given(st.lists(PIECES, max_size=20).map("".join) | st.text(max_size=80))
def test_any_text_describes_numbers_that_can_be_compared(text: str) -> None:
    for value in described_in(fold(text)).values():
        assert isinstance(value, bool) or 0 <= value < 10**20


@pytest.mark.parametrize("text", ["了" * 600, "花" * 600, "8" * 600, "1," * 300, "十" * 600, "研发" * 300])
def test_long_texts_of_the_same_are_read_quickly(text: str) -> None:
    described_in("")
    began = time.perf_counter()
    described_in(text)
    assert time.perf_counter() - began < 0.5
