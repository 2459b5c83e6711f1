"""What people read, in two languages: Fluent files, one a subject, in a folder a language."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from bot.languages import Language

FOLDER = Path(__file__).parent
_ENTRY = re.compile(r"^(?P<key>-?[a-zA-Z][\w-]*) *=.*\n(?:(?:[ }].*)?\n)*", re.MULTILINE)
"""A message or a term: its first line, then lines that are indented, close a brace or are empty."""
_REFERENCE = re.compile(r"\{\s*(-?[a-zA-Z][\w-]*)")


class MissingTextError(LookupError):
    """A message that is in no file of the language, or that lacks a variable."""


class Texts:
    """Formats the messages of one language: `texts("menu-title", count=3)`."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        files = sorted((FOLDER / language).glob("*.ftl"))
        entries = (entry for file in files for entry in _ENTRY.finditer(file.read_text(encoding="utf-8")))
        self._sources = {entry["key"]: entry[0] for entry in entries}
        self._parsed: set[str] = set()

    def __call__(self, key: str, **values: Any) -> str:
        if not self.has(key):
            raise MissingTextError(f"{key} is in no message file of {self.language}")
        self._parse(key)
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise MissingTextError(f"{key} is empty in {self.language}")
        text, faults = self._bundle.format_pattern(pattern, values)
        if faults:
            raise MissingTextError(f"{key} in {self.language}: {faults[0]}")
        return str(text)

    def has(self, key: str) -> bool:
        return key in self._sources and not key.startswith("-")

    def _parse(self, key: str) -> None:
        """With whatever it refers to; each at its first use, since all of them would take a while at the start."""
        if key in self._parsed or key not in self._sources:
            return
        self._bundle.add_resource(FluentResource(self._sources[key]))
        for reference in _REFERENCE.findall(self._sources[key]):
            self._parse(reference)
        self._parsed.add(key)  # at last, so that no other thread takes it for whole

    def keys_with(self, beginning: str) -> list[str]:
        """The messages whose names begin so, in the order of the files."""
        return [key for key in self._sources if key.startswith(beginning)]


@cache
def texts_in(language: Language) -> Texts:
    """The texts of a language, read once."""
    return Texts(language)
