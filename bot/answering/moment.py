"""The time that a question names."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

DAY = timedelta(days=1)
Span = tuple[int, int]


class Grain(StrEnum):
    """How wide the named time is."""

    NOW = "now"
    DAY = "day"
    WEEKDAY = "weekday"  # "Sundays": any of them, the next one as the example
    RANGE = "range"
    HOLIDAY = "holiday"  # by name with its days, or any public holiday without
    PART = "part"  # a part of the day, of no certain day


@dataclass(frozen=True)
class Moment:
    """A time that a question names; `text` is its words, `spans` are their places in the folded question.

    `first` and `end` bound the days, half-open. `part` bounds minutes of the day and `part_text` is its
    words; `at` is a minute of the day, past 1440 after its midnight. `holiday` is a name that
    bot.calendars knows, or "any".
    """

    grain: Grain
    text: str
    first: date | None = None
    end: date | None = None
    part: Span | None = None
    part_text: str = ""
    at: int | None = None
    holiday: str = ""
    spans: tuple[Span, ...] = ()

    def __str__(self) -> str:
        """What was understood, for those who ask why, in the words of the question and in numbers."""
        days = "–".join(dict.fromkeys(f"{day}" for day in (self.first, self.end and self.end - DAY) if day))
        at = _clock(self.at) if self.at is not None else ""
        part = "–".join(map(_clock, self.part)) if self.part and not at else ""
        return " ".join(filter(None, (f"'{self.text}'", self.holiday, days, part, at)))

    @property
    def single_day(self) -> bool:
        return self.first is not None and self.end == self.first + DAY


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"
