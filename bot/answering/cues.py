"""Cue words, regular expressions each, as one pattern that is quick to search for.

Most places of a text can be told by their character to be the beginning of no cue: that is looked at first.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

Pattern = re.Pattern[str]
_BOUND = r"\b"
_HAN_ONLY = re.compile(r"[\u4e00-\u9fff]+")
_GROUP = re.compile(r"\([^()]*\)")
_WITHOUT_WIDTH = re.compile(r"(?:\^|\\b|\(\?<[!=][^()]*\))*")
_BEGINNING = re.compile(r"([\u4e00-\u9fffa-z0-9]|\\d)(?![?*{])")


def either(cues: Iterable[str]) -> Pattern:
    """One pattern for all of them, longer ones first; Chinese and English words are looked for apart."""
    ordered = sorted(cues, key=len, reverse=True)
    chinese = [cue for cue in ordered if _HAN_ONLY.fullmatch(_beginnings(cue))]
    english = [cue for cue in ordered if cue.startswith(_BOUND)]
    apart = {*chinese, *english}
    others = [cue for cue in ordered if cue not in apart]
    if all(map(_beginnings, ordered)):
        ways = (begun(chinese), _BOUND + begun(english), begun(others))
        whole = begun(ordered, "|".join(ways))
    else:
        whole = "|".join(ordered)
    return re.compile(whole, re.ASCII)  # so that a letter beside 的 ends a word


def begun(cues: Sequence[str], whole: str = "") -> str:
    """The source of a pattern for cues whose beginnings can all be told; of one for the `whole` where one begins."""
    begins = "".join(map(_beginnings, cues))
    return f"(?=[{begins}])(?:{whole or '|'.join(cues)})" if begins else "(?!)"


@cache
def _beginnings(cue: str) -> str:
    """The characters that a cue can begin with, as the inside of a class; empty when they cannot be told."""
    if "|" in _without_groups(cue):
        return ""
    width = _WITHOUT_WIDTH.match(cue)
    cue = cue[width.end() :] if width else cue
    group, closed, after = cue.removeprefix("(?:").partition(")")
    if not cue.startswith("(?:"):
        ways = [cue]
    elif closed and "(" not in group and after[:1] not in {"?", "*", "{"}:
        ways = group.split("|")
    else:
        return ""
    begins = [_BEGINNING.match(way) for way in ways]
    return "".join(one[1] for one in begins if one) if all(begins) else ""


def _without_groups(cue: str) -> str:
    inner = _GROUP.sub("", cue)
    return inner if inner == cue else _without_groups(inner)
