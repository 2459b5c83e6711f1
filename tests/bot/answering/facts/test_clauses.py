"""A subsidy's clauses in words."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bot.answering.facts.clauses import condition, gap_of, missing_of, value_of
from bot.eligibility.judging import judge
from bot.knowledge.criteria import CRITERIA, Measure
from bot.languages import Language
from bot.messages.texts import texts_in
from tests.bot.records import subsidy

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("clause", "zh", "en"),
    [
        ({"fact": "cloud_related", "equals": True}, "从事云计算相关业务", "cloud-related business"),
        ({"fact": "tenant_months", "at_least": 6}, "入驻满 6 个月", "a tenant for at least 6 months"),
        (
            {"fact": "revenue", "at_most": 20_000_000},
            "年营收不超过 2,000 万元",
            "revenue of at most CNY 20,000,000 a year",
        ),
        (
            {"fact": "annual_cloud_spend", "at_least": 25_000},
            "每年云资源支出不低于 2.5 万元",
            "cloud spending of at least CNY 25,000 a year",
        ),
        ({"fact": "revenue", "at_least": 5000}, "年营收不低于 5,000 元", "revenue of at least CNY 5,000 a year"),
        ({"fact": "tenant_months", "at_most": 1}, "入驻不超过 1 个月", "a tenant for at most 1 month"),
        ({"fact": "company_age_years", "at_most": "1.5"}, "成立不超过 1.5 年", "at most 1.5 years old"),
        ({"fact": "person_age", "at_least": 18}, "年龄满 18 岁", "at least 18 years of age"),
        ({"fact": "area_m2", "at_least": 1000}, "租用面积不低于 1,000 平方米", "at least 1,000 square metres rented"),
        ({"fact": "employees", "at_most": 20}, "员工不超过 20 人", "at most 20 people employed"),
        ({"fact": "registered_in_park", "equals": False}, "注册地不在园区", "not registered in the park"),
        ({"fact": "has_a_cat", "equals": True}, "has a cat", "has a cat"),
        ({"fact": "x", "equals": True, "text": {"zh": "养猫", "en": "keeps a cat"}}, "养猫", "keeps a cat"),
    ],
)
def test_condition_is_put_into_words(clause: dict[str, Any], zh: str, en: str) -> None:
    [one] = subsidy(clauses=[clause]).clauses
    assert condition(one, texts_in(Language.ZH)) == zh
    assert condition(one, texts_in(Language.EN)) == en


@pytest.mark.parametrize(
    ("clause", "value", "zh", "en"),
    [
        ({"fact": "registered_in_park", "equals": True}, False, "否", "no"),
        ({"fact": "tenant_months", "at_least": 6}, 3, "3 个月", "3 months"),
        ({"fact": "annual_cloud_spend", "at_least": 20_000}, Decimal(36_000), "3.6 万元", "CNY 36,000"),
        ({"fact": "rd_share_of_revenue_percent", "at_least": 5}, Decimal("4.96"), "4.9%", "4.9%"),
        ({"fact": "rd_share_of_revenue_percent", "at_least": 5}, Decimal("18.75"), "18.8%", "18.8%"),
        ({"fact": "revenue", "at_most": 10_000}, Decimal("10000.01"), "10,000.1 元", "CNY 10,000.1"),
        ({"fact": "company_age_years", "at_most": 3}, Decimal("3.003"), "3.1 年", "3.1 years"),
        ({"fact": "company_age_years", "at_most": 3}, Decimal("1.42"), "1.4 年", "1.4 years"),
    ],
)
def test_value_beside_a_clause_never_looks_as_if_it_met_it(
    clause: dict[str, Any], value: Any, zh: str, en: str
) -> None:
    [finding] = judge(subsidy(clauses=[clause]), {clause["fact"]: value}, TODAY).findings
    assert value_of(finding, texts_in(Language.ZH)) == zh
    assert value_of(finding, texts_in(Language.EN)) == en


@pytest.mark.parametrize(
    ("clause", "value", "zh", "en"),
    [
        ({"fact": "tenant_months", "at_least": 6}, 5, "1 个月", "1 month"),
        ({"fact": "revenue", "at_most": 20_000_000}, Decimal(32_000_000), "1,200 万元", "CNY 12,000,000"),
        (
            {"fact": "rd_share_of_revenue_percent", "at_least": 5},
            Decimal("4.96"),
            "0.1 个百分点",
            "0.1 percentage points",
        ),
        ({"fact": "company_age_years", "at_most": 3}, Decimal("3.003"), "0.1 年", "0.1 years"),
        ({"fact": "tenant_months", "at_least": 6}, 6, None, None),
        ({"fact": "registered_in_park", "equals": True}, False, None, None),
        ({"fact": "registered_in_park", "equals": True}, None, None, None),
    ],
)
def test_gap_is_never_told_smaller_than_it_is(
    clause: dict[str, Any], value: Any, zh: str | None, en: str | None
) -> None:
    [finding] = judge(subsidy(clauses=[clause]), {clause["fact"]: value}, TODAY).findings
    assert (gap_of(finding, texts_in(Language.ZH)), gap_of(finding, texts_in(Language.EN))) == (zh, en)


@pytest.mark.parametrize(
    ("fact", "zh", "en"),
    [
        ("company_age_at_move_in_years", ["成立日期", "入驻日期"], ["the day of founding", "the day you moved in"]),
        ("first_recognition", ["是不是首次认定"], ["whether it is the first recognition"]),
        ("has_a_cat", [], []),
    ],
)
def test_what_is_missing_is_named(fact: str, zh: list[str], en: list[str]) -> None:
    [finding] = judge(subsidy(clauses=[{"fact": fact, "equals": True}]), {}, TODAY).findings
    assert (missing_of(finding, texts_in(Language.ZH)), missing_of(finding, texts_in(Language.EN))) == (zh, en)


@pytest.mark.parametrize("fact", CRITERIA)
@pytest.mark.parametrize("language", Language)
def test_every_fact_has_words_for_all_that_can_be_asked_of_it(fact: str, language: Language) -> None:
    texts = texts_in(language)
    name, measure = fact.replace("_", "-"), CRITERIA[fact]
    assert texts.has(f"fact-{name}")
    assert measure is Measure.DAY or texts.has(f"clause-{name}")
    assert measure is not Measure.YES_NO or texts.has(f"clause-{name}-not")
    assert measure in {Measure.DAY, Measure.YES_NO, Measure.YUAN} or texts.has(f"value-{measure}")
