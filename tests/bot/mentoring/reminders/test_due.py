"""Reminders of a mentoring day from its opening to three weeks after it, on both engines."""

from datetime import date, datetime, timedelta

import pytest
from prometheus_client import REGISTRY
from sqlalchemy import event
from sqlmodel import col, select

from bot.knowledge.store import load
from bot.mentoring.reading import Days
from bot.mentoring.service import Mentoring
from bot.people import staff
from bot.people.staff import Member, Role
from storage import chats, preferences, reminder_times
from storage import mentoring as stored
from storage.database import Database
from storage.models import Application, ApplicationState, MeetingResult, Mentor, Outgoing, ReminderTime, Slot
from tests.bot.mentoring.conftest import (
    CLOSES,
    DAY,
    DESK,
    EMMA,
    HOUR,
    LIN,
    OPENS,
    STARTS,
    WANG,
    ZHAO,
    admitted,
    advanced,
    applied,
    begun,
    deliver,
    last_text,
    published,
    told,
)
from tests.factories import AT
from tests.fakes import FakeClock
from tests.parks import ZONE

EXPERT = 22
"""Speaks for the factory."""
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
EVENING = datetime.fromisoformat("2026-12-25T18:00+08:00")
WEEK_AFTER = datetime.fromisoformat("2027-01-01T10:00+08:00")
THREE_WEEKS_AFTER = datetime.fromisoformat("2027-01-15T10:00+08:00")


async def written(database: Database, *kinds: str) -> list[tuple[str, int | None]]:
    """Kinds and chats of the first day's reminders, all or of these kinds, in order."""
    async with database.read() as session:
        rows = (await session.exec(select(Outgoing).order_by(col(Outgoing.id)))).all()
    found = [(one.key.split(":")[3], one.chat_id) for one in rows if one.key.startswith("mentoring:1:")]
    return [one for one in found if one[0] in kinds or (not kinds and one[0] != "proposed")]


async def test_each_kind_comes_once_at_its_time(desk: Mentoring, database: Database, clock: FakeClock) -> None:
    """One company, one founder alone, one who never finishes, staff, and an expert."""
    async with database.transaction() as session:
        await chats.upsert(session, EXPERT, "private", AT)
        session.add(Mentor(telegram_id=EXPERT, member_id="factory", added_at=AT))
        session.add(Mentor(telegram_id=DESK, member_id="capital", added_at=AT))
    expected = [
        (OPENS, {("opens", one) for one in (LIN, WANG, EMMA, ZHAO, DESK, EXPERT)}),
        (CLOSES - DAY, {("closes", ZHAO)}),
        (STARTS - 3 * DAY, {("days", LIN), ("days", EMMA)}),
        (STARTS - DAY, {("day", LIN), ("day", EMMA)}),
        (datetime.fromisoformat("2026-12-24T18:00+08:00"), {("roster", DESK), ("roster", EXPERT)}),
        (STARTS - 2 * HOUR, {("hours", LIN)}),
        (STARTS - 2 * HOUR + 15 * MINUTE, {("hours", EMMA)}),
        (EVENING, {("feedback", LIN), ("feedback", EMMA)}),
        (WEEK_AFTER, {("follow-up", LIN), ("follow-up", EMMA)}),
        (THREE_WEEKS_AFTER, {("follow-up-again", LIN), ("follow-up-again", EMMA)}),
    ]
    seen: set[tuple[str, int | None]] = set()
    for at, added in expected:
        await advanced(desk, clock, at - SECOND)
        assert set(await written(database)) == seen, at
        await advanced(desk, clock, at)
        seen |= added
        assert sorted(await written(database), key=str) == sorted(seen, key=str), at
        await deliver(database)
        if at == OPENS:
            await admitted(desk, LIN, "factory")
            await admitted(desk, EMMA, "factory")
            await begun(desk, ZHAO)
        if at == STARTS - 3 * DAY:
            await advanced(desk, clock, CLOSES)
            await desk.arranging.publish(1)
    await advanced(desk, clock, THREE_WEEKS_AFTER + 60 * DAY)
    assert set(await written(database)) == seen


