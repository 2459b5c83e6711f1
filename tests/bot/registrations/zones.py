"""Local time reckoned by hand from what laws say, to hold the program's own reckoning against."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
SHANGHAI, NEW_YORK, LISBON = ZoneInfo("Asia/Shanghai"), ZoneInfo("America/New_York"), ZoneInfo("Europe/Lisbon")
ZONES = (SHANGHAI, NEW_YORK, LISBON)
USUAL = {SHANGHAI: 8 * HOUR, NEW_YORK: -5 * HOUR, LISBON: 0 * HOUR}
"""What is added to UTC in winter."""


@cache
def changes(zone: ZoneInfo, year: int) -> tuple[datetime, datetime] | None:
    """When clocks are put forward an hour, and back again."""
    if zone is NEW_YORK:
        return _at(_sunday(year, 3, 2), 7), _at(_sunday(year, 11, 1), 6)
    if zone is LISBON:
        return _at(_last_sunday(year, 3), 1), _at(_last_sunday(year, 10), 1)
    return None


def wall(zone: ZoneInfo, moment: datetime) -> datetime:
    """What clocks show."""
    shown = moment.astimezone(UTC).replace(tzinfo=None) + USUAL[zone]
    summer = changes(zone, moment.astimezone(UTC).year)
    return shown + HOUR if summer and summer[0] <= moment < summer[1] else shown


def moment(zone: ZoneInfo, shown: datetime) -> datetime:
    """When clocks show it first; what they leave out is reckoned as if they had not been put forward (RFC 5545)."""
    by_winter = (shown - USUAL[zone]).replace(tzinfo=UTC)
    return next((one for one in (by_winter - HOUR, by_winter) if wall(zone, one) == shown), by_winter)


def is_quiet(zone: ZoneInfo, moment: datetime, quiet: tuple[int, int]) -> bool:
    shown = wall(zone, moment)
    begin, end = quiet
    return (shown.hour * 60 + shown.minute - begin) % 1440 < (end - begin) % 1440


def changes_near(zone: ZoneInfo, moment: datetime) -> bool:
    """Whether clocks change within two days."""
    years = (moment.year - 1, moment.year, moment.year + 1)
    return any(abs(change - moment) <= 2 * DAY for year in years for change in changes(zone, year) or ())


def _at(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def _sunday(year: int, month: int, number: int) -> date:
    first = date(year, month, 1)
    return first + (6 - first.weekday()) * DAY + (number - 1) * 7 * DAY


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - ((last.weekday() + 1) % 7) * DAY
