"""What somebody may have meant to write."""

from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz, process

CLOSE = 60
"""How alike two names are, of 100, that one may be meant by the other."""


def did_you_mean(written: str, known: Iterable[str], words: Mapping[str, Iterable[str]] | None = None) -> str:
    """`, did you mean 'x'?`, or nothing when nothing known is close; `words` are others that mean a name."""
    names = {word.lower(): name for name, others in (words or {}).items() for word in others}
    names |= {name.lower(): name for name in known}
    close = process.extractOne(written.strip().lower(), names.keys(), scorer=fuzz.ratio, score_cutoff=CLOSE)
    return f", did you mean '{names[close[0]]}'?" if close else ""
