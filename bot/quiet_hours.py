"""Hours in which people want no sound, and the nearest sensible times around them."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
BEFORE_QUIET = timedelta(minutes=30)

Quiet = tuple[int, int]
"""From and until, in minutes of the park's day; none where equal."""


def before_quiet(moment: datetime, zone: ZoneInfo, quiet: Quiet) -> datetime:
    """The moment, or the one half an hour before the quiet hours that it falls into."""
    begin, _ = quiet
    local = moment.astimezone(zone)
    minute = local.hour * 60 + local.minute
    if not _is_quiet(minute, quiet):
        return moment
    day = local.date() if minute >= begin else local.date() - DAY
    starts = datetime.combine(day, time(begin // 60, begin % 60), tzinfo=zone)
    return (starts - BEFORE_QUIET).astimezone(moment.tzinfo)


def after_quiet(moment: datetime, zone: ZoneInfo, quiet: Quiet) -> datetime:
    """The moment, or the end of the quiet hours that it falls into."""
    _, end = quiet
    local = moment.astimezone(zone)
    minute = local.hour * 60 + local.minute
    if not _is_quiet(minute, quiet):
        return moment
    day = local.date() if minute < end else local.date() + DAY
    return datetime.combine(day, time(end // 60, end % 60), tzinfo=zone).astimezone(moment.tzinfo)


def _is_quiet(minute: int, quiet: Quiet) -> bool:
    begin, end = quiet
    return begin <= minute < end if begin < end else (minute >= begin or minute < end) and begin != end
