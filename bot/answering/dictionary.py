"""The general dictionary of Chinese: loaded by the first Chinese text, because it takes a tenth of a start."""

from functools import cache, lru_cache
from typing import Any


@cache
def _jieba() -> Any:
    import rjieba  # noqa: PLC0415 - start-up time

    return rjieba


@lru_cache(maxsize=20_000)
def has_word(text: str) -> bool:
    """Whether it is a word of the dictionary."""
    return bool(_jieba().has_word(text))


def tagged(text: str) -> list[tuple[str, str]]:
    """The text cut into words of the dictionary and whatever else it holds, each with jieba's part of speech."""
    found: list[tuple[str, str]] = _jieba().tag(text, False)
    return found
