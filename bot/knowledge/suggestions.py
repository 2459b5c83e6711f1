"""What somebody may have meant to write."""

from collections.abc import Iterable
from difflib import get_close_matches

MOST = 500
"""Among more names than these a likely one takes too long to find, a thousand times over."""


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """`, did you mean 'x'?`, or nothing when nothing known is close."""
    names = list(known)
    close = get_close_matches(written.lower(), names, n=1) if len(names) <= MOST else []
    return f", did you mean '{close[0]}'?" if close else ""
