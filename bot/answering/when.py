"""A small grammar of time: the words of a question that name a moment, in Chinese and English.

`find` returns days as half-open date intervals, a part of the day in minutes, or a clock time; what
"this" and "next" mean is counted from the `now` it is given, weeks begin on Monday.
"""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.answering.when_words import (
    CHINESE_NUMBERS,
    HOLIDAY_WORDS,
    MONTH_WORDS,
    PARTS,
    WEEKDAYS_EN,
    chinese_number,
)

DAY = timedelta(days=1)
MINUTES_A_DAY = 1440
NOON = 720


class Grain(StrEnum):
    """How wide the named time is."""

    NOW = "now"
    DAY = "day"
    WEEKDAY = "weekday"  # "Sundays": any of them, the next one as the example
    RANGE = "range"
    HOLIDAY = "holiday"  # a holiday by name, its days are looked up in the calendar
    PART = "part"  # a part of the day, of no certain day


@dataclass(frozen=True)
class Moment:
    """A time that a question names.

    `first` and `end` bound the days, half-open; `part` bounds minutes of the day; `at` is a minute of
    the day; `holiday` a name that the calendar of holidays knows, or "any".
    """

    grain: Grain
    text: str
    first: date | None = None
    end: date | None = None
    part: tuple[int, int] | None = None
    at: int | None = None
    holiday: str = ""
    spans: tuple[tuple[int, int], ...] = ()

    def __str__(self) -> str:
        """What was understood, for those who ask why."""
        days = f"{self.first} until before {self.end}" if self.first else ""
        part = "{}-{} minutes of the day".format(*self.part) if self.part else ""
        at = f"at {self.at // 60}:{self.at % 60:02}" if self.at is not None else ""
        return " ".join(filter(None, (f"'{self.text}'", f"({self.grain})", self.holiday, days, part, at)))

    @property
    def single_day(self) -> bool:
        return self.first is not None and self.end == self.first + DAY


_NUMBER = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
_ZH_WEEKDAY = r"(?:周|星期|礼拜)"
_ENGLISH_MONTH = "|".join(sorted(MONTH_WORDS, key=len, reverse=True))
_ENGLISH_DAY = "|".join(sorted(WEEKDAYS_EN, key=len, reverse=True))
_ORDINAL = r"(?:st|nd|rd|th)?"

Found = tuple[date, date, Grain]
Rule = tuple[re.Pattern[str], Callable[[re.Match[str], date], Found | None]]


def find(folded: str, now: datetime) -> Moment | None:
    """The moment that the folded text names, or None. `now` is zone-aware; dates are in its zone."""
    days = _days(folded, now.date())
    part, at, clock_spans = _time_of_day(folded)
    if at is not None and part is None and days is None or (days and days[0].first == now.date() and part is None):
        at = _still_ahead(at, now, folded)
    instant = _NOW.search(folded)
    if days is None and part is None and at is None:
        return Moment(Grain.NOW, instant[0], spans=(instant.span(),)) if instant else _holiday(folded)
    if days is None:
        today = now.date() if at is not None or instant else None
        return Moment(
            Grain.DAY if today else Grain.PART,
            folded[clock_spans[0][0] : clock_spans[0][1]],
            first=today,
            end=today and today + DAY,
            part=part,
            at=at,
            spans=tuple(clock_spans),
        )
    moment, span = days
    if moment.first == now.date() and at is None and part is None and instant:
        return replace(moment, grain=Grain.NOW, spans=(span, instant.span()))
    return replace(moment, part=part, at=at, spans=(span, *clock_spans))


_NOW = re.compile(
    r"现在|此刻|目前|这会儿?|当前|眼下|此时|这个点儿?|这时候|刚刚|\b(?:right now|now|currently|at the moment|at this hour)\b"
)


def _still_ahead(at: int | None, now: datetime, folded: str) -> int | None:
    """Of today's "seven" the one in the evening when the one in the morning has passed; 07:00 stays as written."""
    if at is None or at >= NOON or re.search(r"\d{2}:\d{2}|\da\.?m", folded):
        return at
    return at + NOON if at < now.hour * 60 + now.minute else at


def _days(folded: str, today: date) -> tuple[Moment, tuple[int, int]] | None:
    for pattern, rule in _RULES:
        for match in pattern.finditer(folded):
            if (found := rule(match, today)) is not None:
                first, end, grain = found
                return Moment(grain, match[0], first, end), match.span()
    return None


