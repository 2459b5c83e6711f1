"""How people put things in Chinese: which characters follow each other in a park's phrasings and in everyday questions.

A model of triples, smoothed as Witten and Bell do: what varies more is believed less.
All else than Chinese characters is one mark.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from math import log
from typing import Any

from bot.answering.gaps import Gaps
from bot.answering.lexicon import lexicon
from bot.answering.listed import listed
from bot.answering.text import HAN, fold
from bot.patterns import later

BEGIN, END, OTHER = "^", "$", "·"
_NOT_HAN = later(r"[^\u4e00-\u9fff]+")
_EVERYDAY = ("aspects.yaml", "background.yaml")


def everyday() -> Iterator[str]:
    """Questions as people ask them anywhere, folded, and the names of other places."""
    for name in _EVERYDAY:
        yield from map(fold, _strings(listed(name)))
    yield from lexicon().places


def counted(texts: Iterable[str], before: Mapping[str, int] | None = None) -> Counter[str]:
    """How often characters, pairs and triples stand in folded texts, on top of what was counted before."""
    seen: Counter[str] = Counter(before or {})
    for text in texts:
        if HAN.search(text):
            marked = framed(text)
            for size in (1, 2, 3):
                seen.update(marked[at : at + size] for at in range(len(marked) - size + 1))
    return seen


@cache
def counted_everyday() -> Counter[str]:
    """Of everyday questions, which are the same for every park."""
    return counted(everyday())


class Speech:
    """What follows from such counts; all of it is made when it is first needed, by Chinese."""

    def __init__(self, count: Callable[[], Mapping[str, int]]) -> None:
        self._count = count
        self.likelihood = lru_cache(10_000)(self._likelihood)
        self.missed = lru_cache(10_000)(self._missed)

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Speech":
        """Of a park's own texts and everyday questions."""
        seen = counted(texts, counted_everyday())
        return cls(lambda: seen)

    def prepare(self) -> None:
        """Make the rest at once."""
        _ = self._followers, self._leaders, self._gaps, self.characters

    @cached_property
    def seen(self) -> Mapping[str, int]:
        return self._count()

    @cached_property
    def characters(self) -> list[str]:
        return sorted(one for one in self.seen if len(one) == 1 and HAN.match(one))

    @cached_property
    def _followers(self) -> Counter[str]:
        return Counter(token[:-1] for token in self.seen if len(token) > 1)

    @cached_property
    def _leaders(self) -> Counter[str]:
        return Counter(token[1] for token in self.seen if len(token) == 2)

    @cached_property
    def _pairs(self) -> int:
        return max(self._leaders.total(), 1)

    @cached_property
    def _gaps(self) -> Gaps:
        return Gaps(self.seen, self.characters)

    def often(self, token: str) -> int:
        """How often up to three characters were seen in a row."""
        return self.seen.get(token, 0)

    def _missed(self, before: str, after: str) -> list[str]:
        """The characters that may have been left out between two and two others, in one order everywhere."""
        fill = self._gaps.fill
        return list(dict.fromkeys(fill(before[1] + after[0], 1) + fill(after, 0) + fill(before, 2)))

    def _likelihood(self, before: str, character: str) -> float:
        """The logarithm of how probable a character is after two others."""
        one = self._leaders.get(character, 0) / self._pairs + 0.1 / (len(self.seen) + 1)
        two = self._after(before[1], character, one)
        return log(self._after(before, character, two))

    def _after(self, before: str, character: str, otherwise: float) -> float:
        """How probable after `before`, where what follows it is believed the more the less it varies."""
        doubt, seen = self._followers.get(before, 0) + 0.5, self.seen.get
        return (seen(before + character, 0) + doubt * otherwise) / (seen(before, 0) + doubt)


def framed(text: str) -> str:
    """A text with marks for its ends and for what is not Chinese."""
    return BEGIN + BEGIN + _NOT_HAN.sub(OTHER, text).strip(OTHER) + END


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    else:
        for one in data.values() if isinstance(data, dict) else data:
            yield from _strings(one)
