"""Other readings of a question that may be mistyped: pinyin, homophones, doubled characters, misspelt English.

Only words that the park's knowledge or the cue words hold are put in, so a correction never invents a matter.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import rjieba
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.answering.lexicon import lexicon
from bot.answering.pinyin import sounds, spelled
from bot.answering.text import HAN, stem

_GAP = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
_LATIN_WORD = re.compile(r"[a-z]{4,}")
_HAN_ONLY = re.compile(r"[\u3400-\u9fff]+")
_LETTERS = re.compile(r"[a-z]+(?:'?[a-z]+)*")
_DOUBLED = re.compile(r"([\u4e00-\u9fff])\1+|([\u4e00-\u9fff]{2})\2")
_LIGHT = re.compile(r"(?<=[\u4e00-\u9fff])个(?=[\u4e00-\u9fff])")  # 开个会 is 开会
LONGEST = 6
LONG = 8
"""Letters of an English word that may be typed wrong twice."""
MOST_LETTERS = 24
LEAST_SLIPPED = 3
"""Characters of a word that can be told when it is mistyped."""


class English(NamedTuple):
    """The English words of phrasings, the most frequent first, and their stems."""

    words: tuple[str, ...]
    stems: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "English":
        counted = Counter(word for text in texts for word in text.split() if word.isalpha())
        words = tuple(word for word, _ in counted.most_common() if _LATIN_WORD.fullmatch(word))
        return cls(words, frozenset(map(stem, words)))


class Speller:
    """Knows the words of the records and of the cues by their letters and sounds."""

    def __init__(self, words: Iterable[str], english: English) -> None:
        chinese = {
            word
            for word in (*words, *_chinese_functions(), *lexicon().chinese_cues, *lexicon().places)
            if _is_chinese(word)
        }
        self._known = chinese
        self._by_sound: dict[tuple[str, ...], str] = {}
        self._by_letters: dict[str, str] = {}
        self._slips: dict[str, str] = {}
        for word in sorted(chinese, key=lambda word: (len(word), word)):
            if len(word) >= 2:
                self._by_sound.setdefault(sounds(word), word)
            self._by_letters[spelled(word)] = word
            for slip in _slips_of(word):
                self._slips.setdefault(slip, word)
        self._slang = re.compile("|".join(sorted(lexicon().slang, key=len, reverse=True)))
        self._english = english.words
        self._stems = {stem(word) for word in lexicon().places} | english.stems | lexicon().function_words

    def readings(self, folded: str) -> list[str]:
        """The text as it stands, then other readings of it, likeliest first."""
        readings = [folded]
        if HAN.search(folded):
            single = _DOUBLED.sub(lambda match: match[1] or match[2], self._slang.sub(_in_plain_words, folded))
            readings += [self._homophones(self._english_words(single)), _LIGHT.sub("", single)]
        else:
            readings += [self._from_pinyin(folded), self._english_words(folded)]
        return list(dict.fromkeys(readings))

    def _homophones(self, text: str) -> str:
        """Known words put in for spans of the same sound that are no known words."""
        out, at = "", 0
        while at < len(text):
            found = self._word_at(text, at)
            if found is None:
                out += text[at]
                at += 1
            else:
                word, size = found
                out += word
                at += size
        return out

    def _word_at(self, text: str, at: int) -> tuple[str, int] | None:
        """The known word that stands or is meant at a place, and how many characters were typed for it."""
        for size in range(LONGEST, 1, -1):
            span = text[at : at + size]
            if len(span) == size and _is_chinese(span):
                if span in self._known:
                    return span, size
                word = self._by_sound.get(sounds(span))
                if word is not None and any(a == b for a, b in zip(span, word, strict=True)):
                    return word, size
                if not rjieba.has_word(span) and (word := self._slips.get(span)):
                    return word, size
        return None

    def _from_pinyin(self, text: str) -> str:
        """Words of letters that spell known words, in characters; the rest as it stands."""
        words = _LETTERS.findall(text)
        foreign = [word for word in words if stem(word) not in self._stems]
        if 2 * len(foreign) > len(words) and (whole := self._decode("".join(words))) and len(whole) >= 2:
            return whole
        decoded = {word: self._decode(word) for word in foreign}
        if any(word and len(word) >= 2 for word in decoded.values()) and all(decoded.values()):
            return _GAP.sub("", _LETTERS.sub(lambda match: decoded.get(match[0]) or match[0], text))
        decoded = {word: found if found and len(found) >= 2 else None for word, found in decoded.items()}
        return _GAP.sub("", _LETTERS.sub(lambda match: decoded.get(match[0]) or match[0], text))

    def _decode(self, letters: str) -> str | None:
        """The fewest known words that spell the letters, or None."""
        best: list[tuple[int, str] | None] = [(0, "")] + [None] * len(letters)
        for end in range(1, len(letters) + 1):
            ways = []
            for start in range(max(0, end - MOST_LETTERS), end):
                before, word = best[start], self._by_letters.get(letters[start:end])
                if before is not None and word is not None:
                    ways.append((before[0] + (1 if len(word) > 1 else 3), before[1] + word))
            best[end] = min(ways, default=None)
        found = best[-1]
        return found[1] if found else None

    def _english_words(self, text: str) -> str:
        return _LATIN_WORD.sub(lambda match: self._nearest(match[0]), text)

    def _nearest(self, word: str) -> str:
        if stem(word) in self._stems:
            return word
        allowed = 2 if len(word) >= LONG else 1
        found = process.extractOne(word, self._english, scorer=OSA.distance, score_cutoff=allowed)
        return found[0] if found and _begins_alike(word, found[0]) else word


def _slips_of(word: str) -> Iterator[str]:
    """A Chinese word with two neighbours changed for each other, or with one character inside left out."""
    if len(word) >= LEAST_SLIPPED:
        for at in range(len(word) - 1):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        for at in range(1, len(word) - 1):
            yield word[:at] + word[at + 1 :]


def _begins_alike(typed: str, word: str) -> bool:
    """Whether a word begins as it was typed, or its first letter was left out or changed for the second."""
    return typed[0] == word[0] or typed == word[1:] or typed[:2] == word[1::-1]


def _in_plain_words(match: re.Match[str]) -> str:
    return lexicon().slang[match[0]]


def _chinese_functions() -> list[str]:
    return [word for word in lexicon().function_words if _is_chinese(word)]


def _is_chinese(text: str) -> bool:
    return bool(_HAN_ONLY.fullmatch(text))
