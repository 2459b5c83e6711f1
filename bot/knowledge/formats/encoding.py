"""The encodings in which park offices save text files."""

import codecs

MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
# in real Chinese text nearly every character is one of these; in text decoded by mistake many are not
COMMON = "gb2312"
COMMON_SHARE = 0.9


class EncodingError(ValueError):
    """The file is neither UTF-8 nor GB18030; `row` is the first line that cannot be read."""

    def __init__(self, row: int) -> None:
        self.row = row
        super().__init__("the encoding is neither UTF-8 nor GB18030: save the file as UTF-8")


def decode(content: bytes) -> str:
    """The text of a file in UTF-8 or UTF-16 with a mark, UTF-8 without, or GB18030; raises EncodingError."""
    encoding = next((name for mark, name in MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as fault:
        row = content.count(b"\n", 0, fault.start) + 1
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        raise EncodingError(row) from None
    if not _is_plausible(text):
        raise EncodingError(row)
    return text


def _is_plausible(text: str) -> bool:
    foreign = [character for character in text if not character.isascii()]
    common = sum(bool(character.encode(COMMON, "ignore")) for character in foreign)
    return common >= COMMON_SHARE * len(foreign)
