"""What founders answer on the phone about their times at a mentoring day."""

from datetime import timedelta

import pytest

from bot.app import Assistant
from bot.sandbox.client import SandboxClient
from bot.sandbox.views import MessageView
from storage import mentoring as stored
from storage.models import Application, ApplicationState
from tests.fakes import FakeClock
from tests.handlers.arranged import CLOSED, STARTS, arranged, later, silent
from tests.handlers.conftest import EMMA, EN, LIN, ZH, Faults, data_of
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


@pytest.fixture
async def reminded(park: Assistant, telegram: SandboxClient, clock: FakeClock) -> MessageView:
    """The reminder that 林工 gets two hours before 13:30; Emma has the time after."""
    for person in (LIN, EMMA):
        await telegram.ask(person, "/start")
    await arranged(park, clock, LIN, EMMA)
    await later(park, clock, STARTS - timedelta(days=1))
    await later(park, clock, STARTS - timedelta(hours=2))
    return await came(telegram, LIN, "马上开始：")


async def test_reminder_is_answered_with_coming_and_with_being_there(
    park: Assistant, lin: Person, reminded: MessageView, clock: FakeClock, faults: Faults
) -> None:
    assert [one.data for one in reminded.buttons][:3] == ["meeting:coming:1", "mentor:leave:1", "meeting:here:1"]
    page = await lin.presses("signup-button-coming", on=reminded)
    assert ZH("mentoring-confirmed") in page.text.splitlines()
    clock.advance(minutes=95)
    page = await lin.presses("mentoring-button-here")
    assert "✓ 13:05 签到了" in page.text.splitlines()
    assert not lin.offers("mentoring-button-here")
    (own, _) = await park.services.mentoring.arranging.applications(1)
    assert (own.confirmed_at, own.arrived_at) == (STARTS - timedelta(hours=2), STARTS - timedelta(minutes=25))
    await lin.says("/settings")
    await lin.presses("settings:stored")
    told = (await lin.presses("settings:export:0")).text
    assert f"2026-11-27 13:05 {ZH('stored-arrived')}" in told.splitlines()
    assert f"2026-11-27 11:30 {ZH('stored-confirmed')}" in told.splitlines()
    assert faults() == []


async def test_who_cannot_come_frees_the_time_without_being_asked_again(
    park: Assistant, lin: Person, reminded: MessageView
) -> None:
    page = await lin.presses("signup-button-not-coming", on=reminded)
    assert ZH("mentoring-left-text") in page.text.splitlines()
    assert [one.application_id for one in await park.services.mentoring.arranging.timetable(1)] == [2]


async def test_own_page_has_the_button_from_two_hours_before_until_the_days_end(
    park: Assistant, lin: Person, reminded: MessageView, clock: FakeClock
) -> None:
    await lin.says("/mentoring")
    await lin.presses("mentor:open:taofu")
    assert lin.offers("mentoring-button-here")
    clock.advance(minutes=-1)
    await lin.says("/mentoring")
    await lin.presses("mentor:open:taofu")
    assert not lin.offers("mentoring-button-here")
    assert (await lin.taps("mentoring-button-here", on=reminded)).text == ZH("mentoring-error-early")
    clock.set(STARTS + timedelta(hours=4))
    assert (await lin.taps("mentoring-button-here", on=reminded)).text == ZH("mentoring-error-gone")


@pytest.mark.usefixtures("reminded")
@pytest.mark.parametrize("data", ["meeting:coming:1", "meeting:here:1"])
async def test_nobody_answers_for_others(
    park: Assistant, telegram: SandboxClient, telegram_address: str, data: str
) -> None:
    await telegram.create_person("小李", language_code="zh-hans", person_id=7)
    await telegram.ask(7, "/start")
    assert await forge(telegram_address, Person(telegram, 7), data) == ZH("mentoring-error-no-slot")
    for one in await park.services.mentoring.arranging.applications(1):
        assert (one.confirmed_at, one.arrived_at) == (None, None)


async def test_whoever_is_forgotten_leaves_the_time_to_who_waits(
    park: Assistant, lin: Person, offered: MessageView, clock: FakeClock
) -> None:
    await lin.presses("signup-button-take", on=offered)
    emma = Person(lin.telegram, EMMA, EN)
    await arranged_late(park, EMMA)
    await lin.says("/forgetme")
    await lin.presses("forget:yes")
    assert "13:45 Foxconn" in (await came(emma.telegram, EMMA, "A time is free")).text


async def arranged_late(park: Assistant, person: int) -> None:
    """Somebody who is admitted after the publication."""
    async with park.services.database.transaction() as session:
        waiting = Application(
            occurrence_id=1,
            chat_id=person,
            party=f"chat:{person}",
            state=ApplicationState.APPLIED,
            wishes=["foxconn"],
            product="灯",
            applied_at=CLOSED,
            changed_at=CLOSED,
        )
        await stored.save(session, waiting)
    await park.services.mentoring.arranging.decide(waiting.id or 0)
