"""What was probably meant by English words that are typed wrong.

A word that neither the park nor everyday speech knows is perhaps a slip where a known word is near in letters. It is
surely one where enough speaks for that: each neighbour that the known word stands beside, and letters that follow
each other as in no English word.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.answering.speech_english import OTHER, TOKEN, English, tokens

SHORT, SHORT_ALONE = 3, 4
"""Letters of a word that may be a slip beside others that vouch for one, and by itself."""
TELLING = 5
"""Letters of a word that looks odd for no other reason than a slip."""
LONG, LONG_TYPED = 7, 5
"""Letters of a word that may be typed wrong twice, and those that must be left of it."""
SLIP = 5.0
"""What each wrong letter costs, in logarithms of a probability."""
CLEAR = 1.5
"""How much likelier than any other a word must be that was surely meant."""
KEPT = 512
Choice = Callable[[Sequence[str], int], str]


class EnglishCorrector:
    """Corrects the English words of folded texts."""

    def __init__(self, english: English) -> None:
        self._english = english
        self._near = lru_cache(KEPT)(self._near_anew)

    def surely(self, folded: str) -> str:
        """The text with the words that were surely meant; as it stands where half of it is no English."""
        words = tokens(folded)
        typed = [word for word in words[1:-1] if word != OTHER]
        strange = sum(not self.is_word(word) for word in typed)
        return self._mended(folded, words, self._sure) if 0 < 2 * strange <= len(typed) else folded

    def perhaps(self, folded: str) -> str:
        """The text with the likeliest known words for those that are not known."""
        return self._mended(folded, tokens(folded), self._likely)

    def is_word(self, word: str) -> bool:
        """Whether it is a word of the park or of everyday speech, or too short to tell."""
        return len(word) < SHORT or self._english.is_word(word)

    def _mended(self, folded: str, words: list[str], choice: Choice) -> str:
        """The text with what is chosen for its words from left to right, so that each stands beside a mended one."""
        for at, word in enumerate(words[1:-1], start=1):
            if word != OTHER and not self.is_word(word):
                words[at] = choice(words, at)
        meant = iter(words[1:-1])
        return TOKEN.sub(lambda match: match[0] if (word := next(meant)) == OTHER else word, folded)

    def _sure(self, words: Sequence[str], at: int) -> str:
        """The word that is much likelier there than any other, if as much speaks for it as letters differ."""
        ranked = self._ranked(words, at)
        if not ranked or (len(ranked) > 1 and ranked[0][0] < ranked[1][0] + CLEAR):
            return words[at]
        _, word, slips = ranked[0]
        follows, odd = self._english.follows, self._english.looks_odd
        vouched = follows(words[at - 1], word) + follows(word, words[at + 1])
        return word if vouched + (len(words[at]) >= TELLING and odd(words[at])) >= slips else words[at]

    def _likely(self, words: Sequence[str], at: int) -> str:
        typed = words[at]
        if len(typed) < SHORT_ALONE:
            return typed
        ranked = self._ranked(words, at)
        return next((word for _, word, slips in ranked if slips == 1 or len(typed) >= LONG), typed)

    def _ranked(self, words: Sequence[str], at: int) -> list[tuple[float, str, int]]:
        """The known words near a typed one with how likely each is there and its slips, likeliest first."""
        before, after = words[at - 1], words[at + 1]
        likelihood = self._english.likelihood
        found = []
        for word, slips in self._near(words[at]):
            likely = likelihood(before, word) - SLIP * slips
            found.append((likely + (likelihood(word, after) if after in self._english.seen else 0.0), word, slips))
        return sorted(found, reverse=True)

    def _near_anew(self, typed: str) -> list[tuple[str, int]]:
        """The known words that differ in one letter, of long ones in two: one more or less, another, or two swapped."""
        most = 2 if len(typed) >= LONG_TYPED else 1
        words = self._english.beginning.get(typed[0], ())
        found = process.extract(typed, words, scorer=OSA.distance, score_cutoff=most, limit=None)
        near = ((word, round(slips)) for word, slips, _ in found)
        return [(word, slips) for word, slips in near if slips == 1 or len(word) >= LONG]
