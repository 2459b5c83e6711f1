"""parse_mode=HTML, with Telegram's own complaints."""

import re
from html import unescape

from bot.sandbox.errors import ApiError
from bot.sandbox.formatting.complaints import byte_offset, cannot_parse
from bot.sandbox.formatting.entities import Entity, cut, units
from bot.sandbox.formatting.tags import KINDS, Element

REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|lt|gt|amp|quot);")
NAME = re.compile(r"[^\s>]*")
ATTRIBUTE = re.compile(r"""\s*([^\s=>]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.-]*)(?=[\s>])))?""")
END_TAG = re.compile(r"</([^\s>]*)\s*>")


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """The text and its entities; raises ApiError in Telegram's words."""
    return _Parser(source).parse()


class _Parser:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._text: list[str] = []
        self._offset = 0
        self._open: list[Element] = []
        self._found: list[Entity] = []

    def parse(self) -> tuple[str, list[Entity]]:
        while self._at < len(self._source):
            if self._source.startswith("</", self._at):
                self._end_tag()
            elif self._source[self._at] == "<":
                self._start_tag()
            else:
                self._characters()
        if self._open:
            raise cannot_parse(f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"')
        return "".join(self._text), self._found

    def _characters(self) -> None:
        end = self._source.find("<", self._at)
        end = len(self._source) if end < 0 else end
        plain = _decoded(self._source[self._at : end])
        self._text.append(plain)
        self._offset += units(plain)
        self._at = end

    def _start_tag(self) -> None:
        begin = self._at
        name = self._match(NAME, begin + 1)
        if self._at >= len(self._source):
            raise self._fault("Unclosed start tag", begin)
        tag = name[0].lower()
        if tag not in KINDS:
            raise self._fault(f'Unsupported start tag "{tag}"', begin)
        attributes = self._attributes(tag, begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self._fault('Tag "span" must have class "tg-spoiler"', begin)
        self._open.append(Element(tag, self._offset, attributes))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            while self._at < len(self._source) and self._source[self._at].isspace():
                self._at += 1
            if self._at >= len(self._source):
                raise self._fault("Unclosed start tag", begin)
            if self._source[self._at] == ">":
                self._at += 1
                return found
            name, *values = self._match(ATTRIBUTE, self._at).groups()
            if not name:
                raise self._fault(f'Empty attribute name in the tag "{tag}"', begin)
            if self._source.startswith("=", self._at):
                raise self._fault("Unclosed start tag", begin)
            if values == [None, None, None] and name != "expandable":
                raise self._fault(f'Expected equal sign in declaration of an attribute of the tag "{tag}"', begin)
            found[name.lower()] = _decoded(next((value for value in values if value is not None), ""))

    def _end_tag(self) -> None:
        begin = self._at
        if not self._open:
            raise self._fault("Unexpected end tag", begin)
        tag = END_TAG.match(self._source, begin)
        if tag is None:
            raise self._fault("Unclosed end tag", begin)
        opened = self._open.pop()
        if tag[1] and tag[1].lower() != opened.tag:
            where = byte_offset(self._source, begin)
            reason = f'Unmatched end tag at byte offset {where}, expected "</{opened.tag}>", found "</{tag[1]}>"'
            raise cannot_parse(reason)
        self._at = tag.end()
        if self._offset > opened.offset:
            self._close(opened)

    def _close(self, opened: Element) -> None:
        shown = cut("".join(self._text), opened.offset) if opened.tag == "a" else ""
        outer = self._open[-1] if self._open else None
        entity = opened.entity(shown, self._offset - opened.offset, outer)
        if entity is not None:
            self._found.append(entity)

    def _match(self, pattern: re.Pattern[str], position: int) -> re.Match[str]:
        """Moves on behind a pattern that matches anywhere, if only the empty string."""
        match = pattern.match(self._source, position)
        if match is None:
            raise self._fault("Unclosed start tag", position)
        self._at = match.end()
        return match

    def _fault(self, reason: str, position: int) -> ApiError:
        return cannot_parse(f"{reason} at byte offset {byte_offset(self._source, position)}")


def _decoded(source: str) -> str:
    return REFERENCE.sub(lambda match: unescape(match[0]), source)
