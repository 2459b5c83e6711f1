"""A text being read with its marks: what is open, what was found, and what may stand in what."""

from dataclasses import dataclass, field

from bot.messages.content import Content, Json

STYLES = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})
QUOTES = frozenset({"blockquote", "expandable_blockquote"})
VERBATIM = frozenset({"code", "pre"})
LINK = "text_link"
SCHEMES = ("http://", "https://", "tg://")
MOST = 100
"""Telegram shows so many entities of a message and drops the rest."""


class FormatError(Exception):
    """`key` is api-format-<key> of the message files; `found` is what is wrong, as it was written."""

    def __init__(self, key: str, found: str = "") -> None:
        super().__init__(f"{key}: {found}")
        self.key = key
        self.found = found


@dataclass
class Mark:
    """One that is open, as it was `written`; without a `kind` it changes nothing."""

    written: str
    kind: str
    offset: int
    extra: Json = field(default_factory=dict)


class Marked:
    """Collects text and entities, in UTF-16 units; raises FormatError for what Telegram would not show so."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._found: list[Json] = []
        self.open_marks: list[Mark] = []

    def write(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text.encode("utf-16-le")) // 2

    def open(self, written: str, kind: str = "", extra: Json | None = None) -> None:
        kinds = {mark.kind for mark in self.open_marks} - {""}
        if kind and not _fits(kind, kinds):
            raise FormatError("nested", written)
        if kind == LINK and not str((extra or {})["url"]).lower().startswith(SCHEMES):
            raise FormatError("link", written)
        self.open_marks.append(Mark(written, kind, self._length, extra or {}))

    def close(self) -> None:
        """The one that was opened last."""
        mark = self.open_marks.pop()
        length = self._length - mark.offset
        if mark.kind and length:
            self._found.append({"type": mark.kind, "offset": mark.offset, "length": length, **mark.extra})

    def content(self) -> Content:
        if self.open_marks:
            raise FormatError("unclosed", self.open_marks[-1].written)
        if len(self._found) > MOST:
            raise FormatError("many", str(MOST))
        in_order = sorted(self._found, key=lambda entity: (entity["offset"], -entity["length"]))
        return Content(text="".join(self._pieces), entities=tuple(in_order))


def _fits(kind: str, outer: set[str]) -> bool:
    """Code holds nothing and stands in quotes alone; links and quotes are not nested; styles go everywhere."""
    if kind in outer or outer & VERBATIM:
        return False
    if kind in VERBATIM:
        return outer <= QUOTES
    if kind in QUOTES:
        return outer <= STYLES
    return True
