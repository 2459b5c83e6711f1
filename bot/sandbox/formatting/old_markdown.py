"""parse_mode=Markdown, Telegram's first and simplest: four kinds, no nesting."""

import re

from bot.sandbox.formatting.complaints import byte_offset, cannot_parse
from bot.sandbox.formatting.entities import Entity, units
from bot.sandbox.formatting.links import checked_url

KINDS = {"_": "italic", "*": "bold", "`": "code", "```": "pre", "[": "text_link"}
TOKEN = re.compile(r"\\([_*`\[])|(```|[_*`\[])|([^\\_*`\[]+|\\)", re.DOTALL)
LINK = re.compile(r"([^\]]*)\](?:\(([^)]*)\))?", re.DOTALL)


def parse_old_markdown(source: str) -> tuple[str, list[Entity]]:
    """The text and its entities; raises ApiError in Telegram's words."""
    text, found, at = "", list[Entity](), 0
    while token := TOKEN.match(source, at):
        escaped, mark, plain = token.groups()
        at = token.end()
        if not mark:
            text += escaped or plain
            continue
        shown, extra, at = _element(source, mark, token.start(), at)
        if shown and extra is not None:
            found.append(Entity(KINDS[mark], units(text), units(shown), extra))
        text += shown
    return text, found


def _element(source: str, mark: str, begin: int, at: int) -> tuple[str, dict[str, str] | None, int]:
    """What the element that begins at `begin` shows, its further fields (None: no entity), and where it ends."""
    if mark == "[":
        link = LINK.match(source, at)
        if link is None:
            raise _unfinished(source, begin)
        url = checked_url(link[2] or link[1])
        return link[1], {"url": url} if url else None, link.end()
    end = source.find(mark, at)
    if end < 0:
        raise _unfinished(source, begin)
    return source[at:end], {}, end + len(mark)


def _unfinished(source: str, position: int) -> Exception:
    where = byte_offset(source, position)
    return cannot_parse(f"Can't find end of the entity starting at byte offset {where}")
