"""Slips of typing: phrasings as a thumb in a hurry leaves them, for the classifiers to learn beside the right ones."""

import random
import re
from collections.abc import Sequence

import rjieba

from bot.answering.index import Phrasing
from bot.answering.text import Segmenter

MANY = 10_000
"""So many phrasings have slips enough of their own."""
TIMES = 3
"""So often each phrasing is typed wrong."""
SHARE = 0.1
"""Of the characters that may slip, those that do."""
_SLIPPING = re.compile(r"[\u4e00-\u9fff]|(?<=[a-z])[a-z](?=[a-z])")


def with_slips(known: Sequence[Phrasing], seed: int = 1) -> list[Phrasing]:
    """The phrasings, and each that is long enough TIMES more with slips of its own; of very many, only as they are."""
    if len(known) > MANY:
        return list(known)
    segmenter = Segmenter()
    slipped = (
        (phrasing, _slipped(phrasing.text, random.Random(f"{seed + time} {phrasing.text}")))
        for phrasing in known
        for time in range(TIMES)
    )
    again = [Phrasing(one.key, text, segmenter.words(text)) for one, text in slipped if text != one.text]
    return [*known, *again]


def _slipped(text: str, chance: random.Random) -> str:
    """The text with some characters left out or changed for their neighbours, not into another word."""
    places = [match.start() for match in _SLIPPING.finditer(text)]
    if len(places) < 4:
        return text
    characters = list(text)
    for place in chance.sample(places, max(1, round(SHARE * len(places)))):
        if chance.random() < 0.5 or place + 1 >= len(characters) or characters[place + 1] == " ":
            characters[place] = ""
        elif not rjieba.has_word(characters[place + 1] + characters[place]):
            characters[place], characters[place + 1] = characters[place + 1], characters[place]
    return "".join(characters)
