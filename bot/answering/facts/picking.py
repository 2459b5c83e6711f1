"""Which of a record's items a question names."""

import re

from bot.answering.text import HAN, fold, stem
from bot.knowledge.values import Text

_WORD = re.compile(r"[a-z0-9][a-z0-9&'-]*")
_FILLER = {"the", "of", "and", "for", "per", "on", "in", "a"}


def mentioned(name: Text, folded: str) -> bool:
    """Whether the folded question names the item, wholly or by a telling part of its name."""
    if not folded:
        return False
    chinese = fold(name.zh)
    characters = "".join(HAN.findall(chinese))
    if characters and (characters in folded or any(pair in folded for pair in _pairs(characters))):
        return True
    asked = {stem(word) for word in _WORD.findall(folded)}
    latin = {stem(word) for text in (name.zh, name.en) for word in _WORD.findall(fold(text))} - _FILLER
    return bool(latin & asked) or any(len(word) >= 2 and word in folded for word in latin if not word.isalpha())


def _pairs(characters: str) -> list[str]:
    return [characters[at : at + 2] for at in range(len(characters) - 1)] if len(characters) <= 4 else []