def _holiday(folded: str) -> Moment | None:
    for words, name in HOLIDAY_WORDS:
        if match := re.search(words, folded):
            return Moment(Grain.HOLIDAY, match[0], holiday=name, spans=(match.span(),))
    return None


def _time_of_day(folded: str) -> tuple[tuple[int, int] | None, int | None, list[tuple[int, int]]]:
    spans: list[tuple[int, int]] = []
    part: tuple[int, int] | None = None
    for words, bounds in PARTS:
        if match := re.search(words, folded):
            part = bounds
            spans.append(match.span())
            break
    at = None
    if (clock := _clock(folded, part)) is not None:
        at, span = clock
        spans.append(span)
    return part, at, spans


_CLOCKS = re.compile(
    r"(?P<h24>\d{{1,2}})[:：](?P<m24>\d{{2}})(?:\s*(?P<ap24>[ap])\.?m\b)?"
    r"|(?P<h>\d{1,2}|[一二两三四五六七八九十]{1,3})\s*点(?:(?P<half>半)|(?P<quarter>一刻)|(?P<m>\d{1,2}|[一二三四五]?十[一二三四五六七八九]?)分?|钟)?"
    r"|\b(?P<hap>\d{1,2})(?:[.:](?P<map>\d{2}))?\s*(?P<ap>[ap])\.?m\b"
    r"|\b(?P<oc>\d{1,2})\s*o'?clock\b"
)


def _clock(folded: str, part: tuple[int, int] | None) -> tuple[int, tuple[int, int]] | None:
    for match in _CLOCKS.finditer(folded):
        groups = match.groupdict()
        hour_text = groups["h24"] or groups["h"] or groups["hap"] or groups["oc"]
        hour = _count(hour_text)
        minute = _count(groups["m24"] or groups["m"] or groups["map"] or "0")
        minute = 30 if groups["half"] else 15 if groups["quarter"] else minute
        bit = match[0] == "一点" and part is None  # "a little", not one o'clock
        if hour > 24 or minute > 59 or bit:
            continue
        meridiem = groups["ap"] or groups["ap24"]
        late = meridiem == "p" or (meridiem is None and part is not None and part[0] >= 12 * 60 - 30)
        if late and hour < 12:
            hour += 12
        if meridiem == "a" and hour == 12:
            hour = 0
        return (hour * 60 + minute) % MINUTES_A_DAY, match.span()
    return None


def _month(year: int, month: int) -> Found:
    first = date(year, month, 1)
    return first, first + calendar.monthrange(year, month)[1] * DAY, Grain.RANGE


def _coming_month(today: date, month: int, year: int | None = None) -> Found:
    if year is None:
        year = today.year if month >= today.month else today.year + 1
    return _month(year, month)


def _on(day: date | None, grain: Grain = Grain.DAY) -> Found | None:
    return (day, day + DAY, grain) if day else None


def _coming_date(today: date, month: int, day: int, year: int | None = None) -> Found | None:
    try:
        if year is not None:
            return _on(date(year, month, day))
        named = date(today.year, month, day)
        return _on(named if named >= today else named.replace(year=today.year + 1))
    except ValueError:
        return None


def _monday(today: date, weeks: int = 0) -> date:
    return today - today.weekday() * DAY + 7 * weeks * DAY


def _weekday(today: date, weekday: int, week: int | None) -> Found | None:
    """A weekday of this (0), the next (1) ... week; the coming one when no week is named."""
    if week is None:
        return _on(today + (weekday - today.weekday()) % 7 * DAY, Grain.WEEKDAY)
    return _on(_monday(today, week) + weekday * DAY)


def _weekend(today: date, week: int | None) -> Found:
    saturday = _monday(today, week or 0) + 5 * DAY
    return saturday, saturday + 2 * DAY, Grain.RANGE


def _nth_weekday(today: date, month: Found, nth: str, weekday: int) -> Found | None:
    first, end, _ = month
    days = [first + n * DAY for n in range((end - first).days) if (first + n * DAY).weekday() == weekday]
    number = -1 if nth in {"最后一", "last"} else (chinese_number(nth) or _ENGLISH_ORDINALS.get(nth) or 1) - 1
    return _on(days[number]) if number < len(days) else None


_ENGLISH_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_EN_SMALL = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10, "a": 1}


def _count(text: str) -> int:
    return int(text) if text.isdigit() else chinese_number(text) or _EN_SMALL.get(text, 0)


