"""parse_mode=HTML, with Telegram's own complaints."""

import re
from dataclasses import dataclass
from html import unescape

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.formatting.entities import Entity, units
from bot.sandbox.formatting.links import checked_url

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|lt|gt|amp|quot);")
NAME = re.compile(r"[^\s>]*")
ATTRIBUTE = re.compile(r"""\s*([^\s=>]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.-]*)(?=[\s>])))?""")
END_TAG = re.compile(r"</([^\s>]*)\s*>")


@dataclass(frozen=True)
class _Open:
    tag: str
    offset: int
    attributes: dict[str, str]


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """The text and its entities; raises ApiError in Telegram's words."""
    return _Parser(source).parse()


class _Parser:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._text: list[str] = []
        self._offset = 0
        self._open: list[_Open] = []
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
            raise _cannot_parse(f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"')
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
        self._open.append(_Open(tag, self._offset, attributes))

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
            where = _byte_offset(self._source, begin)
            reason = f'Unmatched end tag at byte offset {where}, expected "</{opened.tag}>", found "</{tag[1]}>"'
            raise _cannot_parse(reason)
        self._at = tag.end()
        if self._offset > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        length = self._offset - opened.offset
        kind, extra = KINDS[opened.tag], {}
        if kind == "text_link":
            url = checked_url(opened.attributes.get("href") or self._text_since(opened.offset))
            if not url:
                return
            extra = {"url": url}
        elif kind == "code" and self._is_language_of_pre(opened):
            return
        elif kind == "pre":
            extra = self._language(opened)
        elif kind == "blockquote" and "expandable" in opened.attributes:
            kind = "expandable_blockquote"
        self._found.append(Entity(kind, opened.offset, length, extra))

    def _text_since(self, offset: int) -> str:
        return "".join(self._text).encode("utf-16-le")[2 * offset :].decode("utf-16-le")

    def _is_language_of_pre(self, opened: _Open) -> bool:
        """Whether this code element only names the language of the pre around it, which _language reads."""
        language = opened.attributes.get("class", "").removeprefix("language-")
        outer = self._open[-1] if self._open else None
        if outer is None or outer.tag != "pre" or outer.offset != opened.offset or not language:
            return False
        outer.attributes["language"] = language
        return True

    @staticmethod
    def _language(opened: _Open) -> dict[str, str]:
        language = opened.attributes.get("language")
        return {"language": language} if language else {}

    def _match(self, pattern: re.Pattern[str], position: int) -> re.Match[str]:
        """Moves on behind a pattern that matches anywhere, if only the empty string."""
        match = pattern.match(self._source, position)
        if match is None:
            raise self._fault("Unclosed start tag", position)
        self._at = match.end()
        return match

    def _fault(self, reason: str, position: int) -> ApiError:
        return _cannot_parse(f"{reason} at byte offset {_byte_offset(self._source, position)}")


def _cannot_parse(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")


def _byte_offset(source: str, position: int) -> int:
    return len(source[:position].encode())


def _decoded(source: str) -> str:
    return REFERENCE.sub(lambda match: unescape(match[0]), source)
