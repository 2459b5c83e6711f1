"""Telegram's HTML: the tags that it knows, each closed, in the right order."""

import re
from html import unescape

from bot.messages.content import Content, Json
from bot.messages.formats.marked import LINK, FormatError, Marked

TAG = re.compile(
    r"""<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*)(?P<attributes>(?:\s+[a-zA-Z-]+(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))?)*)\s*>"""
)
ATTRIBUTE = re.compile(r"""([a-zA-Z-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?""")
REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]+\d*);")
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
    "a": LINK,
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
SHOWN = 40
"""Characters of what is no tag that are told."""


def read_html(source: str) -> Content:
    """Raises FormatError."""
    marked, at = Marked(), 0
    while at < len(source):
        if source[at] == "<":
            tag = TAG.match(source, at)
            if tag is None:
                raise FormatError("bare", source[at : at + SHOWN])
            _read_tag(marked, tag)
            at = tag.end()
        else:
            end = source.find("<", at)
            end = len(source) if end < 0 else end
            marked.write(_decoded(source[at:end]))
            at = end
    return marked.content()


def _read_tag(marked: Marked, tag: re.Match[str]) -> None:
    name = tag["name"].lower()
    if name not in KINDS:
        raise FormatError("unknown-tag", tag[0])
    if tag["end"]:
        if tag["attributes"] or not marked.open_marks or _name(marked.open_marks[-1].written) != name:
            raise FormatError("unopened", tag[0])
        marked.close()
    elif name == "code" and marked.open_marks and marked.open_marks[-1].kind == "pre":
        marked.open_marks[-1].extra.update(_language(tag))
        marked.open(tag[0])
    else:
        marked.open(tag[0], *_kind(name, tag))


def _kind(name: str, tag: re.Match[str]) -> tuple[str, Json]:
    given = _attributes(tag)
    match name, given:
        case "a", {"href": address, **rest} if not rest:
            return LINK, {"url": address.strip()}
        case "span", {"class": "tg-spoiler", **rest} if not rest:
            return KINDS[name], {}
        case "blockquote", {"expandable": "", **rest} if not rest:
            return "expandable_blockquote", {}
        case (("a" | "span"), _):
            raise FormatError("attribute", tag[0])
        case _, {}:
            if given:
                raise FormatError("attribute", tag[0])
    return KINDS[name], {}


def _language(tag: re.Match[str]) -> Json:
    """Of code that is the content of a block."""
    given = _attributes(tag)
    if not given:
        return {}
    language = given.pop("class", "")
    if given or not language.startswith("language-"):
        raise FormatError("attribute", tag[0])
    return {"language": language.removeprefix("language-")}


def _attributes(tag: re.Match[str]) -> dict[str, str]:
    found = ATTRIBUTE.findall(tag["attributes"])
    return {name.lower(): _decoded(double or single) for name, double, single in found}


def _name(written: str) -> str:
    match = TAG.match(written)
    return match["name"].lower() if match else ""


def _decoded(source: str) -> str:
    return REFERENCE.sub(lambda match: unescape(match[0]), source)
