"""Until when a subsidy may be applied for; the last day counts whole."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.eligibility.profile import Profile
from bot.eligibility.spans import ends
from bot.knowledge.kinds import Subsidy

ANY_OPENING = "window_opened"
"""The fact that opens a window that hangs on no date of a company, such as a certificate's."""


def window_end(subsidy: Subsidy, profile: Profile) -> date | None:
    """The last day to apply, the latest that it may be, where the window opens with a date of the profile."""
    window = subsidy.apply_within
    opened = ends(profile.get(window.fact or ANY_OPENING))[-1] if window else None
    return opened + relativedelta(months=window.months) if window and isinstance(opened, date) else None


def last_day(subsidy: Subsidy, profile: Profile, opening: date | None = None) -> date | None:
    """The last day to apply that hangs on the profile or on the day when an event opens."""
    ends = [window_end(subsidy, profile)]
    if subsidy.deadline_before and opening:
        ends.append(opening - timedelta(days=subsidy.deadline_before.days))
    return min((end for end in ends if end), default=None)


def next_deadline(subsidy: Subsidy, today: date) -> date | None:
    """The deadline that is today or comes next."""
    coming = [date(year, one.month, one.day) for one in subsidy.deadlines for year in (today.year, today.year + 1)]
    return min((day for day in coming if day >= today), default=None)
