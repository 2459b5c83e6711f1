"""Whether a question is about a whole kind: all subsidies, what we can get, what is on, what is open."""

import re
from enum import StrEnum

from bot.answering.described import described_at
from bot.answering.focus import things_asked_for
from bot.answering.lexicon import lexicon
from bot.answering.ranking import Ranked
from bot.answering.reading import Reading
from bot.answering.text import Word
from bot.answering.vocabulary import Vocabulary

SAME_WORDS = 0.85
"""A likeness from which the question is one of a record's own."""
WELL_KNOWN = 0.7
SURE, LIKELY = 0.85, 0.5
"""A record that is so sure goes before its whole kind; that is so likely, where a word says which of the kind."""


class Wish(StrEnum):
    SUBSIDIES = "subsidies"
    DEADLINES = "deadlines"
    ELIGIBLE = "eligible"
    NEAREST = "nearest"
    EVENTS = "events"
    FACILITIES = "facilities"

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of record that answer it."""
        match self:
            case Wish.EVENTS:
                return frozenset({"event", "programme"})
            case Wish.FACILITIES:
                return frozenset({"facility"})
            case _:
                return frozenset({"subsidy"})


def whole_kind(reading: Reading, ranked: list[Ranked], vocabulary: Vocabulary, *, in_chat: bool = False) -> Wish | None:
    """The wish, when the question names a kind and nothing narrower; `in_chat` when it may go on about a record."""
    words = lexicon()
    kinds = [kind for kind, pattern in words.kinds.items() if pattern.search(reading.folded)]
    alone = _is_bare(reading) and not (in_chat and kinds[:1] == ["facility"])  # "which place" of what the chat is about
    asks = "lacking" in reading.aspects or words.listing.search(reading.folded) or alone
    if not asks or not kinds or _is_narrower(reading, ranked, vocabulary):
        return None
    if kinds[0] == "subsidy" and "event" not in kinds[1:2]:
        return _about_subsidies(reading, mine=bool(words.mine.search(reading.folded)))
    if "event" in kinds:
        return Wish.EVENTS
    return Wish.FACILITIES if "facility" in kinds else None


def _is_narrower(reading: Reading, ranked: list[Ranked], vocabulary: Vocabulary) -> bool:
    """Whether the question is about one record, or about something else altogether."""
    words = lexicon()
    told = described_at(reading.folded)
    named = (one for one in reading.mentions if one.quality >= 0.8 and one.length >= 3)
    if any(not any(start <= one.start and one.end <= end for start, end in told) for one in named):
        return True
    if words.elsewhere.search(reading.folded) or words.delicate.search(reading.folded):
        return True
    matter = _matter(reading, vocabulary)
    sure = LIKELY if any(_qualifies(word, reading) for word in matter) else SURE
    if len(matter) > 2 or (matter and ranked and ranked[0].confidence >= sure):
        return True
    if any(word.stem not in vocabulary.known for word in matter):
        return True
    return bool(ranked) and ranked[0].likeness >= SAME_WORDS


def _about_subsidies(reading: Reading, *, mine: bool) -> Wish:
    if "deadline" in reading.aspects:
        return Wish.DEADLINES
    if "lacking" in reading.aspects:
        return Wish.NEAREST
    asks_for_us = mine and ("who" in reading.aspects or "amount" in reading.aspects or "apply" in reading.aspects)
    return Wish.ELIGIBLE if asks_for_us or mine else Wish.SUBSIDIES


def _qualifies(word: Word, reading: Reading) -> bool:
    """Whether a word stands right before that of the kind, as 房租 in 房租补贴."""
    return any(
        match.start() == word.end for pattern in lexicon().kinds.values() for match in pattern.finditer(reading.folded)
    )


def _is_bare(reading: Reading) -> bool:
    """Whether the kind is all that is said, or asked to be told about; its own word may be a cue, as in "subsidy"."""
    kinds = [match.span() for pattern in lexicon().kinds.values() for match in pattern.finditer(reading.folded)]
    cues = [cue for aspect, spans in reading.aspects.items() if aspect != "overview" for cue in spans]
    if any(not any(start <= cue[0] and cue[1] <= end for start, end in kinds) for cue in cues):
        return False
    return not _beyond_the_kind(reading)


def _matter(reading: Reading, vocabulary: Vocabulary) -> list[Word]:
    """What the question says beyond the kind and the company: words that make it narrower."""
    return [
        word
        for word in _beyond_the_kind(reading)
        if word.stem not in vocabulary.common and not vocabulary.is_left_over(word.stem)
    ]


def _beyond_the_kind(reading: Reading) -> list[Word]:
    words = lexicon()
    spans = [
        match.span()
        for pattern in (*words.kinds.values(), words.listing, words.mine)
        for match in pattern.finditer(reading.folded)
    ]
    spans += described_at(reading.folded)
    return [
        word for word in reading.content() if not any(start < word.end and word.start < end for start, end in spans)
    ]


def is_about_nothing(reading: Reading, top: Ranked, vocabulary: Vocabulary) -> bool:
    """Whether the question asks for a fact without saying of what."""
    if not reading.aspects or reading.mentions or _BUILDING.search(reading.folded):
        return False
    functions, known = lexicon().function_words, vocabulary.known
    if any(word.is_han and word.stem not in functions and word.stem not in known for word in reading.words):
        return False  # a cue that has a gap, as "can we ... here", does not take in what stands in the gap
    if any(word.tag != "v" and word.stem not in vocabulary.common for word in things_asked_for(reading)):
        return False
    asks_only = not reading.content() and reading.moment is None
    # an entry of a FAQ is found by what it is asked with, whatever the words
    is_known = top.likeness >= WELL_KNOWN or (top.key[0] == "faq" and top.confidence >= SURE)
    return asks_only and not is_known


def is_time_alone(reading: Reading) -> bool:
    """Whether all that is said is a time: then what is on is asked."""
    said = reading.mentions or reading.content() or set(reading.aspects) - {"overview"}
    return reading.moment is not None and not said


_BUILDING = re.compile(r"\d ?(?:号楼|栋|幢)|\bbuilding \d")
