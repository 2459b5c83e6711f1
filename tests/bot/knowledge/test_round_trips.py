"""Whatever a record holds comes back from every form of file as it was."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.cells import flatten, unflatten
from bot.knowledge.drafts import Draft
from bot.knowledge.formats import csv_file, workbook_reader, workbook_writer, yaml_file
from bot.knowledge.formats.sheets import by_kind, together
from bot.knowledge.kinds import KINDS, Record
from tests.bot.knowledge.strategies import any_record, records
from tests.thoroughness import examples

THOROUGH = settings(max_examples=examples(50))
QUICK = settings(max_examples=examples(15))

Form = Callable[[list[Record]], list[Any]]

FORMS: dict[str, Form] = {
    "csv of one kind": lambda kept: [
        finding for sheet in by_kind(kept) for finding in csv_file.read(f"{sheet.name}.csv", csv_file.write(sheet))
    ],
    "csv of all kinds": lambda kept: list(csv_file.read("all.csv", csv_file.write(together(kept)))),
    "workbook": lambda kept: list(workbook_reader.read("all.xlsx", workbook_writer.write(by_kind(kept)))),
    "yaml": lambda kept: list(yaml_file.read("all.yaml", yaml_file.write(kept))),
}


def validated(findings: list[Any]) -> list[Record]:
    assert [finding for finding in findings if not isinstance(finding, Draft) or finding.faults] == []
    return [draft.model.model_validate(draft.data) for draft in findings]


@pytest.mark.parametrize("kind", KINDS)
@THOROUGH
@given(data=st.data())
def test_cells_any_record_comes_back(kind: str, data: st.DataObject) -> None:
    record = data.draw(records(KINDS[kind]))

    restored, faults = unflatten(KINDS[kind], flatten(record))

    assert faults == []
    assert KINDS[kind].model_validate(restored) == record


@pytest.mark.parametrize("form", FORMS)
@QUICK
@given(kept=st.lists(any_record(), max_size=3))
def test_files_any_records_come_back(form: str, kept: list[Record]) -> None:
    order = list(KINDS)

    restored = validated(FORMS[form](kept))

    assert sorted(restored, key=lambda record: order.index(record.kind)) == sorted(
        kept, key=lambda record: order.index(record.kind)
    )


@QUICK
@given(record=any_record())
def test_store_any_record_comes_back(record: Record) -> None:
    data = record.model_dump(mode="json", exclude_defaults=True)

    assert type(record).model_validate(data) == record
    assert type(record).model_validate(data).model_dump(mode="json", exclude_defaults=True) == data
