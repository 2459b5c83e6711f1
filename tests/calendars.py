"""Calendars read back by the library that phones' calendars agree with."""

from datetime import UTC, datetime

from icalendar import Calendar, Event


def parsed(data: bytes) -> Calendar:
    """Raises unless it is one calendar, with lines as RFC 5545 has them."""
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    calendar = Calendar.from_ical(data)
    assert isinstance(calendar, Calendar)
    assert calendar.errors == []
    return calendar


def events(data: bytes) -> list[Event]:
    """In the order of their times."""
    found = [one for one in parsed(data).walk("VEVENT") if isinstance(one, Event)]
    return sorted(found, key=lambda one: one.decoded("DTSTART"))


def event(data: bytes) -> Event:
    (only,) = events(data)
    return only


def period(one: Event) -> tuple[datetime, datetime]:
    """When it is, in UTC."""
    return one.decoded("DTSTART").astimezone(UTC), one.decoded("DTEND").astimezone(UTC)
