"""Pydantic's findings in words for people who fill in spreadsheets."""

from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from bot.knowledge.shapes import Location, shapes
from bot.knowledge.suggestions import did_you_mean

_SENTENCES = {
    "missing": "is missing",
    "int_parsing": "'{input}' is no whole number",
    "int_from_float": "'{input}' is no whole number",
    "int_parsing_size": "'{input}' is too large",
    "decimal_parsing": "'{input}' is no number",
    "decimal_type": "'{input}' is no number",
    "finite_number": "'{input}' is no number",
    "decimal_max_digits": "'{input}' has too many digits",
    "greater_than_equal": "'{input}' must not be less than {ge}",
    "less_than_equal": "'{input}' must not be more than {le}",
    "string_pattern_mismatch": (
        "'{input}' is no id: up to 40 letters, digits, '-', '_' and '.', of which the first is a letter or digit"
    ),
    "string_type": "must be a text",
    "int_type": "must be a whole number",
    "list_type": "must be a list",
    "model_type": "must have fields of its own",
    "dict_type": "must have fields of its own",
}


def sentence(model: type[BaseModel], error: ErrorDetails) -> str:
    """What is wrong, with the item of a list and its field in front."""
    location: Location = error["loc"]
    return in_item(location, _reason(model, error))


def in_item(location: Location, told: str) -> str:
    """What is told of a value, with the item of a list that it belongs to in front."""
    within = _within(location)
    return f"{within}: {told}" if within else told


def _within(location: Location) -> str:
    for step, part in enumerate(location):
        if isinstance(part, int):
            return ", ".join([f"item {part + 1}", *(str(rest) for rest in location[step + 1 :])])
    return ""


def _reason(model: type[BaseModel], error: ErrorDetails) -> str:
    kind, context = error["type"], error.get("ctx", {})
    if kind == "value_error":
        return str(context["error"])
    if kind == "extra_forbidden":
        name = str(error["loc"][-1])
        return f"there is no field '{name}'{did_you_mean(name, _fields_at(model, error['loc'][:-1]))}"
    if kind in _SENTENCES:
        return _SENTENCES[kind].format(input=_short(error["input"]), **context)
    return f"'{_short(error['input'])}' cannot be read: {error['msg']}"


def _fields_at(model: type[BaseModel], location: Location) -> list[str]:
    for name in location:
        if isinstance(name, str):
            nested = shapes(model)[name].holds
            if issubclass(nested, BaseModel):
                model = nested
    return list(model.model_fields)


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"
