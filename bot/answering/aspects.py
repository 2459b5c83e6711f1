"""Which facts of a record a question asks for."""

from bot.answering.facts.table import FACTS
from bot.answering.reading import Reading

_TIMED = {"facility": "hours", "event": "when", "programme": "when"}
"""What a question asks for that names a time and nothing else."""
_SAME = ({"hours", "when"}, {"price", "amount"}, {"members", "host"}, {"who", "rules"}, {"duration", "slot"})
BARE = 0.5
"""The strength of a bare "how much", which every number answers to."""
GENERAL_CUES = {"overview", "apply", "who", "amount", "when", "hours", "duration", "equipment", "rules"}
"""Aspects whose cues are common words: others that are asked for as well come first."""


def asked(reading: Reading, kind: str) -> list[str]:
    """The aspects of the kind that the question asks for, the most telling cue first."""
    held = list(FACTS[kind])
    scored = []
    for aspect, spans in reading.aspects.items():
        if aspect not in held:
            continue
        longest = max(end - start for start, end in spans)
        scored.append((-_strength(reading, aspect, longest), held.index(aspect), aspect))
    ordered = [aspect for _, _, aspect in sorted(scored)]
    if reading.moment and kind in _TIMED and not set(ordered) - {"who", "rules", "overview"}:
        ordered = [_TIMED[kind], *ordered]
    if kind == "subsidy" and "duration" in ordered and "when" in ordered:
        ordered.remove("when")
    return _without_twins(ordered)


def _strength(reading: Reading, aspect: str, longest: int) -> float:
    """Longer cues tell more; a cue that lies within another aspect's longer cue tells little."""
    spans = reading.aspects[aspect]
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
