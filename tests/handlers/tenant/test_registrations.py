"""Signing up for events on the phone."""

from datetime import UTC, datetime

import pytest
from icalendar import Calendar

from bot.app import Assistant
from bot.knowledge.pack import demonstration
from bot.knowledge.store import publish
from bot.sandbox.client import SandboxClient
from bot.sandbox.views import MessageView
from tests.fakes import FakeClock
from tests.handlers.conftest import EMMA, EN, LIN, ZH, data_of
from tests.handlers.forging import forge
from tests.handlers.tenant.profile.talking import Person
from tests.waiting import until

BRIEFING = "signup:event:policy-briefing"


async def pressed(telegram: SandboxClient, person: int, message: MessageView, data: str) -> MessageView:
    """What the message becomes when the button that begins so is pressed."""
    (button,) = data_of(message, data)
    await telegram.press(person, message.id, button)
    (changed,) = await telegram.wait_messages(person, after=message.change)
    assert changed.id == message.id
    return changed


async def card(telegram: SandboxClient, person: int, event_id: str = "policy-briefing") -> MessageView:
    menu = await telegram.ask(person, "/events")
    await telegram.press(person, menu.id, f"show:event:{event_id}")
    (shown,) = await telegram.wait_messages(person, after=menu.change)
    return shown


async def test_two_taps_from_a_question_to_a_seat(park: Assistant, telegram: SandboxClient) -> None:
    answer = await telegram.ask(LIN, "政策宣讲会是什么时候")
    page = await pressed(telegram, LIN, answer, BRIEFING)
    assert page.text.splitlines() == [
        "高企认定与研发补助政策宣讲会",
        "12月3日（周四） 14:00–16:00",
        "企业服务大厅",
        "还有 80 个名额",
    ]
    done = await pressed(telegram, LIN, page, "signup:join:policy-briefing:")
    assert done.text.splitlines()[-1] == ZH("signup-registered")
    (date,) = await park.services.registrations.own(LIN)
    assert (date.event.id, date.free) == ("policy-briefing", 79)


async def test_own_sign_ups_are_listed_and_left(park: Assistant, telegram: SandboxClient) -> None:
    page = await pressed(telegram, EMMA, await card(telegram, EMMA), BRIEFING)
    await pressed(telegram, EMMA, page, "signup:join:")
    menu = await telegram.ask(EMMA, "/events")
    own = await pressed(telegram, EMMA, menu, "signup:mine")
    assert own.text.splitlines()[0] == EN("signup-own")
    again = await pressed(telegram, EMMA, own, "signup:date:policy-briefing:")
    left = await pressed(telegram, EMMA, again, "signup:leave:")
    assert EN("signup-registered") not in left.text
    assert data_of(left, "signup:join:")
    empty = await pressed(telegram, EMMA, await telegram.ask(EMMA, "/events"), "signup:mine")
    assert EN("signup-own-none") in empty.text


async def test_dates_of_what_recurs_are_chosen(park: Assistant, telegram: SandboxClient) -> None:
    choice = await pressed(telegram, LIN, await card(telegram, LIN, "night-run"), "signup:event:night-run")
    dates = [one.text for one in choice.buttons if one.data.startswith("signup:date:")]
    assert dates[:2] == ["11月24日（周二） 19:00–20:00", "11月26日（周四） 19:00–20:00"]
    await telegram.press(LIN, choice.id, data_of(choice, "signup:date:")[1])
    (page,) = await telegram.wait_messages(LIN, after=choice.change)
    await pressed(telegram, LIN, page, "signup:join:night-run:")
    again = await pressed(telegram, LIN, await card(telegram, LIN, "night-run"), "signup:event:night-run")
    assert [one.text[0] for one in again.buttons if one.data.startswith("signup:date:")] == ["1", "✓", "1", "1", "1"]


