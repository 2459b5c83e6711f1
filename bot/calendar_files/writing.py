"""Files and feeds for phones' calendars (RFC 5545, 7986), by the library that writes them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from unicodedata import category
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone

from bot.calendar_files.entries import Entry
from bot.messages.texts import Texts
from storage.models import CalendarEntry

ALARM = timedelta(hours=2)
PRODUCT = "-//parkbot//park assistant//EN"
REFRESH = timedelta(hours=1)
"""How often phones are asked to look at a feed again."""


def file(rows: Sequence[CalendarEntry], texts: Texts, zone: ZoneInfo) -> bytes:
    """What adds the entries to a calendar, or changes them there; cancels if all are cancelled."""
    cancels = all(row.content["cancelled"] for row in rows)
    calendar = _calendar("CANCEL" if cancels else "PUBLISH")
    return _written(calendar, rows, texts, zone)


def feed(rows: Sequence[CalendarEntry], name: str, texts: Texts, zone: ZoneInfo) -> bytes:
    """A whole calendar of that name, which phones fetch again and again."""
    calendar = _calendar("PUBLISH")
    calendar.add("name", _plain(name))
    calendar.add("x-wr-calname", _plain(name))
    calendar.add("x-wr-timezone", zone.key)
    calendar.add("refresh-interval", REFRESH, {"value": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    return _written(calendar, rows, texts, zone)


def _calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    return calendar


def _written(calendar: Calendar, rows: Sequence[CalendarEntry], texts: Texts, zone: ZoneInfo) -> bytes:
    entries = [Entry.of(row) for row in rows]
    if entries:
        calendar.add_component(_zone(entries, zone))
    for entry, row in zip(entries, rows, strict=True):
        calendar.add_component(_event(entry, row, texts, zone))
    return bytes(calendar.to_ical())


def _event(entry: Entry, row: CalendarEntry, texts: Texts, zone: ZoneInfo) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", row.sequence)
    event.add("dtstamp", row.changed_at)
    event.add("last-modified", row.changed_at)
    event.add("dtstart", _local(entry.starts, zone))
    event.add("dtend", _local(entry.ends, zone))
    event.add("summary", _plain(entry.summary))
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    if entry.place:
        event.add("location", _plain(entry.place))
    if entry.note:
        event.add("description", _plain(entry.note))
    if not entry.cancelled:
        event.add_component(_alarm(texts("calendar-alarm", name=_plain(entry.summary))))
    return event


def _alarm(text: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", text)
    alarm.add("trigger", -ALARM)
    return alarm


def _local(moment: datetime, zone: ZoneInfo) -> datetime:
    local = moment.astimezone(zone)
    # when the clock goes back, a time of day comes twice, and calendars take it for the first
    return moment if local.fold else local


def _zone(entries: Sequence[Entry], zone: ZoneInfo) -> Timezone:
    first = min(entry.starts for entry in entries).astimezone(zone).date().replace(month=1, day=1)
    last = max(entry.ends for entry in entries).astimezone(zone).date()
    return Timezone.from_tzinfo(zone, first_date=first, last_date=last.replace(year=last.year + 1, month=1, day=1))


def _plain(text: str) -> str:
    """Without control characters, which calendars refuse."""
    return "".join(one for one in text if one in "\n\t" or category(one) not in ("Cc", "Cs"))
