"""What programs write, in the format that they say, as a content."""

from enum import StrEnum

from bot.messages.content import Content
from bot.messages.formats.html import read_html
from bot.messages.formats.markdown import read_markdown


class Format(StrEnum):
    PLAIN = "plain"
    HTML = "html"
    MARKDOWN = "markdown"


def written(text: str, form: Format) -> Content:
    """Raises FormatError."""
    match form:
        case Format.PLAIN:
            return Content(text=text)
        case Format.HTML:
            return read_html(text)
        case Format.MARKDOWN:
            return read_markdown(text)
