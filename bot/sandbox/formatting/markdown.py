"""parse_mode=MarkdownV2, with Telegram's own complaints."""

from dataclasses import dataclass

from bot.sandbox.errors import ApiError
from bot.sandbox.formatting.complaints import byte_offset, cannot_parse
from bot.sandbox.formatting.entities import Entity, cut, units
from bot.sandbox.formatting.links import checked_url

RESERVED = "_*[]()~`>#+-=|{}.!\n"
MARKS = {
    "```": "pre",
    "__": "underline",
    "||": "spoiler",
    "_": "italic",
    "*": "bold",
    "~": "strikethrough",
    "`": "code",
}
NAMES = {"text_link": "TextUrl", "blockquote": "BlockQuote"}


@dataclass(frozen=True)
class _Open:
    kind: str
    offset: int
    position: int
    language: str = ""


def parse_markdown(source: str) -> tuple[str, list[Entity]]:
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
        if self._source.startswith(">"):
            self._begin("blockquote", 1)
        while self._at < len(self._source):
            self._step()
        if self._inner == "blockquote":
            self._end(0)
        if self._open:
            raise self._unfinished()
        return "".join(self._text), self._found

    @property
    def _inner(self) -> str:
        return self._open[-1].kind if self._open else ""

    def _step(self) -> None:
        char, following = self._source[self._at], self._source[self._at + 1 : self._at + 2]
        if char == "\\" and following.isascii() and following:
            self._write(following, 2)
        elif self._inner in ("code", "pre"):
            self._step_verbatim(char)
        elif char == "\n":
            self._line_break(quoted=following == ">")
        elif char in RESERVED:
            self._mark(char)
        else:
            self._write(char, 1)

    def _step_verbatim(self, char: str) -> None:
        mark = "`" if self._inner == "code" else "```"
        if self._source.startswith(mark, self._at):
            self._end(len(mark))
        else:
            self._write(char, 1)

    def _line_break(self, *, quoted: bool) -> None:
        """A quote goes on in the next line if that begins with > as well."""
        in_quote = any(opened.kind == "blockquote" for opened in self._open)
        if in_quote and not quoted:
            if self._inner != "blockquote":
                raise self._unfinished()
            self._end(0)
        self._write("\n", 2 if quoted else 1)
        if quoted and not in_quote:
            self._begin("blockquote", 0)

    def _mark(self, char: str) -> None:
        if char == "]" and self._inner == "text_link":
            self._end_link()
            return
        if char == "[":
            self._begin("text_link", 1)
            return
        mark = next((mark for mark in MARKS if self._source.startswith(mark, self._at)), "")
        if not mark:
            raise cannot_parse(f"Character '{char}' is reserved and must be escaped with the preceding '\\'")
        if MARKS[mark] == self._inner:
            self._end(len(mark))
        elif mark == "```":
            self._begin_pre()
        else:
            self._begin(MARKS[mark], len(mark))

    def _begin(self, kind: str, width: int, language: str = "") -> None:
        self._open.append(_Open(kind, self._offset, self._at, language))
        self._at += width

    def _begin_pre(self) -> None:
        """The first word of a block is its language, when a line break follows; that break is no text."""
        first, line_break, _ = self._source[self._at + 3 :].partition("\n")
        is_language = bool(line_break and first) and not any(char.isspace() or char == "`" for char in first)
        language = first if is_language else ""
        width = 3 + len(language)
        self._begin("pre", width + self._source.startswith("\n", self._at + width), language)

    def _end(self, width: int) -> None:
        opened = self._open.pop()
        extra = {"language": opened.language} if opened.language else {}
        self._keep(Entity(opened.kind, opened.offset, self._offset - opened.offset, extra))
        self._at += width

    def _end_link(self) -> None:
        opened = self._open.pop()
        self._at += 1
        url = cut("".join(self._text), opened.offset)
        if self._source.startswith("(", self._at):
            url = self._address()
        if checked_url(url):
            extra = {"url": checked_url(url)}
            self._keep(Entity("text_link", opened.offset, self._offset - opened.offset, extra))

    def _address(self) -> str:
        """What stands in parentheses, where only ) and the backslash are escaped."""
        begin, url = self._at + 1, ""
        self._at = begin
        while self._at < len(self._source) and self._source[self._at] != ")":
            escaped = self._source[self._at] == "\\" and self._at + 1 < len(self._source)
            url += self._source[self._at + escaped]
            self._at += 1 + escaped
        if self._at >= len(self._source):
            raise cannot_parse(f"Can't find end of a URL at byte offset {byte_offset(self._source, begin)}")
        self._at += 1
        return url

    def _keep(self, entity: Entity) -> None:
        if entity.length:
            self._found.append(entity)

    def _write(self, char: str, width: int) -> None:
        self._text.append(char)
        self._offset += units(char)
        self._at += width

    def _unfinished(self) -> ApiError:
        opened = self._open[-1]
        name = NAMES.get(opened.kind, opened.kind.capitalize())
        where = byte_offset(self._source, opened.position)
        return cannot_parse(f"Can't find end of {name} entity at byte offset {where}")