async def test_what_they_say(desk: Mentoring, database: Database, clock: FakeClock) -> None:
    await applied(desk, EMMA)
    await published(desk, clock, LIN)
    assert (await last_text(database, EMMA))[:1] == ["In 3 days: Mentoring day"]
    await advanced(desk, clock, STARTS - DAY)
    assert await last_text(database, LIN) == [
        "明天：淘富成真",
        "12月25日（周五） 13:30–14:30",
        "路演厅",
        "13:30 工厂",
        "请带：样机",
    ]
    await advanced(desk, clock, EVENING - DAY)
    assert (await last_text(database, DESK))[3:] == ["【工厂】", "13:30 顶点：一台会飞的路由器"]
    await advanced(desk, clock, STARTS - 2 * HOUR)
    assert (await last_text(database, LIN))[0] == "马上开始：淘富成真"
    await advanced(desk, clock, EVENING)
    assert (await last_text(database, LIN))[0] == "今天聊得怎么样？淘富成真"


async def test_promise_is_asked_after(desk: Mentoring, database: Database, clock: FakeClock) -> None:
    await published(desk, clock, LIN, EMMA)
    async with database.transaction() as session:
        session.add(
            MeetingResult(
                application_id=1,
                member_id="factory",
                recorded_by=DESK,
                changed_at=AT,
                promise="寄三套样机",
                promised_on=date(2027, 1, 8),
            )
        )
    await advanced(desk, clock, WEEK_AFTER)
    assert await last_text(database, LIN) == [
        "1 周了，进展怎么样？淘富成真",
        "说好的：寄三套样机，1月8日（周五）前",
        "点一下就好。",
    ]
    assert await last_text(database, EMMA) == ["A week later, how is it going? Mentoring day", "One tap is enough."]


