"""What founders answer on the phone about their times at a mentoring day."""

from datetime import timedelta

import pytest

from bot.app import Assistant
from bot.sandbox.client import SandboxClient
from bot.sandbox.views import MessageView
from tests.fakes import FakeClock
from tests.handlers.arranged import CLOSED, STARTS, arranged, silent
from tests.handlers.conftest import EMMA, EN, LIN, ZH, data_of
from tests.handlers.forging import forge
from tests.handlers.tenant.profile.talking import Person

CROWD = tuple(range(30, 46))
"""Who fills all sixteen times of one expert."""


@pytest.fixture
def lin(telegram: SandboxClient) -> Person:
    return Person(telegram, LIN)


async def came(telegram: SandboxClient, chat: int, beginning: str) -> MessageView:
    """The message of the bot that begins so, once it is there."""
    seen = 0
    while True:
        for one in await telegram.messages(chat):
            if one.text.startswith(beginning):
                return one
            seen = max(seen, one.change)
        await telegram.wait_messages(chat, after=seen)


@pytest.fixture
async def offered(park: Assistant, telegram: SandboxClient, clock: FakeClock) -> MessageView:
    """What 林工 reads, who waited while 富士康 was full: 13:45 has come free."""
    for person in (LIN, EMMA):
        await telegram.ask(person, "/start")
    await silent(park, *CROWD)
    await arranged(park, clock, *CROWD, LIN)
    await park.services.mentoring.applying.withdraw(1, CROWD[1])
    return await came(telegram, LIN, "有空位了")


async def test_offered_time_is_taken(park: Assistant, lin: Person, offered: MessageView) -> None:
    assert offered.text.splitlines() == [
        "有空位了：淘富成真",
        "11月27日（周五） 13:30–17:30",
        "路演厅",
        "13:45 富士康",
        "11月25日（周三） 06:00 前给您留着，要吗？",
    ]
    page = await lin.presses("signup-button-take", on=offered)
    assert "13:45 富士康" in page.text.splitlines()
    assert data_of(page, "mentor:leave")
    assert (await park.services.mentoring.days.find(1, LIN)).offer is None


async def test_offered_time_is_let_go(park: Assistant, lin: Person, offered: MessageView) -> None:
    page = await lin.presses("signup-button-leave-it", on=offered)
    assert ZH("mentoring-passed-text") in page.text.splitlines()
    assert [one.member_id for one in await park.services.mentoring.arranging.timetable(1)] == ["foxconn"] * 15


async def test_offer_stands_on_the_own_page(lin: Person, offered: MessageView) -> None:
    await lin.says("/mentoring")
    page = await lin.presses("mentor:open:taofu")
    assert "11月25日（周三） 06:00 前给您留着，要吗？" in page.text.splitlines()
    assert data_of(page, "meeting:") == data_of(offered, "meeting:")


async def test_too_late_it_went_on(park: Assistant, lin: Person, offered: MessageView, clock: FakeClock) -> None:
    clock.set(CLOSED + timedelta(hours=12))
    await park.services.mentoring.advance()
    assert (await lin.taps("signup-button-take", on=offered)).text == ZH("mentoring-error-offer-over")
    clock.set(CLOSED + timedelta(hours=15))  # after quiet hours
    assert "没等到您确认" in (await came(lin.telegram, LIN, "时间让出了")).text


async def test_after_cancellation_nothing_is_taken(park: Assistant, lin: Person, offered: MessageView) -> None:
    await park.services.mentoring.changing.cancel(1)
    assert (await lin.taps("signup-button-take", on=offered)).text == ZH("mentoring-error-cancelled")


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ("meeting:take:1:17", "mentoring-error-not-offered"),
        ("meeting:pass:1:17", "mentoring-error-not-offered"),
        ("meeting:take:99:17", "mentoring-error-gone"),
        ("meeting:take:1:x", "press-stale"),
        ("meeting:take:1", "press-stale"),
        ("meeting:burn:1:17", "press-stale"),
    ],
)
@pytest.mark.usefixtures("offered")
async def test_others_and_forgers_change_nothing(
    park: Assistant, telegram: SandboxClient, telegram_address: str, data: str, key: str
) -> None:
    offer = (await park.services.mentoring.days.find(1, LIN)).offer
    assert offer
    assert offer.id == 17
    assert await forge(telegram_address, Person(telegram, EMMA), data) == EN(key)
    assert (await park.services.mentoring.days.find(1, LIN)).offer == offer


async def test_reminder_comes_to_who_took_it(
    park: Assistant, lin: Person, offered: MessageView, clock: FakeClock
) -> None:
    await lin.presses("signup-button-take", on=offered)
    clock.set(STARTS - timedelta(days=1))
    await park.services.mentoring.advance()
    assert "13:45 富士康" in (await came(lin.telegram, LIN, "明天：")).text
