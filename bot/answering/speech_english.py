"""How people put things in English: the words of a park and of everyday questions, and which follow each other."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from math import log

from bot.answering.lexicon import lexicon
from bot.answering.listed import listed
from bot.answering.speech import everyday
from bot.answering.text import stem
from bot.answering.when_words import ENGLISH_NUMBERS, MONTH_WORDS, WEEKDAYS_EN

BEGIN, END, OTHER = "^", "$", "·"
OFTEN = 2
"""A pair of words that was seen less often says nothing."""
DOUBT = 3.0
"""How much what a word is worth by itself weighs beside what was seen after another."""
LEAST = 4
"""Letters of a stem that tells its word."""
ODD = 3
"""So many letters in a row tell whether a word looks like English."""
_ALIKE = {
    name: mark for names, mark in ((WEEKDAYS_EN, "#day"), (MONTH_WORDS, "#month")) for name in names if len(name) > 3
}
"""Words that stand in each other's places."""
TOKEN = re.compile(r"[a-z]+|[^\W_a-z]+")


def tokens(folded: str) -> list[str]:
    """The words of a folded text between marks for its ends; what is no English word is one mark."""
    return [BEGIN, *(one if one.isascii() and one.isalpha() else OTHER for one in TOKEN.findall(folded)), END]


def counted(texts: Iterable[str], before: Mapping[str, int] | None = None) -> Counter[str]:
    """How often words and pairs of words stand in folded texts, on top of what was counted before."""
    seen: Counter[str] = Counter(before or {})
    for text in texts:
        words = tokens(text)
        seen.update(one for one in words if one != OTHER)
        alike = [_ALIKE.get(one, one) for one in words]
        seen.update(one for one in alike if one.startswith("#"))
        seen.update(f"{one} {after}" for one, after in pairwise(alike) if OTHER not in {one, after})
    return seen


@cache
def counted_everyday() -> Counter[str]:
    """Of everyday questions and the words that the assistant looks for, which are the same for every park."""
    return counted([*everyday(), *MONTH_WORDS, *WEEKDAYS_EN, *ENGLISH_NUMBERS, *lexicon().english_cues])


@dataclass(frozen=True)
class English:
    """How often words, and pairs of words with a space between, were seen; the stems of all that are words."""

    seen: Mapping[str, int]
    stems: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "English":
        """Of a park's own texts, folded, and everyday questions."""
        counts = counted(texts, counted_everyday())
        seen = {token: number for token, number in counts.items() if number >= OFTEN or " " not in token}
        return cls(seen, frozenset(_stems([*_everyday_words(), *(token for token in seen if token.isalpha())])))

    def prepare(self) -> None:
        """Make what the first word that is no word would wait for."""
        _ = self.beginning, self._rows, self._total

    @cached_property
    def words(self) -> list[str]:
        """The words that were seen."""
        return [token for token in self.seen if token.isalpha()]

    @cached_property
    def beginning(self) -> dict[str, list[str]]:
        """By each letter, the words that begin with it, or would if their own first were left out or came second."""
        found: dict[str, list[str]] = defaultdict(list)
        for word in self.words:
            for letter in set(word[:2]):
                found[letter].append(word)
        return found

    @cached_property
    def _total(self) -> int:
        return sum(self.seen[word] for word in self.words) or 1

    def is_word(self, word: str) -> bool:
        """Whether it is a form of a word of the park or of everyday speech."""
        return word in self.seen or stem(word) in self.stems

    @cached_property
    def _rows(self) -> set[str]:
        return {row for word in self.words for row in _rows(word)}

    def looks_odd(self, word: str) -> bool:
        """Whether letters follow each other in it as in no word that was seen."""
        return not self._rows.issuperset(_rows(word))

    def follows(self, before: str, word: str) -> bool:
        """Whether the word was seen after the other more than once."""
        return _pair(before, word) in self.seen

    def likelihood(self, before: str, word: str) -> float:
        """The logarithm of how probable a word is after another."""
        share = (self.seen.get(word, 0) + 0.5) / self._total
        often = self.seen.get(_ALIKE.get(before, before), 0)
        return log((self.seen.get(_pair(before, word), 0) + DOUBT * share) / (often + DOUBT))


def _pair(before: str, word: str) -> str:
    return f"{_ALIKE.get(before, before)} {_ALIKE.get(word, word)}"


def _rows(word: str) -> Iterator[str]:
    framed = f"{BEGIN}{word}{END}"
    return (framed[at : at + ODD] for at in range(len(framed) - ODD + 1))


def _stems(words: Iterable[str]) -> Iterator[str]:
    """The stems of words; a short one only if it is a word, so that "doe" is none for "does"."""
    for word in words:
        if len(one := stem(word)) >= LEAST or one == word:
            yield one


def _everyday_words() -> Iterator[str]:
    """Words that nobody needs to have asked with."""
    for words in listed("everyday.yaml").values():
        yield from words.split()
    yield from (one for one in lexicon().function_words if len(one) >= LEAST)
    yield from lexicon().places
