"""What a founder's calendar says of a mentoring day, from the admission to a time that is lost."""

from datetime import timedelta

import pytest
from sqlmodel import col, select

from bot.calendar_files.telling import KEPT
from bot.mentoring.service import Mentoring
from bot.phone_calendars import NothingToAddError, PhoneCalendars
from bot.registrations.service import Registrations
from storage import mentoring
from storage.database import Database
from storage.models import CalendarFeed, Outgoing, Slot, StoredContent
from tests.bot.mentoring.conftest import CLOSES, EMMA, HOUR, LIN, STARTS, WANG, ZHAO, admitted, applied, told
from tests.calendars import event, events, parsed, period
from tests.fakes import FakeClock

QUARTER = timedelta(minutes=15)


@pytest.fixture
def calendars(desk: Mentoring) -> PhoneCalendars:
    days = desk.days
    return PhoneCalendars(Registrations(days.database, days.clock, days.zone, days.knowledge), desk)


async def published(desk: Mentoring, clock: FakeClock, day_id: int) -> list[Slot]:
    clock.set(CLOSES)
    await desk.advance()
    await desk.arranging.publish(day_id)
    return await desk.arranging.timetable(day_id)


async def test_admitted_party_has_the_day_until_it_has_times(
    desk: Mentoring, calendars: PhoneCalendars, clock: FakeClock
) -> None:
    day = await admitted(desk, LIN, "factory", "capital")
    whole = event(await calendars.file(day.id, LIN))
    assert (whole["SUMMARY"], whole["LOCATION"], whole["DESCRIPTION"]) == ("淘富成真", "路演厅", "请带：样机")
    assert (period(whole), whole["SEQUENCE"]) == ((STARTS, STARTS + HOUR), 0)

    slots = await published(desk, clock, day.id)
    first, second = events(await calendars.file(day.id, LIN))
    assert (first["UID"], first["SEQUENCE"], second["SEQUENCE"]) == (whole["UID"], 1, 0)
    assert [period(one) for one in (first, second)] == [(one.starts_at, one.starts_at + QUARTER) for one in slots]
    assert {one["SUMMARY"] for one in (first, second)} == {"淘富成真 · 工厂", "淘富成真 · 资本"}
    assert len(first.walk("VALARM")) == 1
    assert [one["UID"] for one in events(await calendars.file(day.id, WANG))] == [first["UID"], second["UID"]]


async def test_moved_slot_keeps_its_uid_and_a_lost_one_is_cancelled(
    desk: Mentoring, calendars: PhoneCalendars, clock: FakeClock
) -> None:
    day = await admitted(desk, LIN, "factory", "capital")
    slots = await published(desk, clock, day.id)
    before = events(await calendars.file(day.id, LIN))
    late = STARTS + 3 * QUARTER
    await desk.arranging.move(slots[1].id or 0, slots[1].member_id, late)
    after = events(await calendars.file(day.id, LIN))
    assert [one["UID"] for one in after] == [one["UID"] for one in before]
    assert [one["SEQUENCE"] for one in after] == [0, 1]
    assert period(after[1]) == (late, late + QUARTER)

    left = [one.id or 0 for one in await desk.arranging.timetable(day.id)]
    await desk.arranging.free(left[0])
    data = await calendars.file(day.id, LIN)
    assert parsed(data)["METHOD"] == "PUBLISH"
    assert told_in(data) == {before[0]["UID"]: ("CONFIRMED", 1), before[1]["UID"]: ("CANCELLED", 2)}
    await desk.arranging.free(left[1])
    data = await calendars.file(day.id, LIN)
    assert parsed(data)["METHOD"] == "CANCEL"
    assert told_in(data) == {before[0]["UID"]: ("CANCELLED", 2), before[1]["UID"]: ("CANCELLED", 2)}


async def test_start_that_was_put_off_is_in_the_file_and_what_is_only_offered_is_not(
    desk: Mentoring, calendars: PhoneCalendars, database: Database, clock: FakeClock
) -> None:
    day = await admitted(desk, LIN, "factory", "capital")
    await published(desk, clock, day.id)
    async with database.transaction() as session:
        first, second = (await session.exec(select(Slot).order_by(col(Slot.starts_at)))).all()
        first.delay, second.offered_until = 10, STARTS
        await mentoring.save(session, first)
        await mentoring.save(session, second)
    starts = first.starts_at + timedelta(minutes=10)
    assert period(event(await calendars.file(day.id, LIN))) == (starts, starts + QUARTER)


