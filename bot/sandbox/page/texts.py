"""The chat page's texts: those of its Fluent files whose key begins with sandbox-page-."""

import re
from functools import cache

from bot.languages import Language
from bot.messages.texts import FOLDER, texts_in

PREFIX = "sandbox-page-"
KEY = re.compile(rf"^{PREFIX}([a-z-]+) =", re.MULTILINE)
VARIABLES = ("name", "count", "text")


@cache
def page_texts(language: Language) -> dict[str, str]:
    """By key without its prefix; a variable stands as {name}, for the page to put in."""
    source = (FOLDER / language / "sandbox.ftl").read_text(encoding="utf-8")
    variables = {name: f"{{{name}}}" for name in VARIABLES}
    return {key: texts_in(language)(PREFIX + key, **variables) for key in KEY.findall(source)}
