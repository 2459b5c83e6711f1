"""Views of a small park of the tests' own, at a moment that a text names."""

from collections.abc import Iterable
from typing import Any

from bot.answering.text import fold
from bot.answering.view import View
from bot.answering.when import find
from bot.knowledge.kinds import Record
from bot.knowledge.snapshot import Snapshot
from bot.languages import Language
from tests.bot.answering.times import ZONE, at

ZH, EN = Language.ZH, Language.EN
WEDNESDAY = "2026-11-25 10:00"


def view(records: Iterable[Record], language: Language, text: str = "", now: str = WEDNESDAY, **given: Any) -> View:
    """What the records look like to somebody who asks the text at a moment in the park's zone.

    `described` is what the text would say of the asker's company.
    """
    folded, moment, described = fold(text), at(now), given.pop("described", {})
    made = View(Snapshot.of(records), language, moment, ZONE, moment=find(folded, moment), folded=folded, **given)
    vars(made)["described"] = described
    return made
