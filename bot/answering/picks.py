"""Which of the records that were told or offered is meant by its place among them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.answering.reading import Span
from bot.answering.types import RecordKey
from bot.answering.when_words import number_of
from bot.patterns import later

_NTH = later(
    r"第(?P<zh>\d{1,2}|[一二三四五六七八九]|十[一二三四五六七八九]?)[个家项种场条]"
    r"|\b(?P<en>first|second|third|fourth|fifth) one\b|\bthe (?P<alone>first|second|third|fourth|fifth)\W*$"
)
_FIRST = later(r"前一?者|前面那|\bthe former\b")
_ANOTHER = r"另(?:外|一|外[一那])?[个家]|\bother one\b"
_OTHER = later(_ANOTHER)
_LAST = later(rf"最后一?[个家项种场]\W*$|后一?者|后面那|\blast one\b|\bthe latter\b|{_ANOTHER}")
_ORDINALS = ("first", "second", "third", "fourth", "fifth")


@dataclass(frozen=True)
class Pick:
    """A record, and where the words stand that picked it."""

    key: RecordKey
    span: Span


def picked(folded: str, records: Sequence[RecordKey], siblings: Callable[[RecordKey], list[RecordKey]]) -> Pick | None:
    """The record that is meant by its place in the order of several; of two that share a name, the other one."""
    if len(records) == 1:
        match, others = _OTHER.search(folded), siblings(records[0])
        return Pick(others[0], match.span()) if match and len(others) == 1 else None
    for pattern, record in ((_FIRST, records[0]), (_LAST, records[-1])):
        if match := pattern.search(folded):
            return Pick(record, match.span())
    if (match := _NTH.search(folded)) is None:
        return None
    word = match["en"] or match["alone"]
    number = _ORDINALS.index(word) if word else number_of(match["zh"]) - 1
    return Pick(records[number], match.span()) if 0 <= number < len(records) else None
