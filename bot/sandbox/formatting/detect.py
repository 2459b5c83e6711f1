"""What Telegram itself finds in a text: commands, mentions, hashtags, addresses."""

import re
from collections.abc import Iterator

from bot.sandbox.formatting.entities import Entity, units

TOP = "com|cn|net|org|io|dev|app|edu|gov|info|me|ai|cc|tech|xyz|top|co|uk|de|jp|hk|tw"
PATTERNS = {
    "email": re.compile(r"(?<![\w.@])[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}", re.ASCII),
    "url": re.compile(
        rf"(?<![\w@.])(?:https?://[^\s<>\"'，。；！？、）》」]+|(?:[A-Za-z0-9-]+\.)+(?:{TOP})(?![\w.@-])(?:/[!-~]*)?)",
        re.ASCII,
    ),
    "bot_command": re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])"),
    "mention": re.compile(r"(?<!\w)@[A-Za-z0-9_]{2,32}(?!\w)"),
    "hashtag": re.compile(r"(?<!\w)#(?=\w*[^\W\d])\w{1,255}"),
}


def detect(text: str) -> list[Entity]:
    """The entities of a plain text; an address wins over what is found inside it."""
    found: list[Entity] = []
    for kind, pattern in PATTERNS.items():
        found.extend(entity for entity in _matches(kind, pattern, text) if not any(map(entity.meets, found)))
    return found


def _matches(kind: str, pattern: re.Pattern[str], text: str) -> Iterator[Entity]:
    for match in pattern.finditer(text):
        shown = match[0].rstrip(".,;:!?)") if kind == "url" else match[0]
        yield Entity(kind, units(text[: match.start()]), units(shown))
