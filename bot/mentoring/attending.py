"""The buttons by which a party says that it comes, that it cannot, or that it is there."""

from datetime import datetime, timedelta

from bot.mentoring.days import Day
from bot.messages.callbacks import MEETING, MENTOR, pack
from bot.messages.message import Button
from bot.messages.texts import Texts

DOORS_OPEN = timedelta(hours=2)
"""So long before its first slot a party can say that it is there."""


def rows(kind: str, day: Day, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    """Under a reminder of this kind; the last one is for who is on the way."""
    answers = (
        Button(texts("signup-button-coming"), pack(MEETING, "coming", day.id)),
        Button(texts("signup-button-not-coming"), pack(MENTOR, "leave", day.id)),
    )
    return (answers, (here(day, texts),)) if kind == "hours" else (answers,)


def here(day: Day, texts: Texts) -> Button:
    return Button(texts("mentoring-button-here"), pack(MEETING, "here", day.id))


def doors_open(day: Day, now: datetime) -> bool:
    """Whether the party, which has slots, can say that it is there."""
    return day.first_at - DOORS_OPEN <= now < last_end(day)


def last_end(day: Day) -> datetime:
    """When the day is over for the party, late or not."""
    return max([day.occurrence.ends_at, *(one.begins_at + day.slot_length for one in day.slots)])
