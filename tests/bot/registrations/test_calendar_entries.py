"""What the file of an event says, from signing up to its end."""

from datetime import timedelta

import pytest

from bot.mentoring.reading import Days
from bot.mentoring.service import Mentoring
from bot.phone_calendars import NothingToAddError, PhoneCalendars
from bot.registrations.service import Registrations
from storage.database import Database
from tests.bot.registrations.conftest import EMMA, LIN, RUN, STARTS, TALK, WANG, WORKSHOP, change, join
from tests.calendars import event, parsed, period
from tests.fakes import FakeClock

MOVED = WORKSHOP | {"starts": "2026-12-04 14:00", "ends": "2026-12-04 15:00"}
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def calendars(desk: Registrations) -> PhoneCalendars:
    days = Days(desk.database, desk.clock, desk.zone, desk.knowledge)
    return PhoneCalendars(desk, Mentoring.of(days))


async def test_file_says_when_and_where(desk: Registrations, calendars: PhoneCalendars) -> None:
    date = await join(desk, LIN)
    one = event(await calendars.file(date.occurrence.id or 0, LIN))
    assert (one["SUMMARY"], one["LOCATION"], one["SEQUENCE"]) == ("工作坊", "服务大厅", 0)
    assert period(one) == (STARTS, STARTS + 2 * HOUR)
    assert one["DTSTART"].params["TZID"] == "Asia/Shanghai"


async def test_everybody_reads_it_in_their_language(desk: Registrations, calendars: PhoneCalendars) -> None:
    date = await join(desk, EMMA)
    one = event(await calendars.file(date.occurrence.id or 0, EMMA))
    assert (one["SUMMARY"], one["LOCATION"]) == ("Workshop", "Service hall")


async def test_moved_and_cancelled_ones_keep_their_uid_and_count_up(
    desk: Registrations, calendars: PhoneCalendars, database: Database, clock: FakeClock
) -> None:
    occurrence_id = (await join(desk, LIN)).occurrence.id or 0
    first = event(await calendars.file(occurrence_id, LIN))
    await change(database, clock, MOVED, TALK, RUN)
    await desk.advance()
    second = event(await calendars.file(occurrence_id, LIN))
    await change(database, clock, MOVED | {"name": "焊接工作坊"}, TALK, RUN)
    renamed = event(await calendars.file(occurrence_id, LIN))
    await change(database, clock, TALK, RUN)
    await desk.advance()
    data = await calendars.file(occurrence_id, LIN)
    last = event(data)
    assert {one["UID"] for one in (second, renamed, last)} == {first["UID"]}
    assert [one["SEQUENCE"] for one in (first, second, renamed, last)] == [0, 1, 2, 3]
    assert period(second) == (STARTS + DAY, STARTS + DAY + HOUR)
    assert (renamed["SUMMARY"], parsed(data)["METHOD"], last["STATUS"]) == ("焊接工作坊", "CANCEL", "CANCELLED")
    assert event(await calendars.file(occurrence_id, LIN)) == last


async def test_colleague_who_asks_later_is_not_told_a_lower_number(
    desk: Registrations, calendars: PhoneCalendars, database: Database, clock: FakeClock
) -> None:
    date = await join(desk, LIN)
    await join(desk, WANG)
    await calendars.file(date.occurrence.id or 0, LIN)
    await change(database, clock, MOVED, TALK, RUN)
    await desk.advance()
    files = [event(await calendars.file(date.occurrence.id or 0, person)) for person in (LIN, WANG)]
    assert [one["SEQUENCE"] for one in files] == [1, 1]


async def test_file_after_leaving_takes_the_entry_away_and_brings_it_back_when_joining_again(
    desk: Registrations, calendars: PhoneCalendars
) -> None:
    occurrence_id = (await join(desk, LIN)).occurrence.id or 0
    numbers = [event(await calendars.file(occurrence_id, LIN))["SEQUENCE"]]
    await desk.leave(occurrence_id, LIN)
    assert await calendars.has_file(occurrence_id, LIN)
    left = event(await calendars.file(occurrence_id, LIN))
    assert left["STATUS"] == "CANCELLED"
    await join(desk, LIN)
    back = event(await calendars.file(occurrence_id, LIN))
    assert back["STATUS"] == "CONFIRMED"
    assert [*numbers, left["SEQUENCE"], back["SEQUENCE"]] == [0, 1, 2]


async def test_who_has_no_seat_has_no_file(desk: Registrations, calendars: PhoneCalendars) -> None:
    occurrence_id = (await join(desk, LIN)).occurrence.id or 0
    for person in (WANG, EMMA):
        await join(desk, person)
    with pytest.raises(NothingToAddError):
        await calendars.file(occurrence_id, EMMA)  # waits
    await desk.leave(occurrence_id, LIN)
    for person in (LIN, EMMA, 99):  # left, is offered a seat, is nobody
        with pytest.raises(NothingToAddError):
            await calendars.file(occurrence_id, person)
    assert not await calendars.has_file(occurrence_id, LIN)
