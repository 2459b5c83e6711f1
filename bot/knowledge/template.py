"""What every column is for, in both languages, for people who fill in the sheets."""

from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal

from pydantic import BaseModel

from bot.knowledge.columns import Column, written
from bot.knowledge.formats.sheets import Sheet
from bot.knowledge.hours import OpeningHours
from bot.knowledge.kinds import KINDS
from bot.knowledge.terms import terms
from bot.knowledge.values import MonthDay
from bot.languages import Language
from bot.messages.texts import Texts, texts_in

HEADER = {Language.ZH: "说明", Language.EN: "explanation"}
"""The columns with the explanations."""

FORMS: dict[type, str] = {
    bool: "yes-no",
    int: "number",
    Decimal: "number",
    datetime: "moment",
    date: "day",
    time: "clock",
    OpeningHours: "hours",
    MonthDay: "month-day",
}
"""How a value of the class is written, as the end of a message's name."""


def explanations(name: str) -> Sheet:
    """A sheet of that name with a row for every column, and for every key of the items in a cell."""
    rows = [row for kind, model in KINDS.items() for row in _rows(kind, model)]
    return Sheet(name, ["sheet", "column", *HEADER.values()], rows)


def _rows(kind: str, model: type[BaseModel], inside: str = "") -> Iterator[dict[str, str]]:
    for column in written(model):
        told = {HEADER[language]: _told(column, texts_in(language)) for language in Language}
        yield {"sheet": kind, "column": f"{inside}{column.name}", **told}
        if column.shape.model:
            yield from _rows(kind, column.shape.model, f"{column.name}: ")


def _told(column: Column, texts: Texts) -> str:
    parts = [texts(_key(column, texts)), *(texts(hint) for hint in _hints(column))]
    if column.shape.refers:
        parts.append(texts("column-form-id", of=column.shape.refers.to or "record"))
    if column.shape.among:
        parts.append(texts("column-form-known", names=_listed(column.shape.among.of, texts)))
    return texts("column-join").join(parts)


def _listed(of: str, texts: Texts) -> str:
    """The names of a list; in Chinese, where they say nothing, with the words for them."""
    words = {name: told[0] for name, told in terms(of).items() if told and texts.language is Language.ZH}
    return ", ".join(f"{name}（{words[name]}）" if name in words else name for name in terms(of))


def _key(column: Column, texts: Texts) -> str:
    """The message of the field: what all kinds share is explained once, unless a kind says it in its own way."""
    keys = [f"column-{owner.__name__.lower()}-{column.field}" for owner in column.owner.__mro__]
    return next((key for key in keys if texts.has(key)), keys[0])


def _hints(column: Column) -> Iterator[str]:
    spread_out = column.path[0] != column.field
    if column.owner.model_fields[column.field].is_required() and not spread_out:
        yield "column-required"
    if column.language:
        yield f"column-in-{column.language}"
    if column.shape.holds in FORMS:
        yield f"column-form-{FORMS[column.shape.holds]}"
    if column.shape.many:
        yield "column-form-items" if column.shape.model else "column-form-lines"
