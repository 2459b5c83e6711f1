"""Slips of typing: phrasings as a thumb in a hurry leaves them, for the classifiers to learn beside the right ones."""

import random
import re
from collections.abc import Iterable, Iterator

from bot.answering.index import Phrasing
from bot.answering.text import Segmenter

SHARE = 0.1
"""Of the characters that may slip, those that do."""
_SLIPPING = re.compile(r"[\u4e00-\u9fff]|(?<=[a-z])[a-z](?=[a-z])")


def with_slips(known: Iterable[Phrasing], segmenter: Segmenter, seed: int = 1) -> Iterator[Phrasing]:
    """Each phrasing, and the same with a slip where it is long enough for one."""
    chance = random.Random(seed)
    for phrasing in known:
        yield phrasing
        text = _slipped(phrasing.text, chance)
        if text != phrasing.text:
            yield Phrasing(phrasing.key, text, tuple(segmenter.words(text)))


def _slipped(text: str, chance: random.Random) -> str:
    """The text with some characters left out or changed for their neighbours."""
    places = [match.start() for match in _SLIPPING.finditer(text)]
    if len(places) < 4:
        return text
    characters = list(text)
    for place in chance.sample(places, max(1, round(SHARE * len(places)))):
        if chance.random() < 0.5 or place + 1 >= len(characters) or characters[place + 1] == " ":
            characters[place] = ""
        else:
            characters[place], characters[place + 1] = characters[place + 1], characters[place]
    return "".join(characters)