def _zh_week(prefix: str) -> int | None:
    if prefix.startswith("下下"):
        return 2
    if prefix.startswith("下"):
        return 1
    if prefix.startswith("上"):
        return -1
    return 0 if prefix else None


def _zh_month_of(text: str, today: date) -> Found:
    if text.startswith("下"):
        return _month(today.year + today.month // 12, today.month % 12 + 1)
    if text and (number := re.match(_NUMBER, text)):
        return _coming_month(today, _count(number[0]))
    return _month(today.year, today.month)


def _in_days(match: re.Match[str], today: date) -> Found | None:
    unit = {"天": 1, "周": 7, "星期": 7, "礼拜": 7, "day": 1, "week": 7}[match["unit"]]
    return _on(today + _count(match["n"]) * unit * DAY)


def _zh_date(match: re.Match[str], today: date) -> Found | None:
    month, day = _count(match["m"]), _count(match["d"])
    year = {"明年": today.year + 1, "今年": today.year}.get(match["y"] or "") or (
        int(match["y"][:4]) if match["y"] else None
    )
    return _coming_date(today, month, day, year) if 1 <= month <= 12 else None


def _zh_month(match: re.Match[str], today: date) -> Found | None:
    month = _count(match["m"])
    year = {"明年": today.year + 1, "今年": today.year}.get(match["y"] or "") or (
        int(match["y"][:4]) if match["y"] else None
    )
    return _coming_month(today, month, year) if 1 <= month <= 12 else None


def _day_of_month(match: re.Match[str], today: date) -> Found | None:
    day = _count(match["d"])
    for ahead in range(3):
        year, month = divmod(today.year * 12 + today.month - 1 + ahead, 12)
        last = calendar.monthrange(year, month + 1)[1]
        if day <= last and (named := date(year, month + 1, day)) >= today:
            return _on(named)
    return None


def _en_date(match: re.Match[str], today: date) -> Found | None:
    year = int(match["y"]) if match["y"] else None
    return _coming_date(today, MONTH_WORDS[match["mon"]], int(match["d"]), year)


def _iso(match: re.Match[str], today: date) -> Found | None:
    return _coming_date(today, int(match["m"]), int(match["d"]), int(match["y"]))


def _en_weekday(match: re.Match[str], today: date) -> Found | None:
    word = match["which"]
    week = {"next": 1, "this": 0}.get(word.strip()) if word else None
    return _weekday(today, WEEKDAYS_EN[match["day"]], week)


def _relative(offset: int) -> Callable[[re.Match[str], date], Found | None]:
    return lambda _match, today: _on(today + offset * DAY)


def _weeks(offset: int) -> Callable[[re.Match[str], date], Found | None]:
    def rule(_match: re.Match[str], today: date) -> Found:
        monday = _monday(today, offset)
        return monday, monday + 7 * DAY, Grain.RANGE

    return rule


def _zh_nth(match: re.Match[str], today: date) -> Found | None:
    weekday = CHINESE_NUMBERS.get(match["day"], 7) - 1
    return _nth_weekday(today, _zh_month_of(match["month"] or "", today), match["nth"], weekday % 7)


def _en_nth(match: re.Match[str], today: date) -> Found | None:
    named = match["month"]
    month = (
        _zh_month_of("下", today)
        if named == "next month"
        else _coming_month(today, MONTH_WORDS[named])
        if named in MONTH_WORDS
        else _month(today.year, today.month)
    )
    return _nth_weekday(today, month, match["nth"], WEEKDAYS_EN[match["day"]])


def _month_end(_match: re.Match[str], today: date) -> Found:
    first, end, _ = _month(today.year, today.month)
    return max(first, end - 7 * DAY), end, Grain.RANGE


def _year_end(_match: re.Match[str], today: date) -> Found:
    return date(today.year, 12, 1), date(today.year + 1, 1, 1), Grain.RANGE


def _rules() -> Iterator[Rule]:
    def rule(pattern: str, made: Callable[[re.Match[str], date], Found | None]) -> Rule:
        return re.compile(pattern), made

    yield rule(r"\b(?P<y>20\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})\b", _iso)
    yield rule(
        rf"(?P<month>下个?月|这个?月|本月|当月|{_NUMBER}月份?)的?(?P<nth>最后一|第?[一二三四])个?{_ZH_WEEKDAY}(?P<day>[一二三四五六日天])",
        _zh_nth,
    )
    yield rule(
        rf"\b(?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th) (?P<day>{_ENGLISH_DAY}) (?:of|in) (?:the )?(?P<month>this month|next month|month|{_ENGLISH_MONTH})\b",
        _en_nth,
    )
    yield rule(
        rf"(?P<y>20\d\d年|明年|今年)?(?P<m>{_NUMBER})月(?P<d>{_NUMBER}|[一二三]?十[一二三四五六七八九]?)[日号]?",
        _zh_date,
    )
    yield rule(rf"\b(?P<mon>{_ENGLISH_MONTH})\.? (?:the )?(?P<d>\d{{1,2}}){_ORDINAL}\b(?:,? (?P<y>20\d\d))?", _en_date)
    yield rule(rf"\b(?P<d>\d{{1,2}}){_ORDINAL} (?:of )?(?P<mon>{_ENGLISH_MONTH})\b(?:,? (?P<y>20\d\d))?", _en_date)
    yield rule(r"圣诞节?|\bchristmas(?: day)?\b(?! eve)|\bxmas\b", lambda _match, today: _coming_date(today, 12, 25))
    yield rule(r"平安夜|\bchristmas eve\b", lambda _match, today: _coming_date(today, 12, 24))
    yield rule(r"大后天", _relative(3))
    yield rule(r"后天|\bday after tomorrow\b", _relative(2))
    yield rule(r"明[天日晚早儿]|\btomorrow\b|\btmr\b|\btmrw\b", _relative(1))
    yield rule(r"今[天日晚早儿]|\btoday\b|\btonight\b|\bthis (?=morning|afternoon|evening)", _relative(0))
    yield rule(r"昨[天日晚]|\byesterday\b", _relative(-1))
    yield rule(
        rf"(?<![至到~—-])(?P<which>这个?|本|下下个?|下个?|上个?)?{_ZH_WEEKDAY}(?P<day>[一二三四五六日天])(?![至到~—-]\s*{_ZH_WEEKDAY}?[一二三四五六日天])",
        lambda match, today: _weekday(
            today, (CHINESE_NUMBERS.get(match["day"], 7) - 1) % 7, _zh_week(match["which"] or "")
        ),
    )
    yield rule(
        r"(?P<which>这个?|本|下下个?|下个?)?(?:周末|双休日)",
        lambda match, today: _weekend(today, _zh_week(match["which"] or "")),
    )
    yield rule(
        r"\b(?P<which>this |next |on (?:the )?|at the |over the )?weekends?\b",
        lambda match, today: _weekend(today, 1 if (match["which"] or "").startswith("next") else 0),
    )
    yield rule(rf"\b(?P<which>this |next |on |coming )?(?P<day>{_ENGLISH_DAY})s?\b", _en_weekday)
    yield rule(r"下下个?(?:周|星期|礼拜)", _weeks(2))
    yield rule(r"下个?(?:周|星期|礼拜)|\bnext week\b", _weeks(1))
    yield rule(r"(?:这个?|本|这一)(?:周|星期|礼拜)|\bthis week\b", _weeks(0))
    yield rule(r"下个?月|\bnext month\b", lambda _match, today: _zh_month_of("下", today))
    yield rule(r"月底|\bend of (?:the|this) month\b", _month_end)
    yield rule(r"(?:这个?|本|当)月|\bthis month\b", lambda _match, today: _month(today.year, today.month))
    yield rule(r"年底|\bend of (?:the|this) year\b", _year_end)
    yield rule(r"(?P<y>20\d\d年|明年|今年)?(?P<m>1[0-2]|[1-9]|十[一二]|[一二三四五六七八九十])月份?(?!\d)", _zh_month)
    yield rule(
        rf"\b(?:in|for|during|of|next|this|late|early|mid)[ -](?P<mon>{_ENGLISH_MONTH})\b(?: (?P<y>20\d\d))?",
        lambda match, today: _coming_month(today, MONTH_WORDS[match["mon"]], int(match["y"]) if match["y"] else None),
    )
    yield rule(r"(?P<n>\d+|[一二两三四五六七八九十]+)个?(?P<unit>天|周|星期|礼拜)[之以]?后", _in_days)
    yield rule(r"\bin (?P<n>\d+|a|one|two|three|four|five|six|seven|ten) (?P<unit>day|week)s?\b", _in_days)
    yield rule(r"(?<![\d月])(?P<d>\d{1,2})[号日](?!楼|馆|厅|线|门|机|会议)", _day_of_month)
    yield rule(rf"\bon the (?P<d>\d{{1,2}}){_ORDINAL}\b", _day_of_month)


_RULES = tuple(_rules())
