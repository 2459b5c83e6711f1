"""Files and feeds, read back."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Timezone

from bot.calendar_files import writing
from bot.calendar_files.entries import Entry
from bot.languages import Language
from bot.messages.texts import texts_in
from storage.models import CalendarEntry
from tests.calendars import event, events, parsed, period
from tests.factories import AT
from tests.parks import ZONE

EN = texts_in(Language.EN)
STARTS = datetime(2026, 12, 25, 5, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
LONG = "工作坊：从一块电路板到一台会飞的路由器，" * 9
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t,;:\\\"'🛩️"), max_size=200)


def row(starts: datetime = STARTS, uid: str = "a@parkbot", sequence: int = 0, **content: object) -> CalendarEntry:
    entry = Entry(uid, 1, 0, starts, starts + HOUR, "Workshop", "Hall")
    return CalendarEntry(
        chat_id=1, uid=uid, occurrence_id=1, sequence=sequence, content=entry.content | content, changed_at=AT
    )


def test_file_says_what_when_and_where_and_rings_two_hours_before() -> None:
    data = writing.file([row(sequence=3, note="a prototype")], EN, ZONE)
    one = event(data)
    assert parsed(data)["METHOD"] == "PUBLISH"
    assert (one["UID"], one["SEQUENCE"], one["STATUS"]) == ("a@parkbot", 3, "CONFIRMED")
    assert (one["SUMMARY"], one["LOCATION"], one["DESCRIPTION"]) == ("Workshop", "Hall", "a prototype")
    assert period(one) == (STARTS, STARTS + HOUR)
    assert one.decoded("DTSTAMP") == one.decoded("LAST-MODIFIED") == AT
    (alarm,) = one.walk("VALARM")
    assert (alarm["ACTION"], alarm.decoded("TRIGGER")) == ("DISPLAY", -timedelta(hours=2))
    assert alarm["DESCRIPTION"] == "Workshop starts soon"


def test_file_of_what_is_cancelled_cancels() -> None:
    data = writing.file([row(cancelled=True)], EN, ZONE)
    one = event(data)
    assert (parsed(data)["METHOD"], one["STATUS"], one.walk("VALARM")) == ("CANCEL", "CANCELLED", [])


def test_file_of_which_a_part_is_cancelled_publishes_the_rest() -> None:
    data = writing.file([row(), row(STARTS + HOUR, "b@parkbot", cancelled=True)], EN, ZONE)
    assert parsed(data)["METHOD"] == "PUBLISH"
    assert [one["STATUS"] for one in events(data)] == ["CONFIRMED", "CANCELLED"]


def test_feed_has_a_name_and_says_how_often_to_look() -> None:
    calendar = parsed(writing.feed([row()], "云栖小镇", EN, ZONE))
    assert (calendar["METHOD"], calendar["NAME"], calendar["X-WR-CALNAME"]) == ("PUBLISH", "云栖小镇", "云栖小镇")
    assert calendar["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
    assert calendar.decoded("REFRESH-INTERVAL") == writing.REFRESH
    assert calendar["X-PUBLISHED-TTL"] == "PT1H"


def test_feed_without_anything_is_a_calendar() -> None:
    assert parsed(writing.feed([], "Park", EN, ZONE)).walk("VEVENT") == []


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/New_York", "Europe/Lisbon"])
@pytest.mark.parametrize(
    "around",
    [
        datetime(2026, 3, 8, 7, 0, tzinfo=UTC),
        datetime(2026, 3, 29, 1, 0, tzinfo=UTC),
        datetime(2026, 10, 25, 1, 0, tzinfo=UTC),
        datetime(2026, 11, 1, 6, 0, tzinfo=UTC),
        datetime(2026, 12, 31, 23, 0, tzinfo=UTC),
    ],
)
def test_every_hour_around_a_change_of_the_clock_is_read_back(zone: str, around: datetime) -> None:
    hours = [around + number * HOUR for number in range(-3, 4)]
    data = writing.file([row(at, f"{at}@parkbot") for at in hours], EN, ZoneInfo(zone))
    assert [period(one) for one in events(data)] == [(at, at + HOUR) for at in hours]
    (described,) = parsed(data).walk("VTIMEZONE")
    assert described["TZID"] == zone


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/New_York", "Europe/Lisbon"])
def test_phone_that_knows_the_zone_by_its_description_alone_reads_the_same(zone: str) -> None:
    days = [datetime(2026, 1, 10, 12, 0, tzinfo=UTC) + number * timedelta(days=7) for number in range(60)]
    data = writing.file([row(at, f"{at}@parkbot") for at in days], EN, ZoneInfo(zone))
    (described,) = parsed(data).walk("VTIMEZONE")
    assert isinstance(described, Timezone)
    own = described.to_tz(lookup_tzid=False)
    starts = [one.decoded("DTSTART") for one in events(data)]
    assert [one.replace(tzinfo=own).utcoffset() for one in starts] == [one.utcoffset() for one in starts]


@given(summary=TEXTS, place=TEXTS, note=TEXTS)
def test_any_text_is_read_back(summary: str, place: str, note: str) -> None:
    one = event(writing.file([row(summary=summary, place=place, note=note)], EN, ZONE))
    assert (one["SUMMARY"], one.get("LOCATION", ""), one.get("DESCRIPTION", "")) == (summary, place, note)


def test_long_chinese_lines_are_folded_between_characters() -> None:
    data = writing.file([row(summary=LONG)], EN, ZONE)
    assert event(data)["SUMMARY"] == LONG
    assert all(line.decode() for line in data.split(b"\r\n") if line)


def test_control_characters_are_left_out() -> None:
    assert event(writing.file([row(summary="a\x00b\x0b\x7fc\rd")], EN, ZONE))["SUMMARY"] == "abcd"
