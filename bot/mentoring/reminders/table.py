"""The kinds of reminder of a mentoring day, one a row."""

from datetime import timedelta

from bot.mentoring.reminders import roster, says
from bot.mentoring.reminders.kinds import Kind, To
from bot.mentoring.reminders.moments import (
    a_while_after,
    deadline,
    first_slot,
    half_an_hour_after,
    midnight,
    opening,
    start,
    turn,
)

HOUR, DAY = 60, 24 * 60
TEN = 10 * HOUR
EVENING = 18 * HOUR

FOLLOW_UPS = (("follow-up", 1, (1, 2)), ("follow-up-again", 3, (3, 4, 6)))
"""The usual weeks, and those that staff may choose."""
FOLLOW_UP_DAYS = frozenset(7 * weeks for _, _, presets in FOLLOW_UPS for weeks in presets)

KINDS = (
    Kind("opens", opening, 0, (0, 3 * HOUR, DAY), To.SUBSCRIBERS, says.opening, deadline, of_the_day_before=False),
    Kind("closes", deadline, -DAY, (-2 * DAY, -DAY, -6 * HOUR), To.DRAFTS, says.last_call, deadline),
    Kind("days", start, -3 * DAY, (-5 * DAY, -3 * DAY, -2 * DAY), To.APPLIED, says.days_before, midnight),
    Kind("day", start, -DAY, (-2 * DAY, -DAY, -18 * HOUR), To.SEATED, says.day_before, turn),
    Kind("hours", first_slot, -2 * HOUR, (-HOUR, -2 * HOUR, -3 * HOUR), To.SEATED, says.hours_before, turn),
    Kind(
        "roster",
        midnight,
        EVENING - DAY,
        (TEN - DAY, EVENING - DAY, EVENING + 2 * HOUR - DAY),
        To.TEAM,
        roster.of,
        start,
    ),
    Kind(
        "feedback",
        midnight,
        EVENING,
        (EVENING - HOUR, EVENING, EVENING + 2 * HOUR),
        To.CAME,
        says.feedback,
        a_while_after,
        of_the_day_before=False,
        earliest=half_an_hour_after,
    ),
    *(
        Kind(
            name,
            midnight,
            weeks * 7 * DAY + TEN,
            tuple(one * 7 * DAY + TEN for one in presets),
            To.CAME,
            says.follow_up,
            a_while_after,
            of_the_day_before=False,
        )
        for name, weeks, presets in FOLLOW_UPS
    ),
)

LONGEST = timedelta(minutes=max(max(kind.presets) for kind in KINDS)) + timedelta(days=4)
"""So long after it began nothing of a day is due any more."""
