"""The cue words of questions, compiled: lexicon.yaml says which words ask for what."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from bot.answering.cues import Pattern, begun, either
from bot.answering.listed import listed
from bot.answering.text import stem


@dataclass(frozen=True)
class Lexicon:
    """`aspects`, `kinds` and `smalltalk` map names to a pattern that finds their cues in folded text."""

    aspects: Mapping[str, Pattern]
    kinds: Mapping[str, Pattern]
    smalltalk: Mapping[str, Pattern]
    units: Mapping[str, Pattern]
    counted: Mapping[str, Pattern]
    years: tuple[tuple[int, Pattern], ...]
    best: Mapping[str, Pattern]
    listing: Pattern
    mine: Pattern
    human: Pattern
    elsewhere: Pattern
    delicate: Pattern
    existence: Pattern
    people: Pattern
    single: Pattern
    after_next: Pattern
    days_left: Pattern
    places: tuple[str, ...]
    area: Pattern
    slang: Mapping[str, str]
    function_words: frozenset[str]
    chinese_cues: tuple[str, ...]
    english_cues: tuple[str, ...]


def _both(section: Mapping[str, Iterable[str]]) -> Pattern:
    """One pattern for the cues of both languages."""
    return either(cue for language in section.values() for cue in language)


def _not_where_from(section: Mapping[str, Sequence[str]]) -> Pattern:
    """Places, but not those that somebody only comes from."""
    chinese, english = begun(section["zh"]), begun(section["en"])
    return re.compile(
        rf"(?<![从跟在]){chinese}(?!过来|来的?|飞|出发|开车|那边的)"
        rf"|(?<!from )(?<!in )(?<!out of ){english}|(?<=in ){english}(?=\W*$)",
        re.ASCII,
    )


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    data: dict[str, Any] = listed("lexicon.yaml")

    def patterns(name: str) -> dict[str, Pattern]:
        return {key: _both(cues) for key, cues in data[name].items()}

    words = data["function_words"]
    return Lexicon(
        aspects=patterns("aspects"),
        kinds=patterns("kinds"),
        smalltalk=patterns("smalltalk"),
        units=patterns("units"),
        counted=patterns("counted"),
        best=patterns("best"),
        years=tuple((number, _both(cues)) for number, cues in data["years"].items()),
        listing=_both(data["listing"]),
        mine=_both(data["mine"]),
        human=_both(data["human"]),
        area=_both(data["area"]),
        slang=data["slang"],
        delicate=_both(data["delicate"]),
        existence=_both(data["existence"]),
        people=_both(data["people"]),
        single=_both(data["single"]),
        after_next=_both(data["after_next"]),
        days_left=_both(data["days_left"]),
        elsewhere=_not_where_from(data["elsewhere"]),
        places=tuple(data["elsewhere"]["zh"])
        + tuple(re.findall(r"[a-z]{4,}", " ".join(data["elsewhere"]["en"]).replace(r"\b", " "))),
        function_words=frozenset(words["zh"].split()) | {stem(word) for word in words["en"].split()},
        chinese_cues=tuple(
            cue
            for section in data["aspects"].values()
            for cue in section["zh"]
            if re.fullmatch(r"[\u4e00-\u9fff]{2,}", cue)
        ),
        english_cues=tuple(
            form
            for part in ("aspects", "kinds", "smalltalk")
            for section in data[part].values()
            for cue in section["en"]
            if (word := _ONE_WORD.fullmatch(cue))
            for form in ((word[1], f"{word[1]}s") if word[2] else (word[1],))
        ),
    )


_ONE_WORD = re.compile(r"\\b([a-z]+)(s\?)?\\b")
"""A cue that is one whole word, perhaps in its plural as well."""