async def test_calendar_file_comes_as_a_document(park: Assistant, telegram: SandboxClient) -> None:
    page = await pressed(telegram, LIN, await card(telegram, LIN), BRIEFING)
    done = await pressed(telegram, LIN, page, "signup:join:")
    (button,) = data_of(done, "calendar:file:")
    await telegram.press(LIN, done.id, button)
    (file,) = await telegram.wait_messages(LIN, after=done.change)
    calendar = Calendar.from_ical(await telegram.document(file))
    (event,) = calendar.walk("VEVENT")
    assert event.decoded("DTSTART") == datetime(2026, 12, 3, 6, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ("signup:join:policy-briefing:29600000", "signup-error-gone"),
        ("signup:join:policy-briefing:999999999", "signup-error-gone"),
        ("signup:join:no-such-event:29600000", "signup-error-gone"),
        ("signup:event:rent-three-year", "signup-error-gone"),
        ("signup:leave:12345", "signup-error-gone"),
        ("signup:take:x", "press-stale"),
        ("signup:join:policy-briefing", "press-stale"),
        ("signup:admit:1", "press-stale"),
        ("signup", "press-stale"),
    ],
)
async def test_forged_and_stale_buttons_do_nothing(
    park: Assistant, telegram: SandboxClient, telegram_address: str, data: str, key: str
) -> None:
    await telegram.ask(LIN, "/start")
    assert await forge(telegram_address, Person(telegram, LIN), data) == ZH(key)
    assert await park.services.registrations.own(LIN) == []


async def test_nobody_leaves_for_others(park: Assistant, telegram: SandboxClient, telegram_address: str) -> None:
    page = await pressed(telegram, LIN, await card(telegram, LIN), BRIEFING)
    done = await pressed(telegram, LIN, page, "signup:join:")
    (leave,) = data_of(done, "signup:leave:")
    await telegram.ask(EMMA, "/start")
    assert await forge(telegram_address, Person(telegram, EMMA), leave) == EN("signup-error-not-own")
    assert len(await park.services.registrations.own(LIN)) == 1


async def test_deadline_that_passed_meanwhile_is_told(
    park: Assistant, telegram: SandboxClient, clock: FakeClock
) -> None:
    page = await pressed(telegram, LIN, await card(telegram, LIN, "hardware-hackathon"), "signup:event:")
    assert "12月5日（周六） 18:00 截止报名" in page.text
    clock.set(datetime(2026, 12, 5, 10, 0, tzinfo=UTC))
    (join,) = data_of(page, "signup:join:")
    answer = await telegram.press(LIN, page.id, join)
    assert answer.text == ZH("signup-error-closed")


async def test_forgetting_gives_up_the_seats(park: Assistant, telegram: SandboxClient) -> None:
    page = await pressed(telegram, LIN, await card(telegram, LIN), BRIEFING)
    await pressed(telegram, LIN, page, "signup:join:")
    (date,) = await park.services.registrations.own(LIN)
    settings = await telegram.ask(LIN, "/settings")
    assert ZH("stored-registrations", count=1) in (await pressed(telegram, LIN, settings, "settings:stored")).text
    asked = await telegram.ask(LIN, "/forgetme")
    await pressed(telegram, LIN, asked, "forget:yes")
    assert await park.services.registrations.attendees(date.occurrence.id or 0) == []


async def test_freed_seat_is_taken_and_reminders_are_answered(
    park: Assistant, telegram: SandboxClient, clock: FakeClock
) -> None:
    """One waits, the other leaves, the seat is offered and taken; a day before the person says to be coming."""
    [briefing] = [one for one in demonstration() if one.id == "policy-briefing"]
    database = park.services.database
    await publish(database, [briefing.model_copy(update={"seats": 1})], replace=False, clock=clock)
    lin, emma = Person(telegram, LIN), Person(telegram, EMMA, EN)
    for person in (lin, emma):
        await person.says("/events")
        await person.presses("show:event:policy-briefing")
        await person.presses(BRIEFING)
        await person.presses("signup:join:policy-briefing:29937960")
    assert emma.last
    assert EN("signup-waiting", count=1) in emma.last.text
    await lin.presses("signup:leave:1")
    offer = await arrived(telegram, EMMA, "A seat is free")
    assert "It is kept for you until Monday, 23 November, 22:00" in offer.text
    taken = await emma.presses("signup:take:1", on=offer)
    assert EN("signup-registered") in taken.text

    clock.set(datetime(2026, 12, 2, 6, 0, tzinfo=UTC))
    await park.services.registrations.advance()
    reminder = await arrived(telegram, EMMA, "Tomorrow: ")
    await emma.presses("signup:coming:1", on=reminder)
    assert emma.toast
    assert emma.toast.text == EN("signup-see-you")
    [(registration, _)] = await park.services.registrations.attendees(1)
    assert registration.confirmed_at == clock.now()


async def arrived(telegram: SandboxClient, person: int, beginning: str) -> MessageView:
    """The message of the bot that begins so, once it is there."""

    async def found() -> list[MessageView]:
        return [one for one in await telegram.messages(person) if one.from_bot and one.text.startswith(beginning)]

    async def is_there() -> bool:
        return bool(await found())

    await until(is_there)
    return (await found())[0]
