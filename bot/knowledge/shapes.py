"""What the fields of a kind are, read off its model, so that nothing needs a table per kind."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from bot.knowledge.scalars import Among, Refers
from bot.knowledge.values import MonthDay, Text

Location = tuple[str | int, ...]
"""The way to a value: names of fields and indices of lists, as pydantic gives it."""


@dataclass(frozen=True)
class Shape:
    """One value of a class, or with `many` a list of them.

    `refers` where it is the id of something else, `among` where it is a name of a list.
    """

    holds: type
    many: bool = False
    refers: Refers | None = None
    among: Among | None = None

    @property
    def model(self) -> type[BaseModel] | None:
        """The model of a value that has fields of its own and is not written as one text."""
        nested = issubclass(self.holds, BaseModel) and not issubclass(self.holds, Text | MonthDay)
        return self.holds if nested else None


@cache
def shapes(model: type[BaseModel]) -> Mapping[str, Shape]:
    """The shape of every field of the model."""
    hints = get_type_hints(model, include_extras=True)
    return {name: _shape(hints[name]) for name in model.model_fields}


def _shape(hint: Any, shape: Shape = Shape(object)) -> Shape:
    origin = get_origin(hint)
    if origin is Annotated:
        inner, *notes = get_args(hint)
        marks: dict[str, Any] = {_MARKS[type(note)]: note for note in notes if type(note) in _MARKS}
        return _shape(inner, replace(shape, **marks))
    if origin is list:
        return _shape(get_args(hint)[0], replace(shape, many=True))
    if origin in {Union, UnionType}:
        (inner,) = (part for part in get_args(hint) if part is not type(None))
        return _shape(inner, shape)
    return replace(shape, holds=hint)


_MARKS: dict[type, str] = {Refers: "refers", Among: "among"}


def walk(model: type[BaseModel], data: Any, above: Location = ()) -> Iterator[tuple[Location, Shape, Any]]:
    """Every value in a record's plain data, nested ones included, with its location; it need not be valid."""
    for name, shape in shapes(model).items() if isinstance(data, Mapping) else ():
        held = data.get(name)
        items = enumerate(held) if shape.many and isinstance(held, list) else [(None, held)]
        for index, item in items:
            location = (*above, name) if index is None else (*above, name, index)
            if item is not None:
                yield location, shape, item
            if shape.model:
                yield from walk(shape.model, item, location)
