"""After a mentoring day on the founder's phone: stars, a sentence, and how it goes on."""

import pytest

from bot.app import Assistant
from bot.sandbox.client import SandboxClient
from bot.sandbox.views import MessageView
from storage import cases
from storage.models import StoredOccurrence
from tests.fakes import FakeClock
from tests.handlers.conftest import EMMA, EN, LIN, ZH, Faults
from tests.handlers.forging import forge
from tests.handlers.staff.conftest import staffed
from tests.handlers.staff.test_results import BEGUN, EVENING, WEEK_AFTER, met
from tests.handlers.tenant.profile.talking import Person

__all__ = ["met", "staffed"]


@pytest.fixture
def _week_later(met: Assistant, clock: FakeClock) -> None:
    clock.set(WEEK_AFTER)


async def reminded(telegram: SandboxClient, beginning: str) -> MessageView:
    """林工's message that begins so, once it is there."""
    seen = 0
    while True:
        for one in await telegram.messages(LIN):
            if one.text.startswith(beginning):
                return one
            seen = max(seen, one.change)
        await telegram.wait_messages(LIN, after=seen)


async def said(park: Assistant) -> list[tuple[int, str]]:
    feedback, _ = await park.services.mentoring.afterwards.of_day(1)
    return [(one.stars, one.sentence) for one, _ in feedback]


async def test_founder_rates_by_a_tap_and_adds_a_sentence(
    met: Assistant, telegram: SandboxClient, clock: FakeClock, faults: Faults
) -> None:
    clock.set(EVENING)
    await met.services.mentoring.advance()
    lin = Person(telegram, LIN)
    asked = await reminded(telegram, "今天聊得怎么样")
    assert [one.text for one in asked.buttons] == ["1 分", "2 分", "3 分", "4 分", "5 分"]
    given = await lin.presses("after:stars:1:5", on=asked)
    assert given.text.startswith("5 分")
    assert (await lin.says("收获很大")).text == ZH("feedback-thanks")
    assert await said(met) == [(5, "收获很大")]
    await lin.corrects("收获很大", "收获非常大")
    assert await said(met) == [(5, "收获非常大")]
    assert "食堂" in (await lin.says("食堂几点开门")).text
    assert await said(met) == [(5, "收获非常大")]
    assert faults() == []


async def rated(park: Assistant, telegram: SandboxClient, clock: FakeClock, stars: int) -> Person:
    """林工, who gave so many stars and is asked for a sentence."""
    clock.set(EVENING)
    await park.services.mentoring.advance()
    lin = Person(telegram, LIN)
    await lin.presses(f"after:stars:1:{stars}", on=await reminded(telegram, "今天聊得怎么样"))
    return lin


async def test_sentence_can_be_skipped(met: Assistant, telegram: SandboxClient, clock: FakeClock) -> None:
    lin = await rated(met, telegram, clock, 2)
    assert (await lin.presses("feedback-button-skip")).text == ZH("feedback-thanks")
    assert "食堂" in (await lin.says("食堂几点开门")).text
    assert await said(met) == [(2, "")]


async def test_question_after_another_step_is_no_sentence(
    met: Assistant, telegram: SandboxClient, clock: FakeClock
) -> None:
    lin = await rated(met, telegram, clock, 4)
    await lin.says("/mentoring")
    assert "食堂" in (await lin.says("食堂几点开门")).text
    assert await said(met) == [(4, "")]


async def test_sentence_that_cannot_be_taken_is_refused_once(
    met: Assistant, telegram: SandboxClient, clock: FakeClock
) -> None:
    lin = await rated(met, telegram, clock, 4)
    async with met.services.database.transaction() as session:
        day = await session.get_one(StoredOccurrence, 1)
        day.cancelled = True
    assert (await lin.says("收获很大")).text == ZH("mentoring-error-cancelled")
    assert "食堂" in (await lin.says("食堂几点开门")).text


async def test_who_is_stuck_gets_people(met: Assistant, telegram: SandboxClient, clock: FakeClock) -> None:
    clock.set(WEEK_AFTER)
    await met.services.mentoring.advance()
    asked = await reminded(telegram, "1 周了")
    assert [one.data for one in asked.buttons] == ["after:done:1:7", "after:working:1:7", "after:help:1:7"]
    await telegram.press(LIN, asked.id, "after:help:1:7")
    await reminded(telegram, ZH("answer-handover-asked"))
    assert (await reminded(telegram, "记下了")).text.splitlines()[1:] == [ZH("follow-up-help")]
    async with met.services.database.read() as session:
        (case,) = await cases.waiting(session)
    assert case.question == "淘富成真之后卡住了，需要帮忙：一台会飞的路由器"
    _, follow_ups = await met.services.mentoring.afterwards.of_day(1)
    assert [(one.days, one.answer) for one, _ in follow_ups] == [(7, "help")]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ("after:stars:1:5", "mentoring-error-not-own"),
        ("after:done:1:7", "mentoring-error-not-own"),
        ("after:stars:99:5", "mentoring-error-gone"),
        ("after:stars:1:6", "press-stale"),
        ("after:done:1:8", "mentoring-error-gone"),
        ("after:past:no-such", "mentoring-error-gone"),
        ("after:stars:x:5", "press-stale"),
        ("after", "press-stale"),
    ],
)
@pytest.mark.usefixtures("_week_later")
async def test_others_buttons_and_forged_ones_do_nothing(
    met: Assistant, telegram: SandboxClient, telegram_address: str, data: str, key: str
) -> None:
    assert await forge(telegram_address, Person(telegram, EMMA), data) == EN(key)
    assert await met.services.mentoring.afterwards.of_day(1) == ([], [])


async def test_it_is_too_early_and_too_late(
    met: Assistant, telegram: SandboxClient, telegram_address: str, clock: FakeClock
) -> None:
    lin = Person(telegram, LIN)
    clock.set(BEGUN.replace(day=26))
    assert await forge(telegram_address, lin, "after:stars:1:5") == ZH("mentoring-error-not-yet")
    clock.set(BEGUN.replace(year=2027))
    assert await forge(telegram_address, lin, "after:stars:1:5") == ZH("mentoring-error-too-late")
    assert await met.services.mentoring.afterwards.of_day(1) == ([], [])


async def test_what_is_kept_is_told_handed_out_and_erased(
    met: Assistant, telegram: SandboxClient, clock: FakeClock
) -> None:
    clock.set(WEEK_AFTER)
    afterwards = met.services.mentoring.afterwards
    await afterwards.rate(1, LIN, 5)
    await afterwards.say(1, LIN, "收获很大")
    lin = Person(telegram, LIN)
    await telegram.press(LIN, (await reminded_of_week(met, telegram)).id, "after:working:1:7")
    await reminded(telegram, "记下了")
    await lin.says("/settings")
    stored = await lin.presses("settings:stored")
    for key in ("stored-feedback", "stored-follow-ups"):
        assert ZH(key, count=1) in stored.text
    assert ZH("stored-said", count=5, sentence="收获很大") in (await lin.presses("settings:export:0")).text
    await lin.says("/forgetme")
    await lin.presses("forget:yes")
    assert await afterwards.of_day(1) == ([], [])


async def reminded_of_week(park: Assistant, telegram: SandboxClient) -> MessageView:
    await park.services.mentoring.advance()
    return await reminded(telegram, "1 周了")
