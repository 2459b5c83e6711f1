"""How people put things in Chinese: which characters follow each other in a park's phrasings and in everyday questions.

A model of triples, smoothed as Witten and Bell do: what varies more is believed less.
All else than Chinese characters is one mark.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from math import log
from typing import Any

from bot.answering.listed import listed
from bot.answering.text import HAN, fold

BEGIN, END, OTHER = "^", "$", "·"
MOST_MISSED = 3
"""So many characters are thought of for a gap."""
_NOT_HAN = re.compile(r"[^\u4e00-\u9fff]+")
_EVERYDAY = ("aspects.yaml", "background.yaml")


@cache
def everyday() -> tuple[str, ...]:
    """Questions as people ask them anywhere, folded."""
    return tuple(fold(text) for name in _EVERYDAY for text in _strings(listed(name)))


class Speech:
    """Counts of characters, pairs and triples in texts, which are folded."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._seen: Counter[str] = Counter()
        for text in texts:
            if HAN.search(text):
                marked = framed(text)
                for size in (1, 2, 3):
                    self._seen.update(marked[at : at + size] for at in range(len(marked) - size + 1))
        self._followers = Counter(token[:-1] for token in self._seen if len(token) > 1)
        self._leaders = Counter(token[1] for token in self._seen if len(token) == 2)
        self._pairs = max(self._leaders.total(), 1)
        self._least = 0.1 / (len(self._seen) + 1)
        self._missed = _missed(self._seen)
        self.characters = sorted(one for one in self._seen if HAN.fullmatch(one))
        self.likelihood = lru_cache(10_000)(self._likelihood)

    def often(self, token: str) -> int:
        """How often up to three characters were seen in a row."""
        return self._seen[token]

    def missed(self, before: str, after: str) -> list[str]:
        """The characters that may have been left out between two and two others, in one order everywhere."""
        around = (f"{before[1]} {after[0]}", f" {after}", f"{before} ")
        return list(dict.fromkeys(one for key in around for one in self._missed.get(key, "")))

    def _likelihood(self, before: str, character: str) -> float:
        """The logarithm of how probable a character is after two others."""
        one = self._leaders[character] / self._pairs + self._least
        two = self._after(before[1], character, one)
        return log(self._after(before, character, two))

    def _after(self, before: str, character: str, otherwise: float) -> float:
        """How probable after `before`, where what follows it is believed the more the less it varies."""
        doubt = self._followers[before] + 0.5
        return (self._seen[before + character] + doubt * otherwise) / (self._seen[before] + doubt)


def framed(text: str) -> str:
    """A text with marks for its ends and for what is not Chinese."""
    return BEGIN + BEGIN + _NOT_HAN.sub(OTHER, text).strip(OTHER) + END


def _missed(seen: Counter[str]) -> dict[str, str]:
    """By what stands around a gap, written with a space for it, the characters that most often fill it."""
    near: dict[str, Counter[str]] = defaultdict(Counter)
    for token, number in seen.items():
        if len(token) == 3:
            for place, least in enumerate((2, 1, 2)):
                if number >= least and HAN.match(token[place]):
                    near[f"{token[:place]} {token[place + 1 :]}"][token[place]] += number
    return {around: "".join(one for one, _ in found.most_common(MOST_MISSED)) for around, found in near.items()}


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    else:
        for one in data.values() if isinstance(data, dict) else data:
            yield from _strings(one)
