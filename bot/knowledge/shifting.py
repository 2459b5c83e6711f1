"""Moving the demonstration's one-off events on, so that a demo always has something ahead."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from bot.knowledge.kinds import Event, Record
from bot.knowledge.values import Text

_DATE = re.compile(r"(?<!\d)(?:(\d{4})-(\d{2})-(\d{2})(?!\d)|(\d{4})年(\d{1,2})月(\d{1,2})日)")


def shifted(records: Iterable[Record], today: date) -> list[Record]:
    """The records with all one-off events later by the same whole number of weeks, the first of them after today.

    Weekdays and the days between events stay as they are; nothing moves while all of them still lie ahead.
    """
    kept = list(records)
    firsts = [record.starts.date() for record in kept if isinstance(record, Event) and not record.rrule]
    if not firsts or min(firsts) > today:
        return kept
    by = timedelta(weeks=(today - min(firsts)).days // 7 + 1)
    return [_moved(record, by) if isinstance(record, Event) and not record.rrule else record for record in kept]


def _moved(event: Event, by: timedelta) -> Event:
    dates = {field: value + by for field, value in event if isinstance(value, date)}
    texts = {field: _rewritten(value, by) for field, value in event if isinstance(value, Text)}
    return event.model_copy(update=dates | texts)


def _rewritten(text: Text, by: timedelta) -> Text:
    """The text with the dates in it moved as well, in the form in which each is written."""

    def later(match: re.Match[str]) -> str:
        year, month, day = (int(part) for part in match.groups() if part)
        moved = date(year, month, day) + by
        return f"{moved.year}年{moved.month}月{moved.day}日" if "年" in match[0] else moved.isoformat()

    return Text(zh=_DATE.sub(later, text.zh), en=_DATE.sub(later, text.en))
