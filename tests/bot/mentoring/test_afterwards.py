"""What founders say after a mentoring day, on both engines."""

from datetime import timedelta

import pytest

from bot.languages import Language
from bot.mentoring.afterwards import OPEN, Asking
from bot.mentoring.errors import (
    CancelledError,
    MentoringError,
    NoDayError,
    NoResultError,
    NotOwnError,
    NotYetError,
    TooLateError,
)
from bot.mentoring.service import Mentoring
from storage import cases
from storage.database import Database
from tests.bot.mentoring.conftest import DAY, EMMA, LIN, STARTS, WANG, ZHAO, admitted, applied, published
from tests.fakes import FakeClock

WEEK = 7 * DAY


@pytest.fixture
async def over(desk: Mentoring, clock: FakeClock) -> int:
    """A day on which 林工 of acme had a slot; Emma was admitted and had none of her own, 小赵 only applied."""
    await applied(desk, ZHAO)
    day_id = await published(desk, clock, LIN)
    clock.set(STARTS + timedelta(hours=5))
    return day_id


def asking(chat_id: int, message_id: int = 7) -> Asking:
    return Asking(chat_id, message_id, Language.ZH)


async def test_everybody_of_the_party_rates_and_the_last_counts(desk: Mentoring, over: int) -> None:
    await desk.afterwards.rate(over, LIN, 5)
    await desk.afterwards.say(over, LIN, " 收获\n很大 ")
    await desk.afterwards.rate(over, WANG, 4)
    feedback, _ = await desk.afterwards.of_day(over)
    assert [(one.given_by, one.stars, one.sentence, of.party) for one, of in feedback] == [
        ("party", 4, "收获 很大", "acme")
    ]


async def test_a_sentence_needs_stars(desk: Mentoring, over: int) -> None:
    with pytest.raises(NoResultError):
        await desk.afterwards.say(over, LIN, "收获很大")


async def test_who_needs_help_is_noted_for_staff_once(
    desk: Mentoring, database: Database, clock: FakeClock, over: int
) -> None:
    clock.set(STARTS + WEEK)
    await desk.afterwards.follow_up(over, asking(LIN), 7, "working")
    for _ in range(2):
        await desk.afterwards.follow_up(over, asking(LIN), 7, "help")
    async with database.read() as session:
        (case,) = await cases.waiting(session)
    assert (case.chat_id, case.question) == (LIN, "淘富成真之后卡住了，需要帮忙：一台会飞的路由器")
    _, answers = await desk.afterwards.of_day(over)
    assert [(one.days, one.answer) for one, _ in answers] == [(7, "help")]


async def refused(desk: Mentoring, over: int, chat_id: int, error: type[MentoringError], days: int = 7) -> None:
    for act in (
        desk.afterwards.rate(over, chat_id, 5),
        desk.afterwards.follow_up(over, asking(chat_id), days, "done"),
    ):
        with pytest.raises(error):
            await act


async def test_others_and_those_without_a_meeting_say_nothing(desk: Mentoring, clock: FakeClock, over: int) -> None:
    clock.set(STARTS + WEEK)
    for person in (EMMA, ZHAO):
        await refused(desk, over, person, NotOwnError)
    await refused(desk, 99, LIN, NoDayError)
    assert await desk.afterwards.of_day(over) == ([], [])


async def test_it_is_said_neither_early_nor_too_late(desk: Mentoring, clock: FakeClock, over: int) -> None:
    clock.set(STARTS - timedelta(seconds=1))
    await refused(desk, over, LIN, NotYetError)
    clock.set(STARTS + WEEK - DAY)
    with pytest.raises(NotYetError):
        await desk.afterwards.follow_up(over, asking(LIN), 7, "done")
    clock.set(STARTS + OPEN)
    with pytest.raises(TooLateError):
        await desk.afterwards.rate(over, LIN, 5)
    clock.set(STARTS + OPEN + WEEK)
    await refused(desk, over, LIN, TooLateError)
    assert await desk.afterwards.of_day(over) == ([], [])


async def test_forged_answers_and_cancelled_days_are_refused(desk: Mentoring, clock: FakeClock, over: int) -> None:
    clock.set(STARTS + WEEK)
    for days, answer in ((8, "done"), (7, "cheated")):
        with pytest.raises(NoDayError):
            await desk.afterwards.follow_up(over, asking(LIN), days, answer)
    clock.set(STARTS - DAY)
    await desk.changing.cancel(over)
    clock.set(STARTS + WEEK)
    await refused(desk, over, LIN, CancelledError)


async def test_admitted_without_a_slot_say_nothing(desk: Mentoring, clock: FakeClock) -> None:
    day = await admitted(desk, EMMA, "factory")
    clock.set(STARTS + WEEK)
    await refused(desk, day.id, EMMA, NotOwnError)
