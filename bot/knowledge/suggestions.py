"""What somebody may have meant to write."""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """`, did you mean 'x'?`, or nothing when nothing known is close."""
    close = get_close_matches(written.lower(), list(known), n=1)
    return f", did you mean '{close[0]}'?" if close else ""
