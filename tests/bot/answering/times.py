"""The moment at which the tests of this folder ask, and times as they write them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.answering.moment import Moment
from bot.answering.text import fold
from bot.answering.when import find

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 25, 10, 0, tzinfo=ZONE)
"""A Wednesday morning."""


def at(text: str) -> datetime:
    """A moment in the park's zone, written 2026-11-25 10:00."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def found(text: str, now: datetime = NOW) -> Moment:
    """The moment that the text names; it must name one."""
    moment = find(fold(text), now)
    assert moment is not None, text
    return moment


def days_of(text: str, now: datetime = NOW) -> tuple[date | None, date | None]:
    """The first and the last day, both counted, that the text names."""
    moment = found(text, now)
    last = date.fromordinal(moment.end.toordinal() - 1) if moment.end else None
    return moment.first, last
