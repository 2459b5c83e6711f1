"""The day by which a promise is to be kept, as it is typed."""

from datetime import date, datetime, timedelta

from bot.answering import when

FARTHEST = timedelta(days=2 * 365)


def promised_day(typed: str, now: datetime) -> date | None:
    """The last day of what is meant, today at the earliest; None for what is unclear, past or far. `now` is local."""
    moment = when.find(typed.casefold(), now)
    if moment is None or moment.first is None or moment.end is None:
        return None
    day, today = moment.end - timedelta(days=1), now.date()
    return day if today <= day <= today + FARTHEST else None
