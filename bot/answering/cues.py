"""Cue words, regular expressions each, in patterns that are quick to search for.

Most places of a text can be told by their character to be the beginning of no cue: that is looked at first.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property

Pattern = re.Pattern[str]
_BOUND = r"\b"
_HAN_ONLY = re.compile(r"[\u4e00-\u9fff]+")
_GROUP = re.compile(r"\([^()]*\)")
_WITHOUT_WIDTH = re.compile(r"(?:\^|\\b|\(\?<[!=][^()]*\))*")
_BEGINNING = re.compile(r"([\u4e00-\u9fffa-z0-9]|\\d)(?![?*{])")


class Cues:
    """Cues of both languages. A text of ASCII alone, in which there can be no Chinese, is searched for English ones.

    Each pattern is compiled when the first such text comes.
    """

    def __init__(self, section: Mapping[str, Sequence[str]]) -> None:
        """`section` has cues by language, `zh` and `en`."""
        self._section = section

    @cached_property
    def _english(self) -> Pattern:
        return either(self._section["en"])

    @cached_property
    def _both(self) -> Pattern:
        return either(cue for cues in self._section.values() for cue in cues)

    def _of(self, text: str) -> Pattern:
        return self._english if text.isascii() else self._both

    def search(self, text: str) -> re.Match[str] | None:
        return self._of(text).search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self._of(text).finditer(text)


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
