"""A small, strict part of Markdown: bold, italic, code, blocks of code and links; everything else is text."""

import re
from string import punctuation

from bot.messages.content import Content
from bot.messages.formats.marked import LINK, FormatError, Marked

KINDS = {"**": "bold", "*": "italic", "_": "italic"}
LINK_MARK = re.compile(r"\[(?P<shown>(?:\\.|[^\[\]\\])*)\]\((?P<address>[^()\s]*)\)")
NEARLY_LINK = re.compile(r"\[(?:\\.|[^\[\]\\])*\]\([^\n]{0,20}")
BLOCK = re.compile(r"```(?:(?P<language>[\w+#-]*)\n)?(?P<code>.*?)\n?```", re.DOTALL)
CODE = re.compile(r"`(?P<code>[^`]+)`")
ADDRESS = re.compile(r"https?://[^\s()\[\]*`]+")
PLAIN = re.compile(r"[^\\`\[*_h]+")
SHOWN = 20
"""Characters that are told of what is not closed."""


def read_markdown(source: str) -> Content:
    """Raises FormatError."""
    reader = _Reader()
    reader.read(source)
    return reader.marked.content()


class _Reader:
    def __init__(self) -> None:
        self.marked = Marked()

    def read(self, source: str) -> None:
        at = 0
        while at < len(source):
            at = self._step(source, at)

    def _step(self, source: str, at: int) -> int:
        """Reads what stands at the position; where it ends."""
        character = source[at]
        if match := PLAIN.match(source, at) or ADDRESS.match(source, at):
            self.marked.write(match[0])
            return match.end()
        if character == "\\" and source[at + 1 : at + 2] in {*punctuation}:
            self.marked.write(source[at + 1])
            return at + 2
        if character == "`":
            return self._code(source, at)
        if character == "[":
            return self._bracket(source, at)
        if character in KINDS:
            return self._style(source, at)
        self.marked.write(character)
        return at + 1

    def _code(self, source: str, at: int) -> int:
        block = source.startswith("```", at)
        match = (BLOCK if block else CODE).match(source, at)
        if match is None:
            raise FormatError("unclosed", source[at : at + SHOWN])
        language = match["language"] if block else ""
        self.marked.open(match[0], "pre" if block else "code", {"language": language} if language else None)
        self.marked.write(match["code"])
        self.marked.close()
        return match.end()

    def _bracket(self, source: str, at: int) -> int:
        match = LINK_MARK.match(source, at)
        if match is None:
            if nearly := NEARLY_LINK.match(source, at):
                raise FormatError("link", nearly[0])
            self.marked.write("[")
            return at + 1
        self.marked.open(match[0], LINK, {"url": match["address"]})
        depth = len(self.marked.open_marks)
        self.read(match["shown"])
        if len(self.marked.open_marks) != depth:
            raise FormatError("unclosed", self.marked.open_marks[-1].written)
        self.marked.close()
        return match.end()

    def _style(self, source: str, at: int) -> int:
        """A mark between spaces, and an underscore within a word, are themselves."""
        mark = self._mark(source, at)
        end = at + len(mark)
        before, after = source[at - 1 : at] if at else "", source[end : end + 1]
        if (before + after).isspace() or not (before + after) or (mark == "_" and _within_word(before, after)):
            self.marked.write(mark)
        elif self._innermost() == mark and before.strip():
            self.marked.close()
        elif after.strip():
            self.marked.open(mark, KINDS[mark])
        else:
            raise FormatError("unclosed", source[max(at - SHOWN, 0) : end])
        return end

    def _mark(self, source: str, at: int) -> str:
        """Of *** at the end the inner one is closed first."""
        if not source.startswith("**", at):
            return source[at]
        open_marks = [mark.written for mark in self.marked.open_marks]
        return "*" if self._innermost() == "*" and "**" in open_marks else "**"

    def _innermost(self) -> str:
        return self.marked.open_marks[-1].written if self.marked.open_marks else ""


def _within_word(before: str, after: str) -> bool:
    return all(one.isascii() and one.isalnum() for one in (before, after) if one) and bool(before and after)
