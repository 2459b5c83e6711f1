"""A date that somebody signed up for, as a file for their phone's calendar (RFC 5545)."""

from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event, Timezone

from bot.languages import Language
from bot.messages.texts import texts_in
from bot.registrations.notices import Words

NAME = "event.ics"
ALARM = timedelta(hours=2)
PRODUCT = "-//parkbot//park assistant//EN"


def calendar_file(words: Words, language: Language) -> bytes:
    """One event: the same UID however often it is moved, and a SEQUENCE that counts up; cancelled ones say so."""
    occurrence = words.occurrence
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if occurrence.cancelled else "PUBLISH")
    calendar.add_component(_zone(words))
    calendar.add_component(_event(words, language))
    return bytes(calendar.to_ical())


def _event(words: Words, language: Language) -> Event:
    occurrence, event = words.occurrence, Event()
    event.add("uid", f"occurrence-{occurrence.id}-{int(occurrence.original_at.timestamp())}@parkbot")
    event.add("sequence", occurrence.revision - 1)
    event.add("dtstamp", words.now)
    event.add("dtstart", occurrence.starts_at.astimezone(words.zone))
    event.add("dtend", occurrence.ends_at.astimezone(words.zone))
    event.add("summary", words.name(language))
    event.add("status", "CANCELLED" if occurrence.cancelled else "CONFIRMED")
    if place := words.place(language):
        event.add("location", place)
    if not occurrence.cancelled:
        event.add_component(_alarm(texts_in(language)("signup-alarm", name=words.name(language))))
    return event


def _alarm(text: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", text)
    alarm.add("trigger", -ALARM)
    return alarm


def _zone(words: Words) -> Timezone:
    first = words.occurrence.starts_at.date().replace(month=1, day=1)
    last = datetime(words.occurrence.ends_at.year + 1, 1, 1, tzinfo=words.zone).date()
    return Timezone.from_tzinfo(words.zone, first_date=first, last_date=last)
