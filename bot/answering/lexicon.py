"""The cue words of questions, compiled: lexicon.yaml says which words ask for what."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from bot.answering.cues import Cues, Pattern, begun
from bot.answering.listed import listed
from bot.answering.text import stem


@dataclass(frozen=True)
class Lexicon:
    """`aspects`, `kinds` and `smalltalk` map names to what finds their cues in folded text."""

    aspects: Mapping[str, Cues]
    kinds: Mapping[str, Cues]
    smalltalk: Mapping[str, Cues]
    units: Mapping[str, Cues]
    counted: Mapping[str, Cues]
    years: tuple[tuple[int, Cues], ...]
    best: Mapping[str, Cues]
    listing: Cues
    mine: Cues
    human: Cues
    elsewhere: Pattern
    delicate: Cues
    existence: Cues
    people: Cues
    single: Cues
    after_next: Cues
    days_left: Cues
    places: tuple[str, ...]
    area: Cues
    slang: Mapping[str, str]
    function_words: frozenset[str]
    chinese_cues: tuple[str, ...]
    english_cues: tuple[str, ...]


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

    def each(name: str) -> dict[str, Cues]:
        return {key: Cues(section) for key, section in data[name].items()}

    words = data["function_words"]
    return Lexicon(
        aspects=each("aspects"),
        kinds=each("kinds"),
        smalltalk=each("smalltalk"),
        units=each("units"),
        counted=each("counted"),
        best=each("best"),
        years=tuple((number, Cues(section)) for number, section in data["years"].items()),
        listing=Cues(data["listing"]),
        mine=Cues(data["mine"]),
        human=Cues(data["human"]),
        area=Cues(data["area"]),
        slang=data["slang"],
        delicate=Cues(data["delicate"]),
        existence=Cues(data["existence"]),
        people=Cues(data["people"]),
        single=Cues(data["single"]),
        after_next=Cues(data["after_next"]),
        days_left=Cues(data["days_left"]),
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
