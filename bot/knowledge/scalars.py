"""The single values in the fields of records: words, numbers, days and times as people write them.

Files and spreadsheets hand every value over as text, so each type reads the text forms that occur.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, StringConstraints

LOST_CHARACTER = "\ufffd"
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_TIME = re.compile(r"(\d{1,2})[:：](\d{2})(?:[:：]\d{2}(?:\.\d+)?)?")
_YES = {"yes", "y", "true", "1", "是", "有"}
_NO = {"no", "n", "false", "0", "否", "无"}


@dataclass(frozen=True)
class Refers:
    """Marks an id of something else: a record of kind `to`, a value of that class, or any record."""

    to: str = ""


@dataclass(frozen=True)
class Among:
    """Marks a name of a list in bot.knowledge.terms; in its stead, words may stand in the field `unless`."""

    of: str
    unless: str = ""


def _clean(text: str) -> str:
    if LOST_CHARACTER in text:
        raise ValueError(f"holds {LOST_CHARACTER}, the mark of a character lost in an earlier conversion")
    if not text.isprintable():  # almost all is, and a park's knowledge has some ten thousand texts
        text = _UNPRINTABLE.sub("", re.sub(r"\r\n?", "\n", text))
    return text.strip()


def _filled(text: str) -> str:
    if not text:
        raise ValueError("is empty")
    return text


def _plain(number: Decimal) -> Decimal:
    return Decimal(format(number.normalize(), "f"))


def _yes_or_no(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    word = str(value).strip().lower()
    if word not in _YES | _NO:
        raise ValueError(f"'{value}' is neither yes nor no")
    return word in _YES


def _day(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    day, rest = _leading_date(value)
    if rest.strip() and _clock_time(rest) != time():
        raise ValueError(f"'{value}' is no day: write it like 2026-12-03, without a time")
    return day


def _moment(value: Any) -> Any:
    if isinstance(value, str):
        day, rest = _leading_date(value)
        value = datetime.combine(day, _clock_time(rest.lstrip("T ")))
    if isinstance(value, datetime) and value.tzinfo is not None:
        raise ValueError("write the time of the park without an offset, like 2026-12-03 14:00")
    return value


def _leading_date(text: str) -> tuple[date, str]:
    if not (match := _DATE.match(text.strip())):
        raise ValueError(f"'{text}' is no date: write it like 2026-12-03")
    try:
        return date(int(match[1]), int(match[2]), int(match[3])), text.strip()[match.end() :]
    except ValueError:
        raise ValueError(f"'{text}' is a day that the calendar does not have") from None


def _clock(value: Any) -> Any:
    return _clock_time(value) if isinstance(value, str) else value


def _clock_time(text: str) -> time:
    if not text.strip():
        return time()
    if not (match := _TIME.fullmatch(text.strip())) or int(match[1]) > 23 or int(match[2]) > 59:
        raise ValueError(f"'{text.strip()}' is no time of day: write it like 14:00")
    return time(int(match[1]), int(match[2]))


Words = Annotated[str, AfterValidator(_clean)]
"""Text without control characters and outer white space; may be empty."""

Wording = Annotated[Words, AfterValidator(_filled)]
"""Words that say something."""

RecordId = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$")]
"""Short enough to be callback data and a deep link together with its kind."""

Unit = Annotated[Wording, Among("unit")]

FacilityId = Annotated[RecordId, Refers("facility")]
SubsidyId = Annotated[RecordId, Refers("subsidy")]
EventId = Annotated[RecordId, Refers("event")]
BuildingId = Annotated[RecordId, Refers("building")]
MemberId = Annotated[RecordId, Refers("member")]
AnyId = Annotated[RecordId, Refers()]

Count = Annotated[int, Field(ge=0, le=1_000_000_000)]

Amount = Annotated[Decimal, Field(ge=0, max_digits=15), AfterValidator(_plain)]
"""Money in yuan, or a plain number where the field says so."""

YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]

Day = Annotated[date, BeforeValidator(_day)]

Moment = Annotated[
    datetime,
    BeforeValidator(_moment),
    AfterValidator(lambda value: value.replace(second=0, microsecond=0)),
    PlainSerializer(lambda value: value.isoformat(sep=" ", timespec="minutes"), when_used="json"),
]
"""A minute in the time of the park, without an offset."""

Clock = Annotated[
    time,
    BeforeValidator(_clock),
    AfterValidator(lambda value: value.replace(second=0, microsecond=0, tzinfo=None)),
    PlainSerializer(lambda value: value.isoformat(timespec="minutes"), when_used="json"),
]
"""A minute of the day in the time of the park."""
