"""Moments that reminders count from, and until which they are worth it.

In the park's zone where days are counted by its calendar, in UTC where hours are.
"""

from datetime import datetime, time, timedelta

from bot.mentoring.reminders.kinds import Reminder

AFTERWARDS = timedelta(minutes=30)
FRESH = timedelta(days=3)
"""So long it is worth it to ask how it was."""


def opening(one: Reminder) -> datetime:
    return one.words.day.opens_at


def deadline(one: Reminder) -> datetime:
    return one.words.day.closes_at


def start(one: Reminder) -> datetime:
    return one.words.day.starts


def midnight(one: Reminder) -> datetime:
    """With which the day begins."""
    return datetime.combine(one.words.day.starts.date(), time(), tzinfo=one.words.day.zone)


def first_slot(one: Reminder) -> datetime:
    """The guest's own; the day's for nobody in particular."""
    slots = one.guest.slots
    return min(slot.begins_at for slot in slots) if slots else one.words.day.occurrence.starts_at


def turn(one: Reminder) -> datetime:
    """As first_slot; the day's end for nobody in particular."""
    return first_slot(one) if one.guest.slots else one.words.day.occurrence.ends_at


def half_an_hour_after(one: Reminder) -> datetime:
    return one.words.day.occurrence.ends_at + AFTERWARDS


def a_while_after(one: Reminder) -> datetime:
    return one.due_at + FRESH
