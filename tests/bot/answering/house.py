"""What the house itself writes: the characters of its texts, and the ids that are none."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fluent.syntax import FluentParser
from fluent.syntax.ast import StringLiteral, TextElement
from fluent.syntax.visitor import Visitor

from bot.knowledge.pack import demonstration
from bot.messages import texts
from bot.people import companies

ELSEWHERE = {"announcing", "api", "mentoring"}
"""Message files that no answer speaks from."""


class _Written(Visitor):
    """Collects what a message file says itself."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def visit_TextElement(self, node: TextElement) -> None:  # noqa: N802  # the library's protocol
        self.texts.append(node.value)

    def visit_StringLiteral(self, node: StringLiteral) -> None:  # noqa: N802
        self.texts.append(node.parse()["value"])


def _strings(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """All strings within, each with the name of the field that it stands in."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, dict):
        for field, one in value.items():
            yield from _strings(one, field)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _strings(one, name)


def _messages() -> list[str]:
    written = _Written()
    for file in sorted(Path(texts.__file__).parent.glob("*/*.ftl")):
        if file.stem in ELSEWHERE:
            continue
        written.visit(FluentParser().parse(file.read_text(encoding="utf-8")))
    return written.texts


_fields = [pair for one in (*demonstration(), *companies.demonstration()) for pair in _strings(one.model_dump())]
_written = [*_messages(), *(text for name, text in _fields if name in {"zh", "en", "phone"})]

CHARACTERS = frozenset("\n".join(_written))
"""Those of the message files, of the park's records and of its companies."""
SLUGS = frozenset(text for name, text in _fields if name == "id" and "-" in text)
"""Ids that are no English word."""
