"""Opening hours as people write them: `Mon-Fri 09:00-12:00, 13:00-17:30; Sat-Sun closed`."""

import re
from datetime import time
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
ALWAYS = "24h"
CLOSED = "closed"
MIDNIGHT = 24 * 60

Span = tuple[int, int]
"""[start, end) in minutes after midnight; an end past 1440 runs into the next day."""


class OpeningHours:
    """The spans of every weekday, Monday first.

    Text form: groups of days separated by semicolons, each with its spans separated by commas, or
    `closed`; days that no group names are closed. `24h` alone means always. `18:00-02:00` runs past midnight.
    """

    def __init__(self, week: tuple[tuple[Span, ...], ...]) -> None:
        self.week = week

    @property
    def always(self) -> bool:
        return all(spans == ((0, MIDNIGHT),) for spans in self.week)

    @classmethod
    def parse(cls, text: str) -> "OpeningHours":
        if text.strip().lower() in {ALWAYS, "24/7"}:
            return cls((((0, MIDNIGHT),),) * 7)
        week: list[tuple[Span, ...]] = [()] * 7
        seen: set[int] = set()
        for group in filter(None, (part.strip() for part in re.split(r"[;；\n]", text))):
            days, _, rest = group.partition(" ")
            for day in _days(days):
                if day in seen:
                    raise ValueError(f"{DAYS[day]} stands in the opening hours twice")
                seen.add(day)
                week[day] = _spans(rest)
        if not seen:
            raise ValueError("opening hours are empty")
        return cls(tuple(week))

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


def _days(text: str) -> list[int]:
    days: list[int] = []
    for part in text.split(","):
        ends = [_day(name) for name in part.split("-", 1)]
        first, last = ends[0], ends[-1]
        days += [day % 7 for day in range(first, last + 1 if last >= first else last + 8)]
    return days


def _day(name: str) -> int:
    for number, day in enumerate(DAYS):
        if name.strip().lower()[:3] == day.lower() and name.strip():
            return number
    raise ValueError(f"'{name}' is no day of the week: write Mon, Tue, Wed, Thu, Fri, Sat or Sun")


def _spans(text: str) -> tuple[Span, ...]:
    if text.strip().lower() == CLOSED:
        return ()
    if text.strip().lower() == ALWAYS:
        return ((0, MIDNIGHT),)
    spans: list[Span] = []
    for part in text.split(","):
        if not (match := re.fullmatch(r"(\d{1,2}):(\d{2})\s*[-–~]\s*(\d{1,2}):(\d{2})", part.strip())):
            raise ValueError(f"'{part.strip()}' is no span of time: write it like 09:00-17:30")
        start, end = _minute(match[1], match[2]), _minute(match[3], match[4])
        spans.append((start, end if end > start else end + MIDNIGHT))
    spans.sort()
    if any(later[0] < earlier[1] for earlier, later in zip(spans, spans[1:], strict=False)):
        raise ValueError("the spans of a day overlap")
    return tuple(spans)


def _minute(hour: str, minute: str) -> int:
    if (int(hour), int(minute)) == (24, 0):
        return MIDNIGHT
    return time(int(hour), int(minute)).hour * 60 + int(minute)


def _day_range(days: list[int]) -> str:
    return DAYS[days[0]] if len(days) == 1 else f"{DAYS[days[0]]}-{DAYS[days[-1]]}"


def _written(spans: tuple[Span, ...]) -> str:
    return ", ".join(f"{clock(start)}-{clock(end)}" for start, end in spans) or CLOSED


def clock(minute: int) -> str:
    """HH:MM of a minute after midnight; the end of the day is 24:00."""
    return "24:00" if minute == MIDNIGHT else f"{minute // 60 % 24:02}:{minute % 60:02}"
