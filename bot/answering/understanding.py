"""What a question was understood as, and what is to be told."""

from dataclasses import dataclass, replace

from bot.answering.ranking import Ranked
from bot.answering.reading import Reading
from bot.answering.types import Question, RecordKey
from bot.answering.view import View
from bot.languages import Language


@dataclass(frozen=True)
class Understanding:
    """What a question was read as, as typed and at its best; all that an answer is made from.

    `said` is what was typed, and what was surely meant by it where that differs; `others` are what it may have been
    meant to say besides.
    """

    question: Question
    language: Language
    said: tuple[Reading, ...]
    reading: Reading
    ranked: list[Ranked]
    view: View
    others: tuple[Reading, ...] = ()

    def at(self, reading: Reading) -> View:
        """The view of another reading of the question."""
        return replace(self.view, moment=reading.moment, folded=reading.folded)


@dataclass(frozen=True)
class Topic:
    """What is to be told: facts (aspects) of records, why, and time words that are carried over from before."""

    keys: list[RecordKey]
    aspects: list[str]
    reason: str
    moment: str | None = None
    carried: bool = False