async def test_day_that_is_cancelled_is_cancelled_in_the_calendar_of_whoever_has_it(
    desk: Mentoring, calendars: PhoneCalendars, database: Database
) -> None:
    day = await admitted(desk, LIN)
    await admitted(desk, ZHAO)
    before = event(await calendars.file(day.id, LIN))
    await desk.changing.cancel(day.id)
    data = await calendars.file(day.id, LIN)
    assert (parsed(data)["METHOD"], event(data)["UID"], event(data)["SEQUENCE"]) == ("CANCEL", before["UID"], 1)
    assert await told(database, "mentoring-cancelled") == [(LIN, "取消了：淘富成真"), (ZHAO, "取消了：淘富成真")]
    assert await buttons(database, "mentoring-cancelled") == {LIN: ["从日历里去掉"], ZHAO: []}


async def test_moved_day_is_told_with_the_file_that_moves_it(
    desk: Mentoring, calendars: PhoneCalendars, database: Database, clock: FakeClock
) -> None:
    day = await admitted(desk, LIN)
    await published(desk, clock, day.id)
    before = event(await calendars.file(day.id, LIN))
    await desk.changing.move(day.id, STARTS + HOUR, STARTS + 2 * HOUR)
    after = event(await calendars.file(day.id, LIN))
    assert (after["UID"], after["SEQUENCE"]) == (before["UID"], 1)
    assert period(after) == (STARTS + HOUR, STARTS + HOUR + QUARTER)
    assert await buttons(database, f"mentoring:{day.id}:told") == {LIN: ["在哪儿", "加到日历", "来不了"]}


@pytest.mark.parametrize(("as_file", "offered"), [(True, ["从日历里去掉"]), (False, [])])
async def test_party_that_lost_its_time_is_told_with_the_file_that_says_so(
    calendars: PhoneCalendars, database: Database, clock: FakeClock, as_file: bool, offered: list[str]
) -> None:
    desk = calendars.mentoring
    day = await admitted(desk, LIN)
    (slot,) = await published(desk, clock, day.id)
    assert "加到日历" in (await buttons(database, "mentoring-slots"))[LIN]
    if as_file:
        await calendars.file(day.id, LIN)
    await desk.arranging.free(slot.id or 0)
    assert await buttons(database, "mentoring-slots") == {LIN: offered}


async def test_feed_does_not_change_when_a_time_is_over_for_a_month_and_its_day_is_not(
    desk: Mentoring, calendars: PhoneCalendars, clock: FakeClock
) -> None:
    day = await admitted(desk, LIN)
    (slot,) = await published(desk, clock, day.id)
    phone = CalendarFeed(chat_id=LIN, secret_hash="", made_at=CLOSES)
    assert events((await calendars.feed(phone)).body)
    clock.set(slot.starts_at + QUARTER + KEPT)
    assert [events((await calendars.feed(phone)).body) for _ in range(3)] == [[], [], []]


async def test_who_is_not_admitted_has_no_file(desk: Mentoring, calendars: PhoneCalendars) -> None:
    day = await applied(desk, LIN)
    for person in (LIN, EMMA):
        with pytest.raises(NothingToAddError):
            await calendars.file(day.id, person)


async def test_party_that_withdrew_takes_it_away(desk: Mentoring, calendars: PhoneCalendars) -> None:
    day = await admitted(desk, LIN)
    await calendars.file(day.id, LIN)
    await desk.applying.withdraw(day.id, LIN)
    assert event(await calendars.file(day.id, LIN))["STATUS"] == "CANCELLED"


def told_in(data: bytes) -> dict[str, tuple[str, int]]:
    """Status and number by UID."""
    return {str(one["UID"]): (str(one["STATUS"]), int(one["SEQUENCE"])) for one in events(data)}  # type: ignore[arg-type]


async def buttons(database: Database, beginning: str) -> dict[int | None, list[str]]:
    """What stands on the buttons under the newest message of a key that begins so, by chat."""
    async with database.read() as session:
        rows = select(Outgoing, StoredContent).join(StoredContent, col(StoredContent.id) == col(Outgoing.content_id))
        begun = rows.where(col(Outgoing.key).startswith(beginning)).order_by(col(Outgoing.id))
        found = (await session.exec(begun)).all()
    return {
        one.chat_id: [button["text"] for row in content.data.get("buttons", []) for button in row]
        for one, content in found
    }
