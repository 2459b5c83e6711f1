"""Sounds of Chinese: syllables without tones, with the pairs that people mix up made one."""

import os
import re
from functools import cache, lru_cache
from typing import Any

_FUZZY = (("zh", "z"), ("ch", "c"), ("sh", "s"))
_ENDS = re.compile(r"(?<=[aei])ng$")


@cache
def _pypinyin() -> Any:
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")  # 43 MB less; one reading a character is what matching needs
    import pypinyin  # noqa: PLC0415 - start-up time: no English question needs it

    return pypinyin


@lru_cache(maxsize=10_000)
def sound(character: str) -> str:
    """The syllable of a character; other characters stand for themselves."""
    syllable: str = _pypinyin().lazy_pinyin(character)[0]
    return syllable


@lru_cache(maxsize=10_000)
def loose(syllable: str) -> str:
    """A syllable without the difference of zh/z, ch/c, sh/s and of -ng/-n."""
    for careful, lax in _FUZZY:
        if syllable.startswith(careful):
            syllable = lax + syllable[2:]
    return _ENDS.sub("n", syllable)


@lru_cache(maxsize=10_000)
def _heard(character: str) -> str:
    return loose(sound(character))


def sounds(text: str) -> tuple[str, ...]:
    """The loose syllables of a text, one a character."""
    return tuple(map(_heard, text))


def spelled(text: str) -> str:
    """The text as one types it in pinyin, without tones and gaps."""
    return "".join(sound(character) for character in text)
