"""Other readings of a question that may be mistyped: pinyin, homophones, doubled characters, misspelt English.

Only words that the park's knowledge or the cue words hold are put in, so a correction never invents a matter.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.answering import dictionary
from bot.answering.correcting_english import EnglishCorrector
from bot.answering.lexicon import lexicon
from bot.answering.names import is_another_word
from bot.answering.pinyin import sounds, spelled
from bot.answering.text import HAN
from bot.patterns import later

_GAP = later(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
_HAN_ONLY = later(r"[\u3400-\u9fff]+")
_LETTERS = later(r"[a-z]+(?:'?[a-z]+)*")
_DOUBLED = later(r"([\u4e00-\u9fff])\1+|([\u4e00-\u9fff]{2})\2")
_LIGHT = later(r"(?<=[\u4e00-\u9fff])个(?=[\u4e00-\u9fff])")  # 开个会 is 开会
LONGEST = 6
MOST_LETTERS = 24
TELLING = 5
"""Letters of pinyin that can be told when they are mistyped."""
LEAST_SLIPPED = 3
"""Characters of a word that can be told when it is mistyped."""


class Speller:
    """Knows the words of the records and of the cues by their letters and sounds."""

    def __init__(self, words: Iterable[str], english: EnglishCorrector) -> None:
        self._words = words
        self._english = english

    def prepare(self) -> None:
        """Make what the first question that is typed wrong would wait for."""
        _ = self._by_sound, self._by_letters, self._slips, self._slang

    @cached_property
    def _known(self) -> dict[str, None]:
        """The Chinese words in order, short ones first."""
        cues = lexicon()
        words = {*self._words, *cues.function_words, *cues.chinese_cues, *cues.places}
        return dict.fromkeys(sorted(filter(_is_chinese, words), key=lambda word: (len(word), word)))

    @cached_property
    def _by_sound(self) -> dict[tuple[str, ...], str]:
        """The first word of each sound."""
        return {sounds(word): word for word in reversed(self._known) if len(word) >= 2}

    @cached_property
    def _by_letters(self) -> dict[str, str]:
        """The last word of each way to spell it."""
        return {spelled(word): word for word in self._known}

    @cached_property
    def _slips(self) -> dict[str, str]:
        """The first word that each slip may be of."""
        return {slip: word for word in reversed(self._known) for slip in _slips_of(word)}

    @cached_property
    def _slang(self) -> re.Pattern[str]:
        return re.compile("|".join(sorted(lexicon().slang, key=len, reverse=True)))

    def readings(self, folded: str) -> list[str]:
        """The text as it stands, then other readings of it, likeliest first."""
        readings = [folded]
        if HAN.search(folded):
            single = _DOUBLED.sub(lambda match: match[1] or match[2], self._slang.sub(_in_plain_words, folded))
            readings += [self._homophones(self._english.perhaps(single)), _LIGHT.sub("", single)]
        else:
            readings += [self._from_pinyin(folded), self._english.perhaps(folded)]
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
                if (
                    not dictionary.has_word(span)
                    and (word := self._slips.get(span))
                    and not _says_otherwise(span, word)
                ):
                    return word, size
        return None

    def _from_pinyin(self, text: str) -> str:
        """Words of letters that spell known words, in characters; the rest as it stands."""
        words = _LETTERS.findall(text)
        foreign = [word for word in words if not self._english.is_word(word)]
        if 2 * len(foreign) > len(words):
            whole = self._decode("".join(words)) or self._decode("".join(map(self._nearest_spelled, words)))
            if whole and len(whole) >= 2:
                return whole
        decoded = {word: self._decode(word) for word in foreign}
        if any(word and len(word) >= 2 for word in decoded.values()) and all(decoded.values()):
            return _GAP.sub("", _LETTERS.sub(lambda match: decoded.get(match[0]) or match[0], text))
        decoded = {word: found if found and len(found) >= 2 else None for word, found in decoded.items()}
        return _GAP.sub("", _LETTERS.sub(lambda match: decoded.get(match[0]) or match[0], text))

    def _nearest_spelled(self, letters: str) -> str:
        """The letters of a known word that were probably meant: one more or less, another, or two swapped."""
        if len(letters) < TELLING or self._decode(letters):
            return letters
        found = process.extractOne(letters, self._by_letters.keys(), scorer=OSA.distance, score_cutoff=1)
        return found[0] if found else letters

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


def _slips_of(word: str) -> Iterator[str]:
    """A Chinese word with two neighbours changed for each other, or with one character inside left out."""
    if len(word) >= LEAST_SLIPPED:
        for at in range(len(word) - 1):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        for at in range(1, len(word) - 1):
            yield word[:at] + word[at + 1 :]


def _says_otherwise(typed: str, word: str) -> bool:
    """Whether the characters that a slip would have swapped are a word as they stand, as 房租 in 房租补贴."""
    return len(typed) == len(word) and is_another_word(typed, word)


def _in_plain_words(match: re.Match[str]) -> str:
    return lexicon().slang[match[0]]


def _is_chinese(text: str) -> bool:
    return bool(_HAN_ONLY.fullmatch(text))
