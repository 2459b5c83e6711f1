"""Folding: the many ways of typing one thing become one; and the words of a folded text."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, cached_property, lru_cache
from sys import intern
from threading import Lock
from typing import NamedTuple

import opencc
from Stemmer import Stemmer

from bot.answering import dictionary
from bot.languages import Language

MAX_FOLDED = 400
"""Characters of a question that are read; who writes more has said it by then."""

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
HAN_RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
_RUN = re.compile(r"[a-z0-9]+")
_WORD = re.compile(r"[a-z][a-z'’]*|\d+(?:[.,:]\d+)*%?")
_GAP_IN_CHINESE = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_ACCENT = re.compile(r"[\u0300-\u036f]")
_MARKUP = re.compile(r"<[^<>]{0,80}>")


@cache
def _to_simplified() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def fold(text: str) -> str:
    """NFKC, lower case, Traditional to Simplified, invisible characters and gaps out."""
    text = text[: 4 * MAX_FOLDED]
    if not text.isascii():
        text = _ACCENT.sub("", unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text)))
    text = _ODD.sub(lambda match: _plain(match[0]), text).lower()
    if not text.isascii():  # nothing is loaded for plain English
        text = _to_simplified().convert(text)
    text = _GAP_IN_CHINESE.sub("", re.sub(r"\s+", " ", text))
    return text.strip()[:MAX_FOLDED]


def without_markup(text: str) -> str:
    """The text without HTML-like tags, which carry no meaning for us."""
    return _MARKUP.sub(" ", text)


def without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with a gap in the place of each span."""
    kept = list(text)
    for start, end in spans:
        kept[start:end] = " " * (end - start)
    return " ".join("".join(kept).split())


_ODD = re.compile(r"[^\x20-\x7e\u4e00-\u9fff]")


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    """A space for what parts words, nothing for what nobody sees, anything else as it is."""
    category = unicodedata.category(character)
    if character.isspace() or category in {"Cc", "Zl", "Zp"}:
        return " "
    return "" if category in {"Cf", "Mn", "Me", "Cs", "Co", "Cn"} else character


def language_of(text: str, default: Language) -> Language:
    """The language somebody writes in; `default` when the text does not tell (an emoji, a number)."""
    han = len(HAN.findall(text))
    letters = len(re.findall(r"[A-Za-z]", text))
    if han:
        return Language.ZH if han * 4 >= letters else Language.EN
    return Language.EN if letters >= 2 else default


class Word(NamedTuple):
    """A word of a folded text: its stem, its place, and its part of speech (jieba's tags; `eng` and `m` for others)."""

    stem: str
    start: int
    end: int
    tag: str

    @property
    def is_han(self) -> bool:
        return bool(HAN.search(self.stem))


_english = Stemmer("english")
_one_at_a_time = Lock()  # the stemmer keeps the word it works on; a new index is built in a thread of its own


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of an English word."""
    word = word.replace("’", "'").removesuffix("'s").replace("'", "")
    with _one_at_a_time:
        return str(_english.stemWord(word))


_FIRST_HAN, _LAST_HAN = "\u4e00", "\u9fff"
_CUT_LATELY = 64
_NAME = "nz"
"""The tag of a name."""
_SURE = 3
"""A name of so many characters is cut out of any text; in a shorter one two words may just happen to meet."""
Token = tuple[str, str]


class Segmenter:
    """Cuts folded text into words; keeps the names of the park whole that its dictionary lacks."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._names = [name for name in names if len(HAN.findall(name)) == len(name) >= 2]
        # one question is cut whole and by clauses, in several readings that share most of them
        self._cut = lru_cache(_CUT_LATELY)(self._cut_anew)

    @cached_property
    def _own(self) -> set[str]:
        """The names that the dictionary lacks."""
        return {name for name in self._names if not dictionary.has_word(name)}

    @cached_property
    def _short(self) -> set[str]:
        return {name for name in self._own if len(name) < _SURE}

    @cached_property
    def _long(self) -> dict[str, list[str]]:
        """The others by how they begin, longer ones first."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self._own - self._short, key=len, reverse=True):
            found[name[:_SURE]].append(name)
        return found

    def is_word(self, text: str) -> bool:
        """Whether the dictionary (or a name of the park) has the word."""
        return dictionary.has_word(text) or text in self._short or text in self._long.get(text[:_SURE], ())

    def words(self, folded: str) -> tuple[Word, ...]:
        """The words in order; punctuation and spaces are left out."""
        return self._cut(folded)

    def _cut_anew(self, folded: str) -> tuple[Word, ...]:
        if not HAN.search(folded):
            return tuple(word for run in _RUN.finditer(folded) for word in _without_han(run[0], run.start()))
        found: list[Word] = []
        place = 0
        for token, tag in self._tokens(folded):
            start = folded.find(token, place)
            place = start + len(token)
            if _FIRST_HAN <= token[0] <= _LAST_HAN or HAN.search(token):
                found.append(Word(intern(token), start, place, intern(tag)))
            else:
                found += _without_han(token, start)
        return tuple(found)

    def _tokens(self, folded: str) -> Iterator[Token]:
        """Long names, and what is between them as the dictionary has it."""
        begin = at = 0
        while at < len(folded):
            name = next((one for one in self._long.get(folded[at : at + _SURE], ()) if folded.startswith(one, at)), "")
            if name:
                yield from self._between(folded[begin:at])
                yield name, _NAME
                begin = at + len(name)
            at += len(name) or 1
        yield from self._between(folded[begin:])

    def _between(self, text: str) -> Iterator[Token]:
        """The words of the dictionary; what it cuts into single characters may be a short name."""
        last: Token | None = None
        for token in dictionary.tagged(text):
            if last and len(last[0]) == len(token[0]) == 1 and last[0] + token[0] in self._short:
                last = last[0] + token[0], _NAME
                continue
            if last:
                yield last
            last = token
        if last:
            yield last


def _without_han(token: str, place: int) -> Iterator[Word]:
    """The words and numbers of a token that stands at `place`."""
    for match in _WORD.finditer(token):
        tag = "m" if match[0][0].isdigit() else "eng"
        yield Word(intern(stem(match[0])), place + match.start(), place + match.end(), tag)
