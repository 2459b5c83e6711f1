"""Typed days that have passed: 2025年3月, 去年底, 三年前, March 2025; a month alone is its first day."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta

from bot.answering import when
from bot.answering.numbers import DIGITS, number
from bot.answering.when_words import ENGLISH_NUMBERS, MONTH_WORDS, number_of
from bot.patterns import later
from bot.profile.errors import UnclearError

FIRST_YEAR = 1900
LONGEST_MONTH = timedelta(days=31)
_YEARS = {"大前年": -3, "前年": -2, "上年": -1, "去年": -1, "今年": 0, "last year": -1, "this year": 0}
_CHINESE_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")

_LEAD = r"[^\d]{0,16}?"
_TAIL = (
    r"(?:份|初|上旬|中旬|下旬|月?底|末|左右|前后|的时候|吧|了|的|才|就|成立|注册|创办|创立|开始|入驻|搬进?来?|进驻|来"
    r"|or so|around|founded|moved|in|[\s.,!。，！])*"
)
_YEAR = r"(?P<y>(?:19|20)\d\d(?=\D|$)|\d\d(?=年)|" + "|".join(_YEARS) + ")"
_YEAR_ALONE = rf"{_LEAD}{_YEAR}年?(?:成立|注册|创办|创立|入驻|搬进?来?|进驻|的|[\s.。])*"
_CHINESE_YEAR = later(r"[一二][九〇零][〇零一二三四五六七八九]{2}(?=年)")
_MONTH = r"(?P<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?P<d>3[01]|[12]\d|0?[1-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_ENGLISH_MONTH = r"\b(?P<m>" + "|".join(MONTH_WORDS) + r")\b\.?"
_ENGLISH_YEAR = r"(?P<y>(?:19|20)\d\d|last year|this year)"
_MONTHS_AGO = later(
    rf"[^\d]{{0,12}}?(?<![\d.])(?P<n>{DIGITS}|half a|(?:{'|'.join(ENGLISH_NUMBERS)})\b)\s*"
    r"(?:(?P<year>年|years?)(?P<odd>半)?|(?P<month>个月|months?))\s*(?:多|了|之|以|前|ago|now|old|吧|\s)*"
)

Made = Callable[[re.Match[str], date], date]


def past_day(folded: str, now: datetime) -> date:
    """The day that is meant, today at the latest; raises UnclearError. `now` is zone-aware, days are in its zone."""
    today = now.date()
    text = _CHINESE_YEAR.sub(lambda match: match[0].translate(_CHINESE_DIGITS), folded)
    day = _written(text, today)
    if day is None and re.fullmatch(_YEAR_ALONE, text):
        raise UnclearError("month")
    day = day or _counted(text, today) or _found(text, now)
    if day is None:
        raise UnclearError("day", is_nothing_like_it=not re.search(r"\d", text))
    if day > today:
        raise UnclearError("future")
    if day.year < FIRST_YEAR:
        raise UnclearError("day")
    return day


def _written(text: str, today: date) -> date | None:
    for pattern, made in _RULES:
        if match := re.fullmatch(rf"{_LEAD}{pattern}{_TAIL}", text):
            try:
                return made(match, today)
            except ValueError:
                return None
    return None


def _year(text: str, today: date) -> int:
    if text in _YEARS:
        return today.year + _YEARS[text]
    year = int(text)
    return year + (2000 if year <= today.year % 100 else 1900) if len(text) == 2 else year


def _full(match: re.Match[str], today: date) -> date:
    groups = match.groupdict()
    month = MONTH_WORDS.get(match["m"]) or number_of(match["m"])
    return date(_year(match["y"], today), month, number_of(groups.get("d") or "1"))


def _part_of_year(match: re.Match[str], today: date) -> date:
    return date(_year(match["y"] or "今年", today), {"初": 1, "中": 6}.get(match["part"], 12), 1)


def _latest(match: re.Match[str], today: date) -> date:
    """Of a day or a month without its year the last one that has passed."""
    month = MONTH_WORDS.get(match["m"]) or number_of(match["m"])
    day = date(today.year, month, number_of(match.groupdict().get("d") or "1"))
    return day if day <= today else day.replace(year=today.year - 1)


_RULES: tuple[tuple[str, Made], ...] = (
    (rf"{_YEAR}\s*[年./-]?的?\s*{_MONTH}\s*(?:[月./-]\s*{_DAY}\s*[日号]?|月|)", _full),
    (r"(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>\d\d)?", _full),
    (rf"{_MONTH}[/.-](?P<y>(?:19|20)\d\d)", _full),
    (rf"{_ENGLISH_MONTH}\s*(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?(?:of )?{_ENGLISH_YEAR}", _full),
    (rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:of )?{_ENGLISH_MONTH},?\s*{_ENGLISH_YEAR}", _full),
    (rf"{_ENGLISH_YEAR},?\s*(?:in )?{_ENGLISH_MONTH}", _full),
    (rf"(?:{_YEAR}年?的?|年)(?P<part>[初中底末])", _part_of_year),
    (rf"{_MONTH}月(?:{_DAY}[日号]?)?", _latest),
    (rf"(?:last )?{_ENGLISH_MONTH}", _latest),
)


def _counted(text: str, today: date) -> date | None:
    """So long ago, or for so long."""
    match = _MONTHS_AGO.fullmatch(text)
    count = number(match["n"]) if match else None
    if match is None or count is None or count > today.year - FIRST_YEAR:
        return None
    months = count * 12 + (6 if match["odd"] else 0) if match["year"] else count
    return today - relativedelta(months=int(months))


def _found(text: str, now: datetime) -> date | None:
    """A day or a month that the grammar of time knows: 昨天, 上个月, last Friday."""
    moment = when.find(text, now)
    if moment is None or moment.first is None or moment.end is None or moment.end - moment.first > LONGEST_MONTH:
        return None
    [(start, end), *others] = moment.spans or [(0, 0)]
    whole = re.fullmatch(_LEAD, text[:start]) and re.fullmatch(_TAIL, text[end:])
    return moment.first if whole and not others else None
