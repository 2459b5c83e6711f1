"""Which facts of a record a question asks for."""

import re

from bot.answering.facts.table import FACTS
from bot.answering.reading import Reading

_TIMED = {"facility": "hours", "event": "when", "programme": "when"}
"""What a question asks for that names a time and nothing else."""
_SAME = (
    {"hours", "when"},
    {"lacking", "who"},
    {"lacking", "rules"},
    {"lacking", "duration"},
    {"price", "amount"},
    {"members", "host"},
    {"who", "rules"},
    {"duration", "slot"},
)
BARE = 0.5
"""The strength of a bare "how much", which every number answers to."""
SILENT, HEARD = -1.0, -0.35
"""How much an aspect sounds that nothing speaks for, and from when on it is asked for."""
CUED, CUE = 0.45, 0.05
"""What a cue adds to that, and what its strength adds."""
GENERAL_CUES = {"overview", "apply", "who", "amount", "when", "hours", "duration", "equipment", "rules"}
"""Aspects whose cues are common words: others that are asked for as well come first."""


def asked(reading: Reading, kind: str) -> list[str]:
    """The aspects of the kind that the question asks for, the most telling cue first."""
    held = list(FACTS[kind])
    if len(held) == 1:
        return []  # told whole, whatever is asked of it
    cues = {aspect: _strength(reading, aspect) for aspect in reading.aspects if aspect in held}
    strength = _heard(reading, held, cues) if reading.facts else cues
    ordered = sorted(strength, key=lambda aspect: (-strength[aspect], held.index(aspect)))
    if reading.moment and (timed := _TIMED.get(kind)):
        telling = [aspect for aspect in ordered if aspect not in {"who", "rules", "overview"}]
        ordered = [*telling, timed, *(aspect for aspect in ordered if aspect not in telling)]
    if kind == "subsidy":
        ordered = _of_subsidy(ordered, reading)
    return _without_twins(ordered)


def _heard(reading: Reading, held: list[str], cues: dict[str, float]) -> dict[str, float]:
    """The aspects that the question sounds as if it asked for, its cues taken into account."""
    heard = {}
    for aspect in held:
        sounds = max(reading.facts.get(name, SILENT) for name in (aspect, *_likewise(aspect, held)))
        strength = sounds + (CUED + CUE * cues[aspect] if aspect in cues else 0.0)
        if strength >= HEARD:
            heard[aspect] = strength
    return heard


def _likewise(aspect: str, held: list[str]) -> list[str]:
    """Aspects that the kind does not tell, but this one in their place."""
    return [one for pair in _SAME if aspect in pair for one in pair if one not in held]


_SUM_BEFORE = re.compile(r"\bhow much\b[^,;?]{0,30}$")


def _of_subsidy(ordered: list[str], reading: Reading) -> list[str]:
    """Without what only sounds like another question: "how much can we get" asks for no verdict."""
    ordered = list(dict.fromkeys("amount" if aspect == "price" else aspect for aspect in ordered))
    if len(ordered) > 1 and not reading.facts and _is_in_a_name(reading, "amount"):
        ordered = [aspect for aspect in ordered if aspect != "amount"]
    drop = {"when"} if "duration" in ordered else set()
    if ordered and ordered[0] == "amount":
        drop |= {aspect for aspect in ("who", "quantity") if _is_of_the_sum(reading, aspect)}
    return [aspect for aspect in ordered if aspect not in drop]


def _is_in_a_name(reading: Reading, aspect: str) -> bool:
    """Whether the cues are only part of a record's name, as in "rent subsidy"."""
    names = [(one.start, one.end) for one in reading.mentions if one.quality >= 0.8]
    return all(
        any(start <= begins and ends <= end for start, end in names) for begins, ends in reading.aspects.get(aspect, ())
    )


def _is_of_the_sum(reading: Reading, aspect: str) -> bool:
    cues = reading.aspects.get(aspect, ())
    return bool(cues) and all(
        reading.folded[start:end] == "多少" or _SUM_BEFORE.search(reading.folded[:start]) for start, end in cues
    )


def _strength(reading: Reading, aspect: str) -> float:
    """Longer cues tell more; a cue that lies within another aspect's longer cue tells little."""
    spans = reading.aspects[aspect]
    longest = max(end - start for start, end in spans)
    inside = all(
        any(
            start >= other_start and end <= other_end and end - start < other_end - other_start
            for other, other_spans in reading.aspects.items()
            if other != aspect
            for other_start, other_end in other_spans
        )
        for start, end in spans
    )
    size = min(longest, 4) if reading.folded[spans[0][0] : spans[0][1]].isascii() is False else min(longest / 3, 4)
    if all(reading.folded[start:end] == "多少" for start, end in spans):
        size = BARE
    return (size * 0.25 if inside else size) - (1.5 if aspect in GENERAL_CUES else 0.0)


def _without_twins(ordered: list[str]) -> list[str]:
    kept: list[str] = []
    for aspect in ordered:
        if not any({aspect, other} <= pair for pair in _SAME for other in kept):
            kept.append(aspect)
    return kept
