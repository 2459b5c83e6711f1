"""Times of the day: 晚上8点半, 7:50pm, half past eight, in the morning."""

from dataclasses import dataclass

from bot.answering.moment import Span
from bot.answering.when_words import ENGLISH_NUMBERS, PARTS, number_of
from bot.patterns import later

NOON, MIDNIGHT = 720, 1440
SOONER = 90
"""Minutes by which a clock time may lie before the part of the day that is said with it: 11:00 at noon."""


@dataclass(frozen=True)
class TimeOfDay:
    """`part` in minutes of the day, `at` a minute of it; `either` where "seven" may be in the evening as well."""

    part: Span | None = None
    part_text: str = ""
    at: int | None = None
    either: bool = False
    spans: tuple[Span, ...] = ()


_HOURS = "|".join(word for word in ENGLISH_NUMBERS if len(word) > 2)
_AT_HOURS = "|".join(word for word in ENGLISH_NUMBERS if len(word) > 2 and word != "one")
_AFTER_AT = r"(?!\s*%)(?=\W*$|\W* (?:in the|on|at night|tomorrow|today|tonight|this|next|sharp|every|and)\b|[?,.!;] )"
# 周二十点 is at ten on Tuesday
_CHINESE_HOUR = r"(?:\d{1,2}|(?<!周)(?<!期)(?<!拜)二?十[一二三四五六七八九]?|[零一二两三四五六七八九])"
_MERIDIEM = r"\s*(?P<{}>[ap])\.?\s?m\b"
_CLOCKS = (
    later(rf"(?<![\d:])(?P<h>\d{{1,2}}):(?P<m>\d{{2}})(?![\d:])(?:{_MERIDIEM.format('ap')})?"),
    later(
        rf"(?<![\d第.])(?P<h>{_CHINESE_HOUR})\s*点(?!建议|要求|意见|疑问|不明)"
        r"(?:(?P<half>半)|(?P<quarters>[一三])刻|(?P<m>\d{1,2}|零[一二三四五六七八九]|[一二三四五]?十[一二三四五六七八九]?)分?|[钟整])?"
    ),
    later(rf"\b(?P<h>\d{{1,2}}|{_HOURS})(?:[.](?P<m>\d{{2}}))?{_MERIDIEM.format('ap')}"),
    later(rf"\b(?P<half>half past) (?P<h>\d{{1,2}}|{_HOURS})\b(?:{_MERIDIEM.format('ap')})?"),
    later(rf"\b(?P<quarter>quarter past|quarter to) (?P<h>\d{{1,2}}|{_HOURS})\b(?:{_MERIDIEM.format('ap')})?"),
    later(rf"\b(?P<h>\d{{1,2}}|{_HOURS})\s*o'?clock\b"),
    later(rf"\b(?:at|until|till|after|before|by|from|past) (?:about |around )?(?P<h>\d{{1,2}}|{_AT_HOURS}){_AFTER_AT}"),
)

_PARTS = [(later(words), bounds) for words, bounds in PARTS]
# what no text is without that names one
_PART_HINT = later("[早晚午晌凌夜宵傍晨餐饭a-z]")
_CLOCK_HINT = later(rf"[\d点]|\b(?:{_HOURS})")


def time_of_day(folded: str) -> TimeOfDay:
    """The part of the day and the first clock time that the text names."""
    part = _part(folded)
    if part is None:
        clock = _clock(folded, None, None)
        return TimeOfDay(at=clock[0], either=clock[1], spans=(clock[2],)) if clock else TimeOfDay()
    bounds, span = part
    words = folded[slice(*span)]
    clock = _clock(folded, bounds, span[1])
    if clock is None:
        return TimeOfDay(bounds, words, spans=(span,))
    return TimeOfDay(bounds, words, clock[0], spans=tuple(sorted((span, clock[2]))))


def _clock(folded: str, part: Span | None, part_end: int | None) -> tuple[int, bool, Span] | None:
    """The minute of the day, whether it may be twelve hours later as well, and where it stands."""
    if not _CLOCK_HINT.search(folded):
        return None
    matches = (match for pattern in _CLOCKS for match in pattern.finditer(folded))
    for match in sorted(matches, key=lambda one: one.start()):
        groups = match.groupdict()
        little = match[0] == "一点" and part_end != match.start()  # unless it follows a part of the day at once
        if not little and (at := _at(groups, part)) is not None:
            either = not groups.get("ap") and not groups["h"].startswith("0") and 0 < at < NOON
            return at, either and part is None, match.span()
    return None


def _part(folded: str) -> tuple[Span, Span] | None:
    if not _PART_HINT.search(folded):
        return None
    return next(((bounds, match.span()) for pattern, bounds in _PARTS if (match := pattern.search(folded))), None)


def _at(groups: dict[str, str], part: Span | None) -> int | None:
    """The minute of the day, None for what is no time."""
    hour, minute = number_of(groups["h"]), _minute(groups)
    at = hour * 60 + minute
    if minute > 59 or at > MIDNIGHT or (hour == 0 and not groups["h"].startswith("0")):
        return None
    if hour > 12:
        return at
    start = hour % 12 * 60 + minute
    half = {"a": (0, MIDNIGHT), "p": (NOON,)}.get(groups.get("ap") or "")
    if half is None and part is None:
        return at
    return _nearest([start + later for later in half or (0, NOON, MIDNIGHT)], part or (0, MIDNIGHT))


def _minute(groups: dict[str, str]) -> int:
    if groups.get("half"):
        return 30
    if quarters := groups.get("quarters"):
        return 15 * number_of(quarters)
    if quarter := groups.get("quarter"):
        return 15 if quarter.endswith("past") else -15
    minute = groups.get("m") or "0"
    return number_of(minute.removeprefix("零"))


def _nearest(minutes: list[int], part: Span) -> int:
    """The one that lies in the part of the day, or next to it."""
    fitting = [minute for minute in minutes if minute >= part[0] - SOONER] or minutes
    return min(fitting, key=lambda minute: max(part[0] - minute, minute - part[1], 0))
