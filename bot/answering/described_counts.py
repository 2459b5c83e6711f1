"""How many people or things a question speaks of: "28 graduates", "两个硕士一个博士"."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import islice

from bot.answering.described import number_in
from bot.answering.lexicon import lexicon
from bot.answering.text import fold, stem
from bot.answering.when_words import ENGLISH_NUMBERS
from bot.knowledge.subsidy_values import Benefit
from bot.knowledge.values import Text
from bot.patterns import later

MOST = 10_000
"""More people or things than that no company of a park has."""
MOST_NUMBERS = 12
"""A question with more of them counts nothing that anybody could follow."""
_REACH = 16
"""How many characters after or before a number its noun may begin."""
_DIGITS = r"\d{1,6}|[一二两三四五六七八九十百千零俩]{1,6}"
_COUNT = later(
    rf"(?<![\d.第前最多超过不到满])(?P<n>{_DIGITS}|\b(?:{'|'.join(ENGLISH_NUMBERS)})\b)(?![\d.,%])"
    r"\s*(?P<measure>[个名位项件份])?(?!\s*(?:[年月日岁元块万亿平天号级楼点次]|小时|months?|years?|yuan|rmb))"
)
_WORD = later(r"[a-z][a-z-]*")


def counts_in(folded: str, benefits: Iterable[Benefit]) -> dict[Benefit, int]:
    """The number of each benefit's own people or things; empty when there is no more than one of one."""
    counted = [one for one in benefits if one.amount is not None and one.per in lexicon().counted]
    found: dict[Benefit, int] = {}
    disputed: set[Benefit] = set()
    for count, nouns in _counts(folded) if counted else ():
        benefit = _meant(nouns, counted)
        if benefit is None:
            continue
        if found.setdefault(benefit, count) != count:
            disputed.add(benefit)
    sure = {benefit: count for benefit, count in found.items() if benefit not in disputed}
    return sure if sum(sure.values()) > 1 else {}


def _counts(folded: str) -> Iterator[tuple[int, tuple[str, str]]]:
    """Every number of something, with the words after it and those before it."""
    matches = list(islice((match for match in _COUNT.finditer(folded) if _number(match["n"])), MOST_NUMBERS))
    for at, match in enumerate(matches):
        following = matches[at + 1].start() if at + 1 < len(matches) else len(folded)
        before = matches[at - 1].end() if at else 0
        after = re.split(r"[,，。;；?]", folded[match.end() : min(following, match.end() + 2 * _REACH)])[0]
        ahead = re.split(r"[,，。;；?]", folded[max(before, match.start() - _REACH) : match.start()])[-1]
        yield _number(match["n"]), (after, ahead if match["measure"] else "")


def _number(text: str) -> int:
    """The number, 0 for what is none or more than can be."""
    value = 2 if text == "俩" else number_in(text)
    return int(value) if value is not None and value <= MOST else 0


def _meant(nouns: tuple[str, str], benefits: list[Benefit]) -> Benefit | None:
    """The benefit whose own words stand after the number, or before it; None when two are meant as much."""
    for words in nouns:
        scores = {benefit: _likeness(benefit, words) for benefit in benefits}
        best = max(scores.values())
        meant = [benefit for benefit, score in scores.items() if score == best > 0]
        if meant:
            return meant[0] if len(meant) == 1 else None
    return None


def _likeness(benefit: Benefit, words: str) -> int:
    """How much of the benefit's label, or of what is counted, stands in the words."""
    if benefit.label is None:
        match = lexicon().counted[benefit.per or ""].search(words)
        return len(match[0]) if match else 0
    return _shared(benefit.label, words)


def _shared(label: Text, words: str) -> int:
    chinese = fold(label.zh)
    longest = SequenceMatcher(None, chinese, words, autojunk=False).find_longest_match()
    shared = chinese[longest.a : longest.a + longest.size]
    asked = {stem(word) for word in _WORD.findall(words)}
    latin = {stem(word) for text in (label.zh, label.en) for word in _WORD.findall(fold(text))}
    return (longest.size if longest.size > 1 and not shared.isascii() else 0) + sum(map(len, latin & asked))
