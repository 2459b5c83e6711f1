"""Hours in which people want no sound, and the nearest sensible time before them."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
BEFORE_QUIET = timedelta(minutes=30)

Quiet = tuple[int, int]
"""From and until, in minutes of the park's day; none where equal."""


def before_quiet(moment: datetime, zone: ZoneInfo, quiet: Quiet) -> datetime:
    """The moment, or the one half an hour before the quiet hours that it falls into."""
    begin, end = quiet
    local = moment.astimezone(zone)
    minute = local.hour * 60 + local.minute
    quiet_now = begin <= minute < end if begin < end else (minute >= begin or minute < end) and begin != end
    if not quiet_now:
        return moment
    day = local.date() if minute >= begin else local.date() - DAY
    starts = datetime.combine(day, time(begin // 60, begin % 60), tzinfo=zone)
    return (starts - BEFORE_QUIET).astimezone(moment.tzinfo)
