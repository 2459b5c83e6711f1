"""Names of a fixed list: what is on it, and what an officer reads who wrote another one."""

from pathlib import Path
from typing import Any

import pytest

from bot.knowledge import pack
from bot.knowledge.exporting import export
from bot.knowledge.faults import ImportRejected
from bot.knowledge.kinds import KINDS
from bot.knowledge.terms import terms, unknown
from tests.bot.records import facility, subsidy

UNITS = ", ".join(terms("unit"))
FACTS = ", ".join(terms("fact"))
COSTS = ", ".join(terms("cost"))
IN_WORDS = "another one is put into words in"
WINDOW = {"months": 6, "after": "moving in"}


@pytest.mark.parametrize(
    ("kind", "data", "told"),
    [
        (
            "facility",
            {"charges": [{"amount": 3, "per": "houre"}]},
            {"per": f"there is no unit 'houre', did you mean 'hour'? Known: {UNITS}"},
        ),
        (
            "facility",
            {"charges": [{"amount": 3, "per": "小时"}]},
            {"per": f"there is no unit '小时', did you mean 'hour'? Known: {UNITS}"},
        ),
        (
            "facility",
            {"charges": [{"amount": 3, "per": "xyzzy"}]},
            {"per": f"there is no unit 'xyzzy'. Known: {UNITS}"},
        ),
        (
            "facility",
            {"charges": [{"amount": 3, "per": " Hour "}]},
            {"per": f"there is no unit 'Hour', did you mean 'hour'? Known: {UNITS}"},
        ),
        (
            "facility",
            {"charges": [{"amount": 0, "per": "company", "free_units": "4", "within": "month"}]},
            {"per": f"there is no unit to count 'company'. Known: {', '.join(terms('unit to count'))}"},
        ),
        (
            "facility",
            {"runs_every": [{"part": "mornings", "minutes": 5}]},
            {"part": "there is no part of the day 'mornings', did you mean 'morning'? Known: morning, noon, evening"},
        ),
        (
            "subsidy",
            {"benefits": [{"percent": 3, "of": "cloud bill", "cap": 3, "cap_per": "yaer"}]},
            {
                "of": f"there is no cost 'cloud bill', did you mean 'cloud-bill'? Known: {COSTS}; {IN_WORDS} 'of_text'",
                "cap_per": f"there is no unit 'yaer', did you mean 'year'? Known: {UNITS}",
            },
        ),
        (
            "subsidy",
            {"clauses": [{"fact": "revenu", "at_most": 3}]},
            {"fact": f"there is no fact 'revenu', did you mean 'revenue'? Known: {FACTS}; {IN_WORDS} 'text'"},
        ),
        (
            "subsidy",
            {"clauses": [{"fact": "founded", "at_least": 1}]},
            {"fact": f"there is no fact 'founded'. Known: {FACTS}; {IN_WORDS} 'text'"},
        ),
        (
            "subsidy",
            {"clauses": [{"fact": "revenue", "equals": "yes"}]},
            {"equals": "'revenue' is a number: fill at_least or at_most"},
        ),
        (
            "subsidy",
            {"clauses": [{"fact": "cloud_related", "at_least": 1}]},
            {"fact": "'cloud_related' is a yes or no: fill equals"},
        ),
        (
            "subsidy",
            {"apply_within": WINDOW | {"fact": "move_in"}},
            {"fact": "there is no day 'move_in', did you mean 'moved_in'? Known: founded, moved_in"},
        ),
    ],
)
def test_name_that_nobody_knows_is_told_with_those_that_are_known(
    kind: str, data: dict[str, Any], told: dict[str, str]
) -> None:
    found = unknown((KINDS[kind], {"id": "a", "name": "A"} | data))
    assert {location[-1]: sentence for location, sentence in found} == told


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("facility", {"charges": [{"amount": 3, "per": "hour", "free_units": 4, "within": "month"}]}),
        ("subsidy", {"benefits": [{"percent": 3, "of_text": "travel costs"}]}),
        ("subsidy", {"benefits": [{"percent": 3, "of": "travel", "of_text": "travel costs"}]}),
        ("subsidy", {"clauses": [{"fact": "cats", "at_least": 3, "text": "keeps three cats"}]}),
        ("subsidy", {"apply_within": WINDOW}),
        ("subsidy", {"clauses": ["what is no clause"], "benefits": None}),
    ],
)
def test_name_that_is_known_or_put_into_words_is_accepted(kind: str, data: dict[str, Any]) -> None:
    assert list(unknown((KINDS[kind], {"id": "a", "name": "A"} | data))) == []


def test_every_record_of_the_demonstration_uses_known_names() -> None:
    assert [list(unknown((type(one), one.model_dump(mode="json")))) for one in pack.demonstration()] == [
        [] for _ in pack.demonstration()
    ]


@pytest.mark.parametrize(("end", "place"), [("xlsx", "sheet facility, row 2"), ("csv", "row 2")])
def test_import_is_refused_with_the_place_in_the_sheet(tmp_path: Path, end: str, place: str) -> None:
    record = facility(charges=[{"amount": 3, "per": "hour"}, {"amount": 3, "per": "houre"}])
    export(file := tmp_path / f"facility.{end}", [record])
    with pytest.raises(ImportRejected) as rejected:
        pack.read([file])
    [fault] = rejected.value.faults
    assert str(fault) == (
        f"{file}, {place}, column charges: item 2, per: there is no unit 'houre', did you mean 'hour'? Known: {UNITS}"
    )


def test_import_names_the_line_of_a_yaml_file(tmp_path: Path) -> None:
    record = subsidy(apply_within=WINDOW | {"fact": "movedin"})
    export(file := tmp_path / "all.yaml", [record])
    with pytest.raises(ImportRejected, match="there is no day 'movedin', did you mean 'moved_in'"):
        pack.read([file])
