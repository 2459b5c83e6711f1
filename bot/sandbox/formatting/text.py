"""The text of a message as a bot sends it: parse mode or entities, cleaned, checked, with what Telegram detects."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.formatting.detect import detect
from bot.sandbox.formatting.entities import Entity, tidy, trimmed, units
from bot.sandbox.formatting.html import parse_html
from bot.sandbox.formatting.links import checked_url
from bot.sandbox.formatting.markdown import parse_markdown
from bot.sandbox.formatting.old_markdown import parse_old_markdown
from bot.sandbox.params import Params

LONGEST = 4096
LONGEST_CAPTION = 1024
CONTROL = re.compile(r"[\x00-\x08\x0b-\x0c\x0e-\x1f]")
PARSERS = {"html": parse_html, "markdownv2": parse_markdown, "markdown": parse_old_markdown}
GIVEN = (
    *("bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote"),
    *("code", "pre", "text_link", "text_mention", "custom_emoji"),
)


@dataclass(frozen=True)
class FormattedText:
    text: str
    entities: tuple[Entity, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The fields of a Message."""
        if not self.entities:
            return {"text": self.text}
        return {"text": self.text, "entities": [entity.as_json() for entity in self.entities]}

    def as_caption(self) -> dict[str, Any]:
        """The same for what stands below a picture or a document; nothing for no text."""
        named = {"text": "caption", "entities": "caption_entities"}
        return {named[name]: value for name, value in self.as_json().items() if value}


def formatted(params: Params, too_long: str) -> FormattedText:
    """From `text`, `parse_mode` and `entities` of a call; raises ApiError, with `too_long` for a text over LONGEST."""
    source = params.text("text")
    if not source:
        raise bad_request("message text is empty")
    text = _read(source, params, "entities")
    if not text.text:
        raise bad_request("text must be non-empty")
    if units(text.text) > LONGEST:
        raise bad_request(too_long)
    return text


def formatted_caption(params: Params) -> dict[str, Any]:
    """The fields of a Message for `caption`, which may be missing; raises ApiError."""
    caption = _read(params.text("caption"), params, "caption_entities")
    if units(caption.text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return caption.as_caption()


def _read(source: str, params: Params, given: str) -> FormattedText:
    """The text with its entities: `given` is the parameter that may hold some."""
    text, entities = _parsed(source, params, given)
    text, entities = trimmed(CONTROL.sub(" ", text), entities)
    return FormattedText(text, tuple(_with_detected(text, tidy(entities))))


def typed(text: str, entities: Any = None) -> FormattedText:
    """What a person typed, with the formatting that they gave it; raises ApiError when that does not fit."""
    if entities:
        return _read(text, Params({"entities": entities}), "entities")
    return FormattedText(text, tuple(tidy(detect(text))))


def _parsed(source: str, params: Params, given: str) -> tuple[str, list[Entity]]:
    mode, source = params.text("parse_mode").lower(), source.replace("\r", "")
    if not mode:
        return source, _given(source, params.json(given))
    if mode not in PARSERS:
        raise bad_request("unsupported parse_mode")
    return PARSERS[mode](source)


def _with_detected(text: str, entities: list[Entity]) -> list[Entity]:
    taken = [entity for entity in entities if entity.kind in ("code", "pre", "text_link", "text_mention")]
    free = [found for found in detect(text) if not any(map(found.meets, taken))]
    return tidy([*entities, *free])


def _given(text: str, entities: Any) -> list[Entity]:
    if entities is None:
        return []
    if not isinstance(entities, list):
        raise bad_request("can't parse entities: expected an Array of MessageEntity")
    boundaries = _boundaries(text)
    found = [_entity(entity, boundaries) for entity in entities]
    return [entity for entity in found if entity is not None]


def _entity(given: Any, boundaries: set[int]) -> Entity | None:
    """None for what Telegram detects itself and for links that it drops."""
    if not isinstance(given, Mapping):
        raise bad_request("can't parse MessageEntity: expected an Object")
    kind, offset, length = (given.get(name) for name in ("type", "offset", "length"))
    if not isinstance(kind, str) or type(offset) is not int or type(length) is not int:
        raise bad_request("can't parse MessageEntity: fields type, offset and length are required")
    if offset < 0 or length <= 0:
        raise bad_request("can't parse MessageEntity: offset or length is invalid")
    end, last = offset + length, max(boundaries)
    if end > last:
        raise bad_request(
            f"entity beginning at UTF-16 offset {offset} ends after the end of the text at UTF-16 offset {end}"
        )
    for position in (offset, end):
        if position not in boundaries:
            where = f"entity beginning at UTF-16 offset {offset} ends in a middle of a UTF-16 symbol"
            raise bad_request(f"{where} at UTF-16 offset {position}")
    if kind not in GIVEN or (kind == "text_link" and not checked_url(str(given.get("url", "")))):
        return None
    return Entity(kind, offset, length, {name: given[name] for name in ("url", "user", "language") if name in given})


def _boundaries(text: str) -> set[int]:
    """The UTF-16 offsets between characters."""
    positions, offset = {0}, 0
    for char in text:
        offset += units(char)
        positions.add(offset)
    return positions