async def test_quiet_hours_move_a_reminder_before_them_and_never_drop_it(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    async with database.transaction() as session:
        for person, hours in ((LIN, (12 * 60, 15 * 60)), (EMMA, (11 * 60, 14 * 60)), (DESK, (17 * 60, 19 * 60))):
            await preferences.set_quiet(session, person, *hours)
    await published(desk, clock, LIN, EMMA)
    day_before = STARTS - DAY
    for at, seen in (
        (day_before - 3 * HOUR - SECOND, []),
        (day_before - 3 * HOUR, [("day", EMMA)]),
        (day_before - 2 * HOUR, [("day", EMMA), ("day", LIN)]),
        (day_before + 3 * HOUR - SECOND, [("day", EMMA), ("day", LIN)]),
        (day_before + 3 * HOUR, [("day", EMMA), ("day", LIN), ("roster", DESK)]),
    ):
        await advanced(desk, clock, at)
        assert await written(database, "day", "roster") == seen, at


async def test_after_the_day_quiet_hours_are_waited_for(desk: Mentoring, database: Database, clock: FakeClock) -> None:
    await published(desk, clock, LIN)
    await advanced(desk, clock, EVENING)
    async with database.read() as session:
        (row,) = (await session.exec(select(Outgoing).where(col(Outgoing.key).contains(":feedback:")))).all()
    assert (row.quiet, row.due_at) == (True, EVENING)


async def test_late_ones_wait_for_the_morning_if_that_is_early_enough(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    await published(desk, clock, LIN)
    async with database.transaction() as session:
        await preferences.set_quiet(session, DESK, 23 * 60, 13 * 60)
    await advanced(desk, clock, datetime.fromisoformat("2026-12-24T23:00+08:00"))
    async with database.read() as session:
        rows = (await session.exec(select(Outgoing).order_by(col(Outgoing.id)))).all()
    quiet = {one.key.split(":")[3]: one.quiet for one in rows if one.key.startswith("mentoring:1:1:")}
    assert (quiet["day"], quiet["roster"]) == (True, False)


def counted(*, late: str) -> float:
    return REGISTRY.get_sample_value("parkbot_reminders_total", {"late": late}) or 0


async def test_late_ones_say_so(desk: Mentoring, database: Database, clock: FakeClock) -> None:
    await published(desk, clock, LIN, EMMA)
    before = counted(late="no"), counted(late="yes")
    await advanced(desk, clock, STARTS - DAY + 5 * MINUTE)
    assert (counted(late="no"), counted(late="yes")) == (before[0] + 2, before[1])
    assert (await last_text(database, LIN))[-1] == "请带：样机"
    await advanced(desk, clock, STARTS - 2 * HOUR + 5 * MINUTE + SECOND)
    assert (await last_text(database, LIN))[-1] == "（这条来晚了，抱歉）"
    await advanced(desk, clock, STARTS - 30 * MINUTE)
    assert (await last_text(database, EMMA))[-1] == "(Sorry that this comes late)"
    assert counted(late="yes") > before[1]


async def test_nothing_is_told_when_it_is_of_no_use_any_more(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    await published(desk, clock, LIN)
    await advanced(desk, clock, STARTS)
    assert await written(database, "day", "hours", "roster") == []
    await advanced(desk, clock, EVENING + 3 * DAY)
    assert await written(database, "feedback") == []


async def test_who_learns_of_a_time_later_is_not_reminded_of_it_at_once(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    await published(desk, clock, LIN)
    clock.set(STARTS - DAY + HOUR)
    (slot,) = await desk.arranging.timetable(1)
    await desk.arranging.move(slot.id or 0, "capital", slot.starts_at)
    await advanced(desk, clock, STARTS - DAY + HOUR + SECOND)
    assert await written(database, "day") == []
    await advanced(desk, clock, STARTS - 2 * HOUR)
    assert await written(database, "hours") == [("hours", LIN)]


async def test_delayed_slot_is_reminded_of_later(desk: Mentoring, database: Database, clock: FakeClock) -> None:
    await published(desk, clock, LIN)
    async with database.transaction() as session:
        (slot,) = await stored.slots(session, 1)
        slot.delay = 20
        await stored.save(session, slot)
    await advanced(desk, clock, STARTS - 2 * HOUR + 19 * MINUTE)
    assert await written(database, "hours") == []
    await advanced(desk, clock, STARTS - 2 * HOUR + 20 * MINUTE)
    assert await written(database, "hours") == [("hours", LIN)]


async def test_afterwards_those_are_asked_who_came(desk: Mentoring, database: Database, clock: FakeClock) -> None:
    await published(desk, clock, LIN, EMMA)
    async with database.transaction() as session:
        own = await stored.get(session, 1)
        assert own
        own.arrived_at = STARTS
        await stored.save(session, own)
    await advanced(desk, clock, EVENING)
    assert await written(database, "feedback") == [("feedback", LIN)]


async def test_experts_read_their_own_table_alone(desk: Mentoring, database: Database, clock: FakeClock) -> None:
    async with database.transaction() as session:
        for person, member in ((EXPERT, "factory"), (EXPERT + 1, "capital"), (EXPERT + 2, "elsewhere")):
            await chats.upsert(session, person, "private", AT)
            session.add(Mentor(telegram_id=person, member_id=member, added_at=AT))
    await admitted(desk, EMMA, "capital")
    await published(desk, clock, LIN)
    await advanced(desk, clock, EVENING - DAY)
    assert set(await written(database, "roster")) == {("roster", one) for one in (DESK, EXPERT, EXPERT + 1)}
    assert (await last_text(database, EXPERT))[3:] == ["【工厂】", "13:30 顶点：一台会飞的路由器"]
    assert (await last_text(database, EXPERT + 1))[3:] == ["【资本】", "13:30 1 号创业者：一台会飞的路由器"]
    assert len((await last_text(database, DESK))[3:]) == 4


async def test_who_blocked_the_assistant_holds_nobody_up(desk: Mentoring, database: Database, clock: FakeClock) -> None:
    await published(desk, clock, LIN, EMMA)
    async with database.transaction() as session:
        await chats.set_reachable(session, LIN, reachable=False)
    await staff.put(database, Member(99, Role.OWNER, "没写过", AT))
    await advanced(desk, clock, STARTS - DAY)
    assert await written(database, "day") == [("day", EMMA)]
    woken: list[bool] = []
    again = Mentoring.of(Days(database, clock, ZONE, lambda _now: load(database), lambda: woken.append(True)))
    await again.advance()
    assert woken == []


async def test_who_applied_for_two_parties_is_told_once(desk: Mentoring, database: Database, clock: FakeClock) -> None:
    await applied(desk, EMMA)
    async with database.transaction() as session:
        other = Application(
            occurrence_id=1,
            chat_id=EMMA,
            party="acme",
            state=ApplicationState.APPLIED,
            wishes=["factory"],
            applied_at=OPENS,
            changed_at=OPENS,
        )
        await stored.save(session, other)
    await advanced(desk, clock, STARTS - 3 * DAY)
    assert await written(database, "days") == [("days", EMMA)]


async def test_times_that_staff_chose_hold(desk: Mentoring, database: Database, clock: FakeClock) -> None:
    await published(desk, clock, LIN)
    async with database.transaction() as session:
        await reminder_times.put(session, ReminderTime(record_id="taofu", kind="day", minutes=-2 * 24 * 60))
        await reminder_times.put(session, ReminderTime(record_id="taofu", kind="hours", minutes=None))
        await reminder_times.put(session, ReminderTime(record_id="other", kind="feedback", minutes=None))
    await advanced(desk, clock, STARTS - 2 * DAY)
    assert (await last_text(database, LIN))[0] == "后天：淘富成真"
    for at in (STARTS - DAY, STARTS - HOUR, EVENING):
        await advanced(desk, clock, at)
    assert await written(database, "day", "hours", "feedback") == [("day", LIN), ("feedback", LIN)]


async def test_changing_a_time_back_and_forth_tells_nobody_twice(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    await published(desk, clock, LIN)
    await advanced(desk, clock, STARTS - DAY)
    for minutes in (-2 * 24 * 60, None, -18 * 60, -24 * 60):
        async with database.transaction() as session:
            await reminder_times.put(session, ReminderTime(record_id="taofu", kind="day", minutes=minutes))
        clock.advance(hours=3)
        await advanced(desk, clock, clock.now())
    assert await written(database, "day") == [("day", LIN)]


async def test_cancelled_day_reminds_nobody_even_afterwards(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    await published(desk, clock, LIN)
    await desk.changing.cancel(1)
    before = await written(database)
    for at in (STARTS - DAY, STARTS - 2 * HOUR, EVENING, WEEK_AFTER):
        await advanced(desk, clock, at)
    assert await written(database) == before
    assert await told(database, "mentoring:1:") == []


@pytest.mark.parametrize("at", [OPENS + DAY, STARTS - 3 * DAY, STARTS - DAY, STARTS - HOUR, EVENING, WEEK_AFTER])
async def test_a_look_takes_as_many_queries_for_forty_parties_as_for_two(
    desk: Mentoring, database: Database, clock: FakeClock, at: datetime
) -> None:
    async def queries() -> int:
        await advanced(desk, clock, at)
        seen: list[str] = []
        engine = database._reader.sync_engine

        def count(*given: object) -> None:
            seen.append(str(given[2]))

        event.listen(engine, "before_cursor_execute", count)
        await desk.advance()
        event.remove(engine, "before_cursor_execute", count)
        return len(seen)

    async with database.transaction() as session:
        for person in range(100, 138):
            await chats.upsert(session, person, "private", AT)
    await published(desk, clock, LIN, EMMA)
    few = await queries()
    async with database.transaction() as session:
        for person in range(100, 138):
            one = Application(
                occurrence_id=1,
                chat_id=person,
                party=f"chat:{person}",
                state=ApplicationState.ADMITTED,
                wishes=["factory"],
                applied_at=OPENS,
                changed_at=OPENS,
            )
            await stored.save(session, one)
            seat = Slot(occurrence_id=1, member_id=f"m{person}", starts_at=STARTS, application_id=one.id or 0)
            await stored.save(session, seat)
    assert 0 < await queries() <= few <= 25
