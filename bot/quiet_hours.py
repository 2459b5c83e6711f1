"""Hours in which people want no sound, and the nearest sensible times before and after them."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
BEFORE_QUIET = timedelta(minutes=30)

Quiet = tuple[int, int]
"""From and until, in minutes of the park's day; none where equal."""


def is_quiet(moment: datetime, zone: ZoneInfo, quiet: Quiet) -> bool:
    begin, end = quiet
    minute = _minute(moment.astimezone(zone))
    return begin <= minute < end if begin < end else (minute >= begin or minute < end) and begin != end


def before_quiet(moment: datetime, zone: ZoneInfo, quiet: Quiet) -> datetime:
    """The moment, or half an hour before the quiet hours that it falls into; less where they leave less of the day.

    In UTC, if moved. Clocks may be put forward over what the quiet hours leave: then those before that day.
    """
    begin, end = quiet
    while is_quiet(moment, zone, quiet):
        local = moment.astimezone(zone)
        day = local.date() if _minute(local) >= begin else local.date() - DAY
        starts = min(_at(day, begin, zone, fold) for fold in (0, 1))
        moment = starts - min(BEFORE_QUIET, timedelta(minutes=(begin - end) % (24 * 60)))
    return moment


def after_quiet(moment: datetime, zone: ZoneInfo, quiet: Quiet) -> datetime:
    """The moment, or the end of the quiet hours that it falls into, in UTC."""
    _, end = quiet
    while is_quiet(moment, zone, quiet):
        local = moment.astimezone(zone)
        day = local.date() if _minute(local) < end else local.date() + DAY
        moment = max(_at(day, end, zone, fold) for fold in (0, 1))
    return moment


def _minute(local: datetime) -> int:
    return local.hour * 60 + local.minute


def _at(day: date, minute: int, zone: ZoneInfo, fold: int) -> datetime:
    """A minute of a day; one that clocks leave out or show twice is its earlier or later moment by `fold`."""
    return datetime.combine(day, time(minute // 60, minute % 60, fold=fold), tzinfo=zone).astimezone(UTC)
