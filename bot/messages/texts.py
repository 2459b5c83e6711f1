"""What people read, in two languages: Fluent files, one a subject, in a folder a language."""

from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from bot.languages import Language

FOLDER = Path(__file__).parent


class MissingTextError(LookupError):
    """A message that is in no file of the language, or that lacks a variable."""


class Texts:
    """Formats the messages of one language: `texts("menu-title", count=3)`."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        self._keys: list[str] = []
        for file in sorted((FOLDER / language).glob("*.ftl")):
            resource = FluentResource(file.read_text(encoding="utf-8"))
            self._bundle.add_resource(resource)
            self._keys += [entry.id.name for entry in resource.body if isinstance(entry, ast.Message)]

    def __call__(self, key: str, **values: Any) -> str:
        if not self._bundle.has_message(key):
            raise MissingTextError(f"{key} is in no message file of {self.language}")
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise MissingTextError(f"{key} is empty in {self.language}")
        text, faults = self._bundle.format_pattern(pattern, values)
        if faults:
            raise MissingTextError(f"{key} in {self.language}: {faults[0]}")
        return str(text)

    def has(self, key: str) -> bool:
        return bool(self._bundle.has_message(key))

    def keys_with(self, beginning: str) -> list[str]:
        """The messages whose names begin so, in the order of the files."""
        return [key for key in self._keys if key.startswith(beginning)]


@cache
def texts_in(language: Language) -> Texts:
    """The texts of a language, read once."""
    return Texts(language)
