from typing import Any

import pytest
from pydantic import ValidationError

from bot.knowledge.kinds import KINDS
from bot.knowledge.sentences import sentence

ENTRY = {"id": "a", "name": "A", "answer": "B"}
YEAR = {"valid_from": "2026-12-03", "valid_until": "2026-12-03"}
AT_TWO = {"starts": "2026-12-03 14:00", "ends": "2026-12-03 14:00"}


@pytest.mark.parametrize(
    ("kind", "data", "told"),
    [
        ("faq", {}, "is missing"),
        ("faq", ENTRY | {"id": "硬功"}, "'硬功' is no id: up to 40 letters, digits, '-', '_' and '.', of which the"),
        ("faq", ENTRY | {"id": ["a"]}, "must be a text"),
        ("faq", ENTRY | {"name": {"zh": ""}}, "needs a text in Chinese or English"),
        ("faq", ENTRY | {"name": ["A"]}, "must have fields of its own"),
        ("faq", ENTRY | {"name": {"zhh": "A"}}, "there is no field 'zhh', did you mean 'zh'?"),
        ("faq", ENTRY | {"anwser": "C"}, "there is no field 'anwser', did you mean 'answer'?"),
        ("faq", ENTRY | {"about": "a"}, "must be a list"),
        ("faq", ENTRY | YEAR, "valid_until must be after valid_from"),
        ("facility", {"contract_months_min": "3.5"}, "'3.5' is no whole number"),
        ("facility", {"contract_months_min": 3.5}, "'3.5' is no whole number"),
        ("facility", {"contract_months_min": []}, "must be a whole number"),
        ("facility", {"contract_months_min": "9" * 5000}, f"'{'9' * 59}…' is too large"),
        ("facility", {"contract_months_min": "-1"}, "'-1' must not be less than 0"),
        ("facility", {"contract_months_min": "9999999999"}, "'9999999999' must not be more than 1000000000"),
        ("facility", {"charges": [{"amount": "x", "per": "hour"}]}, "item 1, amount: 'x' is no number"),
        ("facility", {"charges": [{"amount": [], "per": "hour"}]}, "item 1, amount: '[]' is no number"),
        ("facility", {"charges": [{"amount": "NaN", "per": "hour"}]}, "item 1, amount: 'NaN' is no number"),
        ("facility", {"charges": [{"amount": "1" * 16, "per": "hour"}]}, "item 1, amount: '1111111111111111' has too"),
        ("facility", {"charges": [{"amount": 3}]}, "item 1, per: is missing"),
        ("facility", {"charges": [{"amount": 3, "per": ""}]}, "item 1, per: is empty"),
        ("facility", {"charges": ["dear"]}, "item 1: must have fields of its own"),
        ("facility", {"booking": {}}, "needs one of lead_days, lead_days_max, step_minutes, groups_over and through"),
        ("facility", {"rules": "first"}, "must be a list"),
        (
            "subsidy",
            {"benefits": [{"percent": 50}]},
            "item 1: a percent needs 'of' or 'of_text': what it is a share of",
        ),
        ("subsidy", {"benefits": [{}]}, "item 1: needs an amount or a percent, and not both"),
        ("subsidy", {"clauses": [{"fact": "a"}]}, "item 1: needs one of equals, at_least and at_most"),
        ("event", AT_TWO, "ends must be after starts"),
    ],
)
def test_sentence_of_a_fault(kind: str, data: dict[str, Any], told: str) -> None:
    with pytest.raises(ValidationError) as invalid:
        KINDS[kind].model_validate({"id": "a", "name": "A"} | data)

    (error,) = invalid.value.errors()
    assert sentence(KINDS[kind], error).startswith(told)


def test_sentence_of_an_unforeseen_fault_names_the_value() -> None:
    error: Any = {"type": "odd", "loc": ("id",), "input": "x", "msg": "Something odd", "url": ""}

    assert sentence(KINDS["faq"], error) == "'x' cannot be read: Something odd"
