"""Several values in one cell: an item a line, and an item with fields as `key: value; key: value`."""

import json
import re
from collections.abc import Iterable, Mapping

_PAIR = re.compile(
    r'\s*(?P<key>[A-Za-z_0-9]+)\s*[:：]\s*(?P<value>"(?:[^"\\]|\\.)*"(?=\s*(?:[;；]|$))|[^;；]*)(?:[;；]|$)'
)


def join(items: Iterable[str]) -> str:
    """An item a line; what would not come back as it was stands in quotes, as in JSON."""
    return "\n".join(_quoted(item, "\n") for item in items)


def split(cell: str) -> list[str]:
    """The items of a cell; an empty line is an empty item."""
    return [_unquoted(line.strip()) for line in cell.split("\n")]


def write_pairs(fields: Mapping[str, str]) -> str:
    """The fields of one item; a field with several lines is repeated for each."""
    return "; ".join(f"{key}: {_quoted(value, ';；')}" for key, cell in fields.items() for value in cell.split("\n"))


def read_pairs(item: str) -> dict[str, str]:
    """The fields of one item, repeated ones with a line each; raises ValueError where it is none."""
    fields: dict[str, str] = {}
    rest = item
    while rest.strip():
        if not (match := _PAIR.match(rest)):
            raise ValueError(f"'{rest.strip()[:40]}' is no 'key: value; key: value'")
        key, value = match["key"].lower(), _unquoted(match["value"].strip())
        fields[key] = f"{fields[key]}\n{value}" if key in fields else value
        rest = rest[match.end() :]
    return fields


def _quoted(text: str, separators: str) -> str:
    if text != text.strip() or not text or text.startswith('"') or any(sign in text for sign in separators):
        return json.dumps(text, ensure_ascii=False)
    return text


def _unquoted(text: str) -> str:
    if not text.startswith('"'):
        return text
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return value if isinstance(value, str) else text
