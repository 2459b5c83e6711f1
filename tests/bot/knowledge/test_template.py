from pathlib import Path

import pytest

from bot.errors import ParkbotError
from bot.knowledge import exporting, pack
from bot.knowledge.columns import written
from bot.knowledge.kinds import KINDS
from bot.knowledge.template import explanations


def test_explanations_tell_every_column_of_every_kind_in_both_languages() -> None:
    rows = explanations("explained").rows

    told = {(row["sheet"], row["column"]) for row in rows if row["说明"] and row["explanation"]}
    assert told >= {(kind, column.name) for kind, model in KINDS.items() for column in written(model)}


def test_explanations_tell_the_keys_of_items_and_how_values_are_written() -> None:
    told = {(row["sheet"], row["column"]): row for row in explanations("explained").rows}

    assert told["facility", "charges: amount"]["说明"] == "多少元；必填；填数字"
    assert told["event", "starts"]["explanation"] == (
        "when it starts, the first time if it comes again; required; local time of the park, like 2026-12-03 14:00"
    )
    assert told["faq", "question_en"]["说明"] == "标准问题；必填；英文；中英文填一种即可"
    assert told["event", "host"]["explanation"] == "the member of the alliance that hosts it; an id (member)"
    assert told["facility", "runs_every: part"]["explanation"].endswith("; one of morning, noon, evening")
    assert "可填 cloud-bill（云资源账单）, rd-spend（研发投入）" in told["subsidy", "benefits: of"]["说明"]
    assert "registered_in_park（注册地）" in told["subsidy", "clauses: fact"]["说明"]
    assert told["subsidy", "apply_within_months"]["explanation"] == "apply within so many months; a number"


@pytest.mark.parametrize("form", ["empty.xlsx", "empty"])
def test_template_is_imported_as_nothing(tmp_path: Path, form: str) -> None:
    exporting.template(tmp_path / form)

    assert pack.read([tmp_path / form]) == []


@pytest.mark.parametrize("write", [exporting.template, lambda path: exporting.export(path, [])])
def test_export_to_another_form_is_refused(tmp_path: Path, write: object) -> None:
    with pytest.raises(ParkbotError, match=r"\.json"):
        write(tmp_path / "park.json")  # type: ignore[operator]

    assert list(tmp_path.iterdir()) == []


def test_export_to_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(ParkbotError, match=r"park\.yaml cannot be written: "):
        exporting.export(tmp_path / "file" / "park.yaml", pack.demonstration())
