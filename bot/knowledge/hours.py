"""Opening hours as people write them: `Mon-Fri 09:00-12:00, 13:00-17:30; Sat-Sun closed`."""

import re
from collections.abc import Sequence
from itertools import chain, pairwise
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
ALWAYS = "24h"
CLOSED = "closed"
MIDNIGHT = 24 * 60

_FULL_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ALWAYS_WORDS = {ALWAYS, "24/7", "24小时", "全天"}
_CLOSED_WORDS = {CLOSED, "休息", "关闭", "不开放"}
_DAY_GROUPS = {
    **dict.fromkeys(("", "daily", "every day", "每天", "每日"), range(7)),
    **dict.fromkeys(("weekdays", "工作日"), range(5)),
    **dict.fromkeys(("weekends", "周末"), range(5, 7)),
}
_GROUP = re.compile(r"(?P<days>.*?)[\s:：]*(?P<spans>\d.*|closed|休息|关闭|不开放|全天)", re.IGNORECASE)
_SPAN = re.compile(r"(\d{1,2})[:：](\d{2})\s*[-–~～至到]\s*(\d{1,2})[:：](\d{2})")

Span = tuple[int, int]
"""[start, end) in minutes after midnight; an end past 1440 runs into the next day."""


class OpeningHours:
    """The spans of every weekday, Monday first.

    Text form: groups of days separated by semicolons, each with its spans separated by commas, or
    `closed`; days that no group names are closed, and spans without days are those of every day.
    `24h` alone means always. `18:00-02:00` runs past midnight.
    """

    def __init__(self, week: tuple[tuple[Span, ...], ...]) -> None:
        self.week = week

    @property
    def always(self) -> bool:
        return all(spans == ((0, MIDNIGHT),) for spans in self.week)

    @classmethod
    def parse(cls, text: str) -> "OpeningHours":
        if text.strip().lower() in _ALWAYS_WORDS:
            return cls((((0, MIDNIGHT),),) * 7)
        week: dict[int, tuple[Span, ...]] = {}
        for group in filter(None, (part.strip() for part in re.split(r"[;；\n]", text))):
            days, spans = _group(group)
            for day in days:
                if day in week:
                    raise ValueError(f"{DAYS[day]} stands in the opening hours twice")
                week[day] = spans
        if not week:
            raise ValueError("opening hours are empty")
        hours = cls(tuple(week.get(day, ()) for day in range(7)))
        _demand_no_overlap(hours.week)
        return hours

    def __str__(self) -> str:
        if self.always:
            return ALWAYS
        groups: list[list[int]] = []
        for day in range(7):
            if groups and self.week[groups[-1][0]] == self.week[day]:
                groups[-1].append(day)
            else:
                groups.append([day])
        return "; ".join(f"{_day_range(days)} {_written(self.week[days[0]])}" for days in groups)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OpeningHours) and self.week == other.week

    def __hash__(self) -> int:
        return hash(self.week)

    def __repr__(self) -> str:
        return f"OpeningHours({str(self)!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            lambda value: value if isinstance(value, cls) else cls.parse(str(value)),
            serialization=core_schema.to_string_ser_schema(),
        )


def _group(text: str) -> tuple[list[int], tuple[Span, ...]]:
    if not (match := _GROUP.fullmatch(text)):
        raise ValueError(f"'{text}' is no opening time: write it like Mon-Fri 09:00-17:30")
    return _days(match["days"]), _spans(match["spans"])


def _days(text: str) -> list[int]:
    if (group := _DAY_GROUPS.get(text.strip().lower())) is not None:
        return list(group)
    return list(chain.from_iterable(_day_span(part) for part in re.split(r"[,，、]", text)))


def _day_span(text: str) -> list[int]:
    first, *rest = [_day(name.strip()) for name in re.split(r"[-–~～至到]", text, maxsplit=1)]
    last = rest[0] if rest else first
    return [day % 7 for day in range(first, last + 1 if last >= first else last + 8)]


def _day(name: str) -> int:
    if match := re.fullmatch(r"(?:周|星期|礼拜)([一二三四五六日天])", name):
        return "一二三四五六日".index(match[1].replace("天", "日"))
    for number, day in enumerate(_FULL_DAYS):
        if len(name) >= 3 and day.startswith(name.lower()):
            return number
    raise ValueError(f"'{name}' is no day of the week: write Mon, Tue, Wed, Thu, Fri, Sat or Sun")


def _spans(text: str) -> tuple[Span, ...]:
    if text.strip().lower() in _CLOSED_WORDS:
        return ()
    if text.strip().lower() in _ALWAYS_WORDS:
        return ((0, MIDNIGHT),)
    return tuple(sorted(_span(part.strip()) for part in re.split(r"[,，、]", text)))


def _span(text: str) -> Span:
    if not (match := _SPAN.fullmatch(text)):
        raise ValueError(f"'{text}' is no span of time: write it like 09:00-17:30")
    start, end = _minute(match[1], match[2]), _minute(match[3], match[4])
    if start in {end, MIDNIGHT}:
        raise ValueError(f"'{text}' is no span of time: it ends where it starts")
    return start, end if end > start else end + MIDNIGHT


def _minute(hour: str, minute: str) -> int:
    minutes = int(hour) * 60 + int(minute)
    if int(minute) > 59 or minutes > MIDNIGHT:
        raise ValueError(f"'{hour}:{minute}' is no time of day")
    return minutes


def _demand_no_overlap(week: Sequence[tuple[Span, ...]]) -> None:
    spans = [(day * MIDNIGHT + start, day * MIDNIGHT + end) for day in range(7) for start, end in week[day]]
    round_the_week = [*spans, (spans[0][0] + 7 * MIDNIGHT, 0)] if spans else []
    for (_, end), (start, _) in pairwise(round_the_week):
        if start < end:
            raise ValueError(f"the spans of {DAYS[start // MIDNIGHT % 7]} overlap with those before them")


def _day_range(days: list[int]) -> str:
    return DAYS[days[0]] if len(days) == 1 else f"{DAYS[days[0]]}-{DAYS[days[-1]]}"


def _written(spans: tuple[Span, ...]) -> str:
    return ", ".join(f"{clock(start)}-{clock(end)}" for start, end in spans) or CLOSED


def clock(minute: int) -> str:
    """HH:MM of a minute after midnight; the end of the day is 24:00."""
    return "24:00" if minute == MIDNIGHT else f"{minute // 60 % 24:02}:{minute % 60:02}"
