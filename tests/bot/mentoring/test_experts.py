"""Which experts come on a day, within which limits, and with which breaks, on both engines."""

from datetime import timedelta

import pytest

from bot.knowledge.kinds import Programme
from bot.knowledge.store import publish
from bot.mentoring.errors import AwayError, CancelledError, FullError, NoDayError, SeatedError
from bot.mentoring.service import Mentoring
from storage import chats
from storage.database import Database
from tests.bot.mentoring.conftest import (
    CLOSES,
    DAY,
    EMMA,
    HOUR,
    LIN,
    RECORDS,
    STARTS,
    ZHAO,
    admitted,
    applied,
    begun,
    deliver,
    last_text,
    published,
    told,
)
from tests.factories import AT
from tests.fakes import FakeClock

QUARTER = timedelta(minutes=15)


async def placed(desk: Mentoring, day_id: int) -> list[tuple[str, int, int]]:
    """Table, quarter of the day, and application."""
    slots = await desk.arranging.timetable(day_id)
    return sorted((one.member_id, (one.starts_at - STARTS) // QUARTER, one.application_id) for one in slots)


async def proposed(desk: Mentoring, clock: FakeClock, day_id: int) -> list[tuple[str, int, int]]:
    clock.set(CLOSES)
    await desk.advance()
    return await placed(desk, day_id)


async def test_absent_expert_is_not_to_be_wished_for_and_other_wishes_stay(desk: Mentoring, clock: FakeClock) -> None:
    day = await admitted(desk, LIN, "capital", "factory")
    await desk.experts.excuse(day.id, "capital")
    day = await begun(desk, EMMA)
    assert [one.id for one in day.members] == ["factory"]
    with pytest.raises(AwayError):
        await desk.applying.wish(day.id, EMMA, "capital")
    assert await proposed(desk, clock, day.id) == [("factory", 0, 1)]
    (slot,) = await desk.arranging.timetable(day.id)
    assert slot.rank == 1


async def test_expert_comes_back_and_nothing_else_changes(desk: Mentoring) -> None:
    day = await applied(desk, LIN, "capital")
    await desk.experts.limit(day.id, "capital", 2)
    await desk.experts.excuse(day.id, "capital")
    day = await desk.experts.invite(day.id, "capital")
    assert ([one.id for one in day.members], day.most("capital")) == (["factory", "capital"], 2)
    assert day.own is None
    assert (await desk.days.find(day.id, LIN)).own is not None


async def test_any_member_of_the_alliance_can_come(desk: Mentoring, database: Database, clock: FakeClock) -> None:
    others = [one for one in RECORDS if not isinstance(one, Programme)]
    (before,) = (one for one in RECORDS if isinstance(one, Programme))
    alone = Programme.model_validate(before.model_dump() | {"mentors": ["factory"]})
    await publish(database, [*others, alone], replace=True, clock=clock)
    day = await begun(desk, LIN)
    assert [one.id for one in day.members] == ["factory"]
    with pytest.raises(AwayError):
        await desk.applying.wish(day.id, LIN, "capital")
    await desk.experts.invite(day.id, "capital")
    day = await admitted(desk, LIN, "capital")
    assert await proposed(desk, clock, day.id) == [("capital", 0, 1)]
    # the next day is as the programme has it
    assert [one.id for one in (await desk.days.upcoming("taofu", LIN))[1].members] == ["factory"]


async def test_timetable_keeps_to_limits_and_breaks(desk: Mentoring, clock: FakeClock, database: Database) -> None:
    async with database.transaction() as session:
        for person in range(30, 34):
            await chats.upsert(session, person, "private", AT)
    for person in range(30, 34):
        day = await admitted(desk, person, "factory", "capital")
    await desk.experts.limit(day.id, "factory", 2)
    day = await desk.experts.pause(day.id, "factory", STARTS, closed=True)
    day = await desk.experts.pause(day.id, "capital", STARTS + QUARTER, closed=True)
    assert day.open_times("factory") == [STARTS + number * QUARTER for number in (1, 2, 3)]
    made = await proposed(desk, clock, day.id)
    assert [at for table, at, _ in made if table == "factory"] == [1, 2]
    assert 1 not in [at for table, at, _ in made if table == "capital"]
    assert len({whose for _, _, whose in made}) == 4


async def test_breaks_open_again_and_move_along_with_the_day(desk: Mentoring) -> None:
    day = await applied(desk, LIN)
    for at in (STARTS, STARTS + QUARTER, STARTS):
        day = await desk.experts.pause(day.id, "factory", at, closed=True)
    day = await desk.experts.pause(day.id, "factory", STARTS, closed=False)
    day = await desk.changing.move(day.id, STARTS + DAY, STARTS + DAY + HOUR)
    assert day.open_times("factory") == [STARTS + DAY + number * QUARTER for number in (0, 2, 3)]


async def test_moving_by_hand_keeps_to_them(desk: Mentoring, clock: FakeClock) -> None:
    await admitted(desk, LIN)
    day = await admitted(desk, EMMA)
    await proposed(desk, clock, day.id)
    first, second = await desk.arranging.timetable(day.id)
    await desk.experts.pause(day.id, "capital", STARTS, closed=True)
    with pytest.raises(AwayError):
        await desk.arranging.move(first.id or 0, "capital", STARTS)
    await desk.experts.limit(day.id, "capital", 0)
    with pytest.raises(FullError):
        await desk.arranging.move(first.id or 0, "capital", STARTS + QUARTER)
    await desk.experts.excuse(day.id, "capital")
    with pytest.raises(AwayError):
        await desk.arranging.move(first.id or 0, "capital", STARTS + QUARTER)
    # within a table, and in exchange, a limit that is reached does not matter
    await desk.experts.limit(day.id, "factory", 2)
    await desk.arranging.move(first.id or 0, "factory", second.starts_at)
    assert len(await placed(desk, day.id)) == 2


async def test_what_somebody_has_is_not_closed(desk: Mentoring, clock: FakeClock) -> None:
    await admitted(desk, LIN)
    day = await admitted(desk, EMMA)
    before = await proposed(desk, clock, day.id)
    with pytest.raises(SeatedError):
        await desk.experts.pause(day.id, "factory", STARTS, closed=True)
    with pytest.raises(SeatedError):
        await desk.experts.limit(day.id, "factory", 1)
    assert await placed(desk, day.id) == before
    assert (await desk.days.find(day.id)).most("factory") is None


async def test_excusing_before_publication_frees_slots_without_a_word(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    day = await admitted(desk, LIN, "capital", "factory")
    await proposed(desk, clock, day.id)
    await deliver(database)
    await desk.experts.excuse(day.id, "capital")
    assert await placed(desk, day.id) == [("factory", 2, 1)]
    assert await told(database) == []


async def test_excusing_after_publication_tells_whom_it_concerns_once(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    await admitted(desk, LIN, "capital", "factory")
    await admitted(desk, EMMA, "capital")
    day = await admitted(desk, ZHAO, "factory")
    await proposed(desk, clock, day.id)
    await desk.arranging.publish(day.id)
    await deliver(database)
    await desk.experts.excuse(day.id, "capital")
    assert await told(database) == [(LIN, "时间排好了：淘富成真"), (EMMA, "No time yet: Mentoring day")]
    assert (await last_text(database, LIN))[3:] == ["14:00 工厂"]


async def test_who_loses_a_slot_is_offered_a_free_one_of_another_wish(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    day = await admitted(desk, LIN, "capital", "factory")
    await desk.experts.limit(day.id, "factory", 0)
    await proposed(desk, clock, day.id)
    await desk.arranging.publish(day.id)
    await deliver(database)
    await desk.experts.excuse(day.id, "capital")
    assert await told(database) == [(LIN, "暂时没排上：淘富成真")]
    await deliver(database)
    await desk.experts.pause(day.id, "factory", STARTS, closed=True)
    await desk.experts.limit(day.id, "factory", 2)
    assert await told(database) == [(LIN, "有空位了：淘富成真")]
    assert "13:45 工厂" in await last_text(database, LIN)


async def test_expert_who_goes_at_half_time_keeps_the_meetings_that_have_begun(
    desk: Mentoring, database: Database, clock: FakeClock
) -> None:
    day_id = await published(desk, clock, LIN, EMMA, ZHAO)
    clock.set(STARTS + QUARTER)
    await deliver(database)
    await desk.experts.excuse(day_id, "factory")
    assert await placed(desk, day_id) == [("factory", 0, 1), ("factory", 1, 2)]
    assert await told(database) == [(ZHAO, "暂时没排上：淘富成真")]


async def test_what_cannot_be_arranged_is_refused(desk: Mentoring, clock: FakeClock) -> None:
    day = await applied(desk, LIN)
    for call in (
        desk.experts.excuse(day.id, "nobody"),
        desk.experts.invite(99, "factory"),
        desk.experts.pause(day.id, "factory", STARTS + timedelta(minutes=5), closed=True),
    ):
        with pytest.raises(NoDayError):
            await call
    await desk.changing.cancel(day.id)
    with pytest.raises(CancelledError):
        await desk.experts.excuse(day.id, "factory")
    clock.set(STARTS + HOUR)
    with pytest.raises(NoDayError):
        await desk.experts.excuse(day.id, "factory")
