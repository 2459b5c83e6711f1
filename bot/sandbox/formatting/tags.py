"""The tags of parse_mode=HTML, and the entity that an element becomes."""

from dataclasses import dataclass

from bot.sandbox.formatting.entities import Entity
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


@dataclass(frozen=True)
class Element:
    """`offset` in UTF-16 units of the text."""

    tag: str
    offset: int
    attributes: dict[str, str]

    def entity(self, shown: str, length: int, outer: "Element | None") -> Entity | None:
        """What it becomes around the text `shown`, within the element `outer`; None for what Telegram drops."""
        kind = KINDS[self.tag]
        if kind == "text_link":
            url = checked_url(self.attributes.get("href") or shown)
            return Entity(kind, self.offset, length, {"url": url}) if url else None
        if kind == "code" and outer is not None and self._names_language_of(outer):
            return None
        if kind == "pre" and "language" in self.attributes:
            return Entity(kind, self.offset, length, {"language": self.attributes["language"]})
        if kind == "blockquote" and "expandable" in self.attributes:
            kind = "expandable_blockquote"
        return Entity(kind, self.offset, length)

    def _names_language_of(self, outer: "Element") -> bool:
        """Whether it is the code element with which a pre element says its language; hands the language over."""
        language = self.attributes.get("class", "").removeprefix("language-")
        if outer.tag != "pre" or outer.offset != self.offset or not language:
            return False
        outer.attributes["language"] = language
        return True
