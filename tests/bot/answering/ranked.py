"""Candidates and examples as they might be, with what a test cares about given."""

from bot.answering.confidence import Evidence
from bot.answering.fitting.crossfit import Example
from bot.answering.ranking import Ranked
from bot.answering.reading import Reading

READING = Reading("", (), (), {}, None)
NEUTRAL = {"standing": 2.0, "strange": 0.0, "mention": 0.0, "addressed": 1.0, "held": 1.0, "best": 0.6, "fit": 0.3}


def evidence(**given: float) -> Evidence:
    return Evidence(**(NEUTRAL | given))


def ranked(record_id: str = "gym", confidence: float = 0.9, score: float | None = None, **given: float) -> Ranked:
    """A candidate; further values are its evidence, of which `standing` is its score unless that is given."""
    own = evidence(**given)
    return Ranked(("facility", record_id), own.standing if score is None else score, own, (), READING, confidence)


def example(meant: str, *found: Ranked, known: bool = True, text: str = "在哪") -> Example:
    """A question of a record, and what it found."""
    return Example(("facility", meant), text, known, found)
