"""A subsidy's clauses in words."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bot.answering.facts.clauses import condition, value_of
from bot.eligibility import judge
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
        ({"fact": "tenant_months", "at_least": 6}, 3, "3", "3"),
        ({"fact": "annual_cloud_spend", "at_least": 20_000}, Decimal(36_000), "3.6 万", "36,000"),
        ({"fact": "rd_share_of_revenue_percent", "at_least": 5}, Decimal("4.96"), "4.9%", "4.9%"),
        ({"fact": "rd_share_of_revenue_percent", "at_least": 5}, Decimal("18.75"), "18.8%", "18.8%"),
        ({"fact": "company_age_years", "at_most": 3}, Decimal("3.003"), "3.1", "3.1"),
        ({"fact": "company_age_years", "at_most": 3}, Decimal("1.42"), "1.4", "1.4"),
    ],
)
def test_value_beside_a_clause_never_looks_as_if_it_met_it(
    clause: dict[str, Any], value: Any, zh: str, en: str
) -> None:
    [finding] = judge(subsidy(clauses=[clause]), {clause["fact"]: value}, TODAY).findings
    assert value_of(finding, texts_in(Language.ZH)) == zh
    assert value_of(finding, texts_in(Language.EN)) == en
