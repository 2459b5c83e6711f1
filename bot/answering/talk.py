"""Small talk and other texts that ask for no record: greetings, thanks, what the assistant is, a human."""

from bot.answering.lexicon import lexicon
from bot.answering.reading import Reading
from bot.answering.text import Word
from bot.patterns import later

BRIEF = 10
"""Words of a text that says little more than thanks or goodbye."""
PASSING = ("identity", "bye", "thanks")
_STRETCHED = later(r"([a-z])\1{2,}")
"""Letters held down, as in "heyyy"."""
_PUNCTUATION = later(r"[^\w\u4e00-\u9fff']+")


def smalltalk_in(reading: Reading) -> str | None:
    """The kind of small talk that the whole text is, or None."""
    patterns = lexicon().smalltalk
    bare = _STRETCHED.sub(r"\1", _PUNCTUATION.sub(" ", reading.folded)).strip()
    joined = bare.replace(" ", "") if not bare.isascii() else bare
    for kind in ("sorry", "identity", "abilities"):
        if patterns[kind].search(bare) and len(_matter(reading, kind)) == 0:
            return kind
    if patterns["greeting"].search(joined):
        return "greeting"
    for kind in ("bye", "thanks"):
        if (
            reading.moment is None
            and patterns[kind].search(bare)
            and not _matter(reading, kind)
            and not _asks(reading, kind)
        ):
            return kind
    return None


def passing_in(reading: Reading) -> str | None:
    """The small talk that a short text holds among other words; for texts that mean no record."""
    if len(reading.words) > BRIEF or "?" in reading.folded:
        return None
    patterns = lexicon().smalltalk
    return next((kind for kind in PASSING if patterns[kind].search(reading.folded)), None)


def _matter(reading: Reading, kind: str) -> list[str]:
    """What the text is about besides the small talk."""
    spans = [match.span() for match in lexicon().smalltalk[kind].finditer(reading.folded)]
    greeting = lexicon().smalltalk["greeting"]
    return [
        word.stem
        for word in reading.content()
        if not any(start < word.end and word.start < end for start, end in spans)
        and not greeting.search(word.stem)
        and word.stem not in _POLITE
        and not _is_left_of_a_verb(word)
    ]


def _is_left_of_a_verb(word: Word) -> bool:
    """Whether it is one character of a verb: mostly what a slip of typing leaves of two, as 服 of 服务."""
    return word.tag == "v" and word.is_han and len(word.stem) == 1


_POLITE = {"帮助", "服务", "回复", "解答", "回答", "耐心", "真是", "非常", "help", "answer", "much", "lot", "us"}


def _asks(reading: Reading, kind: str) -> bool:
    if kind == "thanks" and len(reading.folded) <= 12 and "?" not in reading.folded:
        return len(reading.aspects) > 1
    return bool(reading.aspects) and "?" in reading.folded


def wants_human(folded: str) -> bool:
    """Whether somebody asks for a person rather than for a fact."""
    return bool(lexicon().human.search(folded))
