import pytest

from bot.knowledge.cells import flatten, unflatten
from bot.knowledge.columns import columns, names, written
from bot.knowledge.kinds import KINDS, Alliance, Facility, Faq, Subsidy


@pytest.mark.parametrize("kind", KINDS)
def test_columns_of_every_kind_have_different_names(kind: str) -> None:
    listed = [column.name for column in columns(KINDS[kind])]

    assert len(listed) == len(set(listed))


def test_columns_of_an_faq_have_friendly_names() -> None:
    listed = [column.name for column in written(Faq)]

    assert listed[:3] == ["id", "question_zh", "question_en"]
    assert {"similar_questions", "answer_zh", "answer_en"} <= set(listed)
    assert {name: names(Faq)[name] for name in ("name", "name_en", "questions")} == {
        "name": "question",
        "name_en": "question_en",
        "questions": "similar_questions",
    }


def test_columns_of_nested_values_have_a_prefix() -> None:
    listed = [column.name for column in written(Subsidy)]

    assert {"apply_within_months", "apply_within_after_zh", "deadline_before_event"} <= set(listed)


def test_cells_as_people_read_them() -> None:
    lab = Facility.model_validate(
        {
            "id": "lab",
            "name": {"zh": "硬功馆", "en": "Hardware Lab"},
            "free": True,
            "hours": "24h",
            "rules": [{"zh": "先培训", "en": "induction first"}, {"en": "no food"}],
            "charges": [{"amount": "5", "per": "hour"}, {"amount": "30.50", "per": "day", "cap": True}],
            "booking": {"lead_days": 3},
        }
    )

    assert flatten(lab) == {
        "id": "lab",
        "name_zh": "硬功馆",
        "name_en": "Hardware Lab",
        "free": "yes",
        "hours": "24h",
        "rules_zh": '先培训\n""',
        "rules_en": "induction first\nno food",
        "charges": "amount: 5; per: hour\namount: 30.5; per: day; cap: yes",
        "booking_lead_days": "3",
    }


def test_cells_lists_inside_items_repeat_their_key() -> None:
    member = {"id": "lkk", "name": {"en": "LKK"}, "helps_with": [{"en": "design"}, {"en": "outlook"}]}
    alliance = Alliance.model_validate({"id": "a", "name": {"en": "Alliance"}, "members": [member]})

    assert flatten(alliance)["members"] == "id: lkk; name_en: LKK; helps_with_en: design; helps_with_en: outlook"


def test_cells_blank_line_in_one_language_keeps_the_others_in_step() -> None:
    data, faults = unflatten(
        Facility, {"id": "x", "name": "x", "rules_zh": "一\n\n三\n", "rules_en": "one\ntwo\nthree"}
    )
    rules = Facility.model_validate(data).rules

    assert faults == []
    assert [(rule.zh, rule.en) for rule in rules] == [("一", "one"), ("", "two"), ("三", "three")]


def test_cells_text_without_a_language_shows_it_itself() -> None:
    data, _ = unflatten(Facility, {"id": "x", "name": "硬功馆", "where": "by the gate", "rules": "先培训\n\nno food"})
    lab = Facility.model_validate(data)

    assert (lab.name.zh, lab.where and lab.where.en) == ("硬功馆", "by the gate")
    assert [(rule.zh, rule.en) for rule in lab.rules] == [("先培训", ""), ("", "no food")]
