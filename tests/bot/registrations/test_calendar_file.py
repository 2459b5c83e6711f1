"""The calendar file, read back by the library that phones' calendars agree with."""

from datetime import timedelta

from icalendar import Calendar

from bot.knowledge.store import load
from bot.languages import Language
from bot.registrations.calendar_file import calendar_file
from bot.registrations.notices import Words
from bot.registrations.service import Registrations
from storage.database import Database
from tests.bot.registrations.conftest import LIN, RUN, STARTS, TALK, WORKSHOP, change, join
from tests.fakes import FakeClock


async def read(desk: Registrations, occurrence_id: int, language: Language = Language.ZH) -> Calendar:
    words = await desk.words(await desk.find(occurrence_id))
    calendar = Calendar.from_ical(calendar_file(words, language))
    assert isinstance(calendar, Calendar)
    return calendar


async def test_file_says_when_and_where_and_rings_two_hours_before(desk: Registrations) -> None:
    date = await join(desk, LIN)
    calendar = await read(desk, date.occurrence.id or 0)
    (event,) = calendar.walk("VEVENT")
    assert calendar["METHOD"] == "PUBLISH"
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (STARTS, STARTS + timedelta(hours=2))
    assert event["DTSTART"].params["TZID"] == "Asia/Shanghai"
    assert calendar.walk("VTIMEZONE")[0]["TZID"] == "Asia/Shanghai"
    assert (event["SUMMARY"], event["LOCATION"], event["SEQUENCE"]) == ("工作坊", "服务大厅", 0)
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("TRIGGER") == -timedelta(hours=2)


async def test_moved_and_cancelled_ones_keep_their_uid_and_count_up(
    desk: Registrations, database: Database, clock: FakeClock
) -> None:
    date = await join(desk, LIN)
    occurrence_id = date.occurrence.id or 0
    before = (await read(desk, occurrence_id)).walk("VEVENT")[0]
    moved = WORKSHOP | {"starts": "2026-12-04 14:00", "ends": "2026-12-04 15:00"}
    await change(database, clock, moved, TALK, RUN)
    await desk.advance()
    after = (await read(desk, occurrence_id)).walk("VEVENT")[0]
    assert (after["UID"], after["SEQUENCE"]) == (before["UID"], 1)
    assert after.decoded("DTSTART") == STARTS + timedelta(days=1)

    cancelled = (await desk.find(occurrence_id)).occurrence.model_copy(update={"cancelled": True, "revision": 3})
    words = Words(date.event, cancelled, await load(database), desk.zone, clock.now())
    calendar = Calendar.from_ical(calendar_file(words, Language.EN))
    (event,) = calendar.walk("VEVENT")
    assert (calendar["METHOD"], event["STATUS"], event["UID"]) == ("CANCEL", "CANCELLED", before["UID"])
    assert (event["SEQUENCE"], event.walk("VALARM")) == (2, [])
