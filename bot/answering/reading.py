"""One reading of a question: its words, the records it names, the aspects it asks for, the time it means."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.answering.lexicon import lexicon
from bot.answering.names import Mention
from bot.answering.text import Word
from bot.answering.when import Moment

Span = tuple[int, int]


@dataclass(frozen=True)
class Reading:
    """`aspects` map each aspect that a cue asks for to the cues' spans, in the order of the text."""

    folded: str
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    aspects: dict[str, tuple[Span, ...]]
    moment: Moment | None
    penalty: float = 1.0  # a corrected reading counts a little less than what was typed
    cue_spans: tuple[Span, ...] = field(default=())
    hear: Callable[[], Mapping[str, float]] = field(default=dict, compare=False, repr=False)

    @cached_property
    def facts(self) -> Mapping[str, float]:
        """How much it sounds as if each aspect were asked for, above 0 when it does; empty without fits.

        Found when it is looked for: a question that an FAQ entry answers asks for no fact.
        """
        return self.hear()

    @property
    def moment_spans(self) -> tuple[Span, ...]:
        return self.moment.spans if self.moment else ()

    def content(self) -> list[Word]:
        """The words that are neither function words, nor numbers, nor cues, nor times."""
        functions = lexicon().function_words
        spans = (*self.cue_spans, *self.moment_spans)
        return [
            word for word in self.words if word.stem not in functions and word.tag != "m" and not _within(word, spans)
        ]


def _within(word: Word, spans: tuple[Span, ...]) -> bool:
    return any(covers(span, word) for span in spans)


def covers(span: Span, word: Word) -> bool:
    """Whether the span takes in the word, or is most of it: 电话 of 电话号码."""
    start, end = span
    if start <= word.start and word.end <= end:
        return True
    return word.start <= start and end <= word.end and 2 * (end - start) >= word.end - word.start >= 3


def aspects_in(folded: str) -> dict[str, tuple[Span, ...]]:
    """The aspects whose cues stand in the text, with the spans of the cues."""
    found = {
        aspect: tuple(_whole_word(match.span(), folded) for match in pattern.finditer(folded))
        for aspect, pattern in lexicon().aspects.items()
    }
    return {aspect: spans for aspect, spans in found.items() if spans}


def _whole_word(span: Span, folded: str) -> Span:
    """A cue that begins an English word covers all of it."""
    start, end = span
    while end < len(folded) and folded[end - 1].isascii() and folded[end - 1].isalpha() and "a" <= folded[end] <= "z":
        end += 1
    return start, end


_QUESTION_MARKS = re.compile(r"[?!。;；\n]|(?<=[\u4e00-\u9fff])[,，、]|(?<=[a-z]),? (?:and|also|plus)(?= )")


def clauses_of(folded: str) -> list[str]:
    """The parts of a text that may each be a question of its own."""
    return [part.strip() for part in _QUESTION_MARKS.split(folded) if part and part.strip()]
