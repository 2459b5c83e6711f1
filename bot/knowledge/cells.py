"""A record's plain data as the cells of a spreadsheet row, and back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from bot.knowledge import lines
from bot.knowledge.columns import Column, columns, names, written
from bot.knowledge.suggestions import did_you_mean

Data = dict[str, Any]


@dataclass(frozen=True)
class CellFault:
    """Why a cell cannot be read."""

    column: str
    sentence: str


def flatten(record: BaseModel) -> dict[str, str]:
    """The filled cells of a record, by column."""
    return _flat(type(record), record.model_dump(mode="json", exclude_defaults=True))


def unflatten(model: type[BaseModel], cells: Mapping[str, str]) -> tuple[Data, list[CellFault]]:
    """The data of a row, not yet validated, and what cannot be read; cells of unknown columns are passed over."""
    data: Data = {}
    faults: list[CellFault] = []
    for column in columns(model):
        if cell := cells.get(column.name, ""):
            faults += [CellFault(column.name, sentence) for sentence in _put(data, column, cell)]
    return data, faults


def _flat(model: type[BaseModel], data: Data) -> dict[str, str]:
    cells = {column.name: _cell(column, data) for column in written(model)}
    return {name: cell for name, cell in cells.items() if cell}


def _cell(column: Column, data: Data) -> str:
    value: Any = data
    for step in column.path:
        if (value := value.get(step)) is None:
            return ""
    if not column.shape.many:
        return _text(value)
    items = [_item(column, item) for item in value]
    return lines.join(items) if any(items) else ""


def _item(column: Column, item: Any) -> str:
    if column.shape.model:
        return lines.write_pairs(_flat(column.shape.model, item))
    return str(item.get(column.language, "")) if column.language else _text(item)


def _text(value: Any) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _put(data: Data, column: Column, cell: str) -> list[str]:
    """Put the cell's value where it belongs in the data; tell what is wrong with it."""
    *above, last = column.path
    for step in above:
        data = data.setdefault(step, {})
    if column.for_reading_only and last in data:
        return [f"fill either {column.name} or its languages in columns of their own, not both"]
    if not column.shape.many:
        data[last] = cell
    elif column.language:
        _add_language(data.setdefault(last, []), column.language, lines.split(cell))
    elif column.shape.model:
        data[last], faults = _nested(column.shape.model, [item for item in lines.split(cell) if item])
        return faults
    else:
        data[last] = [item for item in lines.split(cell) if item]
    return []


def _add_language(texts: list[Data], language: str, items: list[str]) -> None:
    texts += [{} for _ in range(len(items) - len(texts))]
    for text, item in zip(texts, items, strict=False):
        text[language] = item


def _nested(model: type[BaseModel], items: list[str]) -> tuple[list[Data], list[str]]:
    nested: list[Data] = []
    faults: list[str] = []
    for number, item in enumerate(items, start=1):
        try:
            fields = lines.read_pairs(item)
        except ValueError as fault:
            faults.append(f"item {number}: {fault}")
            continue
        unknown = [key for key in fields if key not in names(model)]
        faults += [f"item {number} has no key '{key}'{did_you_mean(key, names(model))}" for key in unknown]
        data, inner = unflatten(model, fields)
        faults += [f"item {number}, {fault.column}: {fault.sentence}" for fault in inner]
        nested.append(data)
    return nested, faults
