"""What staff type about a mentoring day: from when to when it is to take place."""

import re
from datetime import datetime, timedelta

from bot.answering.text import fold
from bot.answering.when_clock import TimeOfDay, time_of_day
from bot.profile.errors import UnclearError
from handlers.staff.announcements import reading

NOON, DAY = timedelta(hours=12), timedelta(days=1)
_TO = re.compile(r"\s*(?:到|至|~|—+|–|-|\bto\b|\buntil\b)\s*")


def span(text: str, now: datetime, length: timedelta) -> tuple[datetime, datetime]:
    """From a start, or “12月30日 13:30-17:30”, in the zone of `now`; with a start alone it lasts the `length`.

    Raises UnclearError time, clock (a day alone), past, or order (it would end before it starts).
    """
    begins, until = _parts(fold(text))
    starts = reading.send_time(begins, now)
    return starts, _end(starts, until) if until else starts + length


def _parts(folded: str) -> tuple[str, TimeOfDay | None]:
    """What says when it starts, and the clock time that the text ends with after a word like “to”."""
    for match in _TO.finditer(folded):
        rest = folded[match.end() :].strip(" .。!！")
        clock = time_of_day(rest)
        if clock.at is not None and sum(end - start for start, end in clock.spans) == len(rest):
            return folded[: match.start()], clock
    return folded, None


def _end(starts: datetime, until: TimeOfDay) -> datetime:
    """The next time that the clock shows it; “from 2 to 5” in the afternoon means five in the afternoon."""
    midnight = starts.replace(hour=0, minute=0)
    ends = midnight + timedelta(minutes=until.at or 0)
    if ends <= starts:
        ends += NOON if until.either and ends + NOON > starts else DAY
    if ends - starts > NOON:
        raise UnclearError("order")
    return ends
