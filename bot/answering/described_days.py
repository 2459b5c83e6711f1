"""When the asker's company was founded and moved in: "2021年成立", "8月15号搬来的", "moved in last August"."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from bot.answering.when_words import MONTH_WORDS, number_of
from bot.eligibility.spans import Between

FIRST_YEAR = 1950
"""No company of a park is older."""

_DAY = (
    r"(?:(?P<year>(?:19|20)\d\d)年的?|(?P<back>今年|去年|前年)的?)?"
    r"(?:(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份|(?P<day>[12]\d|3[01]|0?[1-9])[日号])?)?"
)
_JUST = r"(?:才|刚|就|正式|注册)*+"
_NAMED = r"(?:时间|日期)?(?:于|在|是|为|:)\s?"
_DAY_EN = rf"(?:(?P<last>last )?(?P<month>{'|'.join(MONTH_WORDS)})\b,? ?)?(?P<year>(?:19|20)\d\d\b)?"

SAYINGS: tuple[tuple[str, str], ...] = (
    ("founded", rf"{_DAY}{_JUST}(?:成立|创办|创立)"),
    ("founded", rf"(?:成立|创办|创立){_NAMED}{_DAY}"),
    ("founded", rf"\b(?:founded|established|incorporated|started|set up) (?:in|on|since) {_DAY_EN}"),
    ("moved_in", rf"{_DAY}{_JUST}(?:入驻|搬进|搬来|搬过来|搬到|进驻)"),
    ("moved_in", rf"(?:入驻|进驻|搬来|搬进来){_NAMED}{_DAY}"),
    ("moved_in", rf"\b(?:moved in|moved here|tenants?|been here) (?:(?:in|on|since) )?{_DAY_EN}"),
)
_BACK = {"今年": 0, "去年": 1, "前年": 2}


def days_in(folded: str, today: date) -> dict[str, Between[date] | None]:
    """The days, each between the first and the last that the words may mean; None where two differ."""
    found: dict[str, set[Between[date]]] = {}
    for fact, pattern in SAYINGS:
        found.setdefault(fact, set()).update(_days(pattern, folded, today))
    return {fact: days.pop() if len(days) == 1 else None for fact, days in found.items()}


def _days(pattern: str, folded: str, today: date) -> Iterator[Between[date]]:
    for match in re.finditer(pattern, folded):
        said = match.groupdict()
        year, month = _year(said, today), _month(said["month"] or "")
        if year is None and month:
            year = _latest(month, int(said.get("day") or 1), today)
        if year is None or not FIRST_YEAR <= year <= today.year:
            continue
        if (days := _span(year, month, int(said.get("day") or 0))) and days.low <= today:
            yield Between(days.low, min(days.high, today))


def _year(said: dict[str, str | None], today: date) -> int | None:
    if said["year"]:
        return int(said["year"])
    return today.year - _BACK[back] if (back := said.get("back")) else None


def _month(text: str) -> int:
    return MONTH_WORDS.get(text) or number_of(text)


def _latest(month: int, day: int, today: date) -> int:
    """The year of the latest such day that has been."""
    return today.year if (month, day) <= (today.month, today.day) else today.year - 1


def _span(year: int, month: int, day: int) -> Between[date] | None:
    if not month:
        return Between(date(year, 1, 1), date(year, 12, 31))
    length = monthrange(year, month)[1]
    if day > length:
        return None
    return Between(date(year, month, day or 1), date(year, month, day or length))
