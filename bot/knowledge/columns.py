"""The columns that a kind has in a spreadsheet, read off its model."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel

from bot.knowledge.shapes import Location, Shape, shapes
from bot.knowledge.values import Text
from bot.languages import Language


@dataclass(frozen=True)
class Column:
    """One column: `path` leads to its value in a record's plain data, `owner` is the model that has the `field`.

    A text has a column per `language`, and on reading also one without: there the text itself shows its language.
    """

    name: str
    path: tuple[str, ...]
    shape: Shape
    owner: type[BaseModel]
    field: str
    language: Language | None = None

    @property
    def for_reading_only(self) -> bool:
        return self.shape.holds is Text and not self.language


@cache
def columns(model: type[BaseModel]) -> tuple[Column, ...]:
    """All columns that are understood, in order, a text's column without a language after those with one."""
    return tuple(_columns(model, "", ()))


@cache
def written(model: type[BaseModel]) -> tuple[Column, ...]:
    """The columns that are written."""
    return tuple(column for column in columns(model) if not column.for_reading_only)


@cache
def names(model: type[BaseModel]) -> dict[str, str]:
    """What may stand in the header, and the column that it means: fields may also go by their own names."""
    own = {_own_name(column): column.name for column in columns(model)}
    return own | {column.name: column.name for column in columns(model)}


def column_at(model: type[BaseModel], location: Location, present: Container[str]) -> str | None:
    """The name of the column that holds the value at the location, one that is present if possible."""
    path = tuple(step for step in location if isinstance(step, str))
    if not path:
        return None
    near = [column.name for column in columns(model) if column.path[: len(path)] == path[: len(column.path)]]
    return next((name for name in near if name in present), near[0] if near else None)


def _columns(model: type[BaseModel], prefix: str, above: tuple[str, ...]) -> Iterator[Column]:
    shown: dict[str, str] = getattr(model, "column_names", {})
    for field, shape in shapes(model).items():
        name, path = prefix + shown.get(field, field), (*above, field)
        if shape.holds is Text:
            for language in Language:
                inner = path if shape.many else (*path, language.value)
                yield Column(f"{name}_{language}", inner, shape, model, field, language)
            yield Column(name, path, shape, model, field)
        elif shape.model and not shape.many:
            yield from _columns(shape.model, f"{name}_", path)
        else:
            yield Column(name, path, shape, model, field)


def _own_name(column: Column) -> str:
    if column.language and column.shape.many:
        return "_".join((*column.path, column.language))
    return "_".join(column.path)
