"""Typing as it goes wrong: the same text with other characters of the same sound, with gaps, with neighbours swapped.

A rate is of the characters that the noise is about: Han characters, or letters of English words long enough to be
read with one wrong. Digits, and whatever else a text holds, stay as they are. The same seed makes the same noise.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from random import Random

import opencc
from pypinyin import lazy_pinyin

HAN = re.compile(r"[\u4e00-\u9fff]")
LONG_WORD = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{4,}(?![A-Za-z0-9])")
LEVEL_ONE = range(0xB0, 0xD8)
"""The first bytes of GB2312's 3,755 most common characters."""

Noise = Callable[[str, Random], str]
Places = Callable[[str], list[int]]


@cache
def homophones() -> dict[str, tuple[str, ...]]:
    """The common characters of every syllable, whatever their tone."""
    found: dict[str, list[str]] = {}
    for first in LEVEL_ONE:
        for second in range(0xA1, 0xFF):
            character = bytes([first, second]).decode("gb2312", errors="ignore")
            if character:
                found.setdefault(lazy_pinyin(character)[0], []).append(character)
    return {syllable: tuple(characters) for syllable, characters in found.items()}


def others_of(character: str) -> list[str]:
    """Other common characters that sound like it."""
    return [one for one in homophones().get(lazy_pinyin(character)[0], ()) if one != character]


def sounding_alike(rate: float) -> Noise:
    """Han characters become others of the same sound, as an input method offers them."""

    def noise(text: str, random: Random) -> str:
        places = han_places(text)
        typed = list(text)
        can = [place for place in places if others_of(text[place])]
        for place in _some(can, rate * len(places), random):
            typed[place] = random.choice(others_of(text[place]))
        return "".join(typed)

    return noise


def dropping(rate: float, places_in: Places) -> Noise:
    """Characters are left out, though never all."""

    def noise(text: str, random: Random) -> str:
        places = places_in(text)
        gone = set(_some(places, min(rate * len(places), len(places) - 1), random))
        return "".join(character for place, character in enumerate(text) if place not in gone)

    return noise


def swapping(rate: float, places_in: Places) -> Noise:
    """Neighbours that differ change places; the rate is of the pairs' first characters."""

    def noise(text: str, random: Random) -> str:
        places = places_in(text)
        known = set(places)
        pairs = [place for place in places if place + 1 in known and text[place] != text[place + 1]]
        typed = list(text)
        for place in _apart(pairs, rate * len(places), random):
            typed[place], typed[place + 1] = typed[place + 1], typed[place]
        return "".join(typed)

    return noise


def traditional(text: str, _: Random) -> str:
    """Simplified characters become Traditional."""
    return str(_to_traditional().convert(text))


def han_places(text: str) -> list[int]:
    """Where the Han characters stand."""
    return [match.start() for match in HAN.finditer(text)]


def letter_places(text: str) -> list[int]:
    """Where the letters of long English words stand."""
    return [place for match in LONG_WORD.finditer(text) for place in range(*match.span())]


@cache
def _to_traditional() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")


def _count(expected: float, random: Random) -> int:
    """A whole number next to what is expected, above it as often as makes the mean right."""
    whole = int(max(expected, 0))
    return whole + (random.random() < expected - whole)


def _some(places: Sequence[int], expected: float, random: Random) -> list[int]:
    return random.sample(places, min(_count(expected, random), len(places)))


def _apart(places: Sequence[int], expected: float, random: Random) -> list[int]:
    """Places of which no two are neighbours."""
    wanted = _count(expected, random)
    kept: list[int] = []
    for place in random.sample(places, len(places)):
        if len(kept) < wanted and not {place - 1, place + 1} & set(kept):
            kept.append(place)
    return kept
