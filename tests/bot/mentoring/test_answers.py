"""What is answered about a mentoring day once staff changed it, by every process and on both engines."""

from datetime import time

import pytest

from bot.answering.service import AnswerService
from bot.answering.sources import Store
from bot.answering.types import Question
from bot.knowledge.kinds import Programme
from bot.knowledge.store import load, publish
from bot.languages import Language
from bot.mentoring.days import Day
from bot.mentoring.service import Mentoring
from storage.database import Database
from tests.bot.mentoring.conftest import DAY, HOUR, LIN, STARTS, applied, begun
from tests.fakes import FakeClock
from tests.parks import ZONE

BY_RULE = "12月25日（周五） 13:30–14:30"
MOVED = "12月30日（周三） 14:30–16:30"


@pytest.fixture
def replicas(database: Database, clock: FakeClock) -> list[AnswerService]:
    return [AnswerService(Store(database, clock), ZONE) for _ in range(2)]


async def told(replicas: list[AnswerService], clock: FakeClock, aspect: str = "when") -> list[str]:
    """The first line of the fact, as every replica tells it."""
    answers = [await one.fact("programme", "taofu", aspect, Language.ZH, clock.now(), None) for one in replicas]
    return [answer.message.text.splitlines()[0] for answer in answers if answer]


async def moved(desk: Mentoring) -> Day:
    day = await applied(desk, LIN)
    return await desk.changing.move(day.id, STARTS + 5 * DAY + HOUR, STARTS + 5 * DAY + 3 * HOUR)


async def changed(database: Database, clock: FakeClock, **values: object) -> None:
    programme = (await load(database)).get(Programme, "taofu")
    assert programme
    await publish(database, [programme.model_copy(update=values)], replace=False, clock=clock)


async def test_every_replica_tells_the_day_as_it_is_now(
    desk: Mentoring, clock: FakeClock, replicas: list[AnswerService]
) -> None:
    day = await begun(desk, LIN)
    assert await told(replicas, clock) == [BY_RULE] * 2
    await moved(desk)
    assert await told(replicas, clock) == [MOVED] * 2
    assert (
        await told(replicas, clock, "deadline")
        == ["报名截止：12月27日（周日） 18:00（12月30日（周三）那场，提前 3 天截止）。"] * 2
    )
    await desk.changing.relocate(day.id, "lab")
    assert await told(replicas, clock, "place") == ["12月30日（周三）在硬功馆"] * 2
    await desk.changing.cancel(day.id)
    assert await told(replicas, clock) == ["2027年1月29日（周五） 13:30–14:30"] * 2
    await desk.changing.resume(day.id)
    assert await told(replicas, clock) == [MOVED] * 2


async def test_question_is_answered_with_the_day_as_it_is_now(
    desk: Mentoring, clock: FakeClock, replicas: list[AnswerService]
) -> None:
    await moved(desk)
    answer = await replicas[0].answer(Question("淘富成真是几号", clock.now()))
    assert MOVED in answer.text
    assert BY_RULE not in answer.text


async def test_changed_programme_leaves_what_staff_changed_and_moves_the_rest(
    desk: Mentoring, database: Database, clock: FakeClock, replicas: list[AnswerService]
) -> None:
    await begun(desk, LIN)
    await changed(database, clock, starts_at=time(9), ends_at=time(10))
    assert await told(replicas, clock) == ["12月25日（周五） 09:00–10:00"] * 2
    await desk.advance()
    await moved(desk)
    await changed(database, clock, starts_at=time(8), ends_at=time(9))
    await desk.advance()
    assert await told(replicas, clock) == [MOVED] * 2
    clock.set(STARTS + 5 * DAY + 3 * HOUR)
    assert await told(replicas, clock) == ["2027年1月29日（周五） 08:00–09:00"] * 2


async def test_day_without_a_rule_stays_where_staff_put_it(
    desk: Mentoring, database: Database, clock: FakeClock, replicas: list[AnswerService]
) -> None:
    await changed(database, clock, rrule="")
    day = await moved(desk)
    await changed(database, clock, first_day=(STARTS + 7 * DAY).date())
    await desk.advance()
    assert await told(replicas, clock) == [MOVED] * 2
    assert [one.id for one in await desk.days.upcoming("taofu", LIN)] == [day.id]
