"""The phone's own calendar: files, and an address to subscribe to."""

import re
from datetime import UTC, datetime

import pytest
from aiohttp import ClientSession

from bot.app import Assistant
from bot.knowledge.pack import demonstration
from bot.knowledge.store import publish
from bot.sandbox.client import SandboxClient
from bot.sandbox.views import MessageView
from bot.settings import Settings
from tests.calendars import event, parsed, period
from tests.fakes import FakeClock
from tests.handlers.conftest import EMMA, EN, LIN, ZH, data_of
from tests.handlers.forging import forge
from tests.handlers.tenant.profile.talking import Person
from tests.handlers.tenant.test_mentoring import apply
from tests.handlers.tenant.test_registrations import BRIEFING, arrived
from tests.parks import settings_for

PARK = "https://park.example"
ADDRESS = re.compile(r"https://park\.example(/calendar/[\w-]{32}\.ics)")


@pytest.fixture
def settings(park_url: str, telegram_address: str) -> Settings:
    return settings_for(telegram_address, park_url, public_url=PARK)


@pytest.fixture
def lin(telegram: SandboxClient) -> Person:
    return Person(telegram, LIN)


async def sign_up(person: Person) -> MessageView:
    await person.says("/events")
    await person.presses("show:event:policy-briefing")
    await person.presses(BRIEFING)
    return await person.presses("signup:join:policy-briefing:29937960")


async def file(person: Person, occurrence_id: int = 1, on: MessageView | None = None) -> bytes:
    sent = await person.presses(f"calendar:file:{occurrence_id}", on=on)
    assert sent.raw["document"]["file_name"] == "event.ics"
    return await person.telegram.document(sent)


async def address(person: Person) -> str:
    """The path of a new address."""
    found = ADDRESS.search((await person.presses("calendar:make")).text)
    assert found
    return found[1]


async def fetched(park: Assistant, path: str) -> tuple[int, bytes]:
    async with ClientSession() as http, http.get(f"{park.address}{path}") as response:
        return response.status, await response.read()


async def test_file_of_an_event_comes_as_a_document(park: Assistant, lin: Person) -> None:
    await sign_up(lin)
    one = event(await file(lin))
    assert period(one)[0] == datetime(2026, 12, 3, 6, 0, tzinfo=UTC)
    assert str(one["SUMMARY"]) == "高企认定与研发补助政策宣讲会"


async def test_after_leaving_there_is_a_button_that_takes_it_away(park: Assistant, lin: Person) -> None:
    page = await sign_up(lin)
    await file(lin)
    left = await lin.presses("signup:leave:1", on=page)
    assert left.buttons[0].text == "从日历里去掉"
    assert parsed(await file(lin))["METHOD"] == "CANCEL"


async def test_who_took_no_file_is_offered_none_to_take_away(park: Assistant, lin: Person) -> None:
    await sign_up(lin)
    assert data_of(await lin.presses("signup:leave:1"), "calendar:") == []


async def test_cancelled_event_is_told_with_the_file_that_cancels_to_whoever_has_one(
    park: Assistant, telegram: SandboxClient, lin: Person, clock: FakeClock
) -> None:
    emma = Person(telegram, EMMA, EN)
    await sign_up(lin)
    await sign_up(emma)
    await file(lin)
    left = [one for one in demonstration() if one.id != "policy-briefing"]
    await publish(park.services.database, left, replace=True, clock=clock)
    await park.services.registrations.advance()
    to_lin, to_emma = await arrived(telegram, LIN, "取消了"), await arrived(telegram, EMMA, "Cancelled")
    assert data_of(to_emma, "calendar:") == []
    data = await file(lin, on=to_lin)
    assert (parsed(data)["METHOD"], event(data)["STATUS"], event(data)["SEQUENCE"]) == ("CANCEL", "CANCELLED", 1)


async def test_admitted_founder_has_the_day_as_a_file(park: Assistant, lin: Person) -> None:
    await apply(lin)
    assert lin.last
    assert data_of(lin.last, "calendar:") == []
    own = (await park.services.mentoring.days.find(1, LIN)).own
    assert own
    await park.services.mentoring.arranging.decide(own.id or 0)
    notice = await arrived(lin.telegram, LIN, "通过了")
    one = event(await file(lin, on=notice))
    assert period(one)[0] == datetime(2026, 11, 27, 5, 30, tzinfo=UTC)
    await lin.says("/mentoring")
    page = await lin.presses("mentor:open:taofu")
    assert event(await file(lin, on=page)) == one
    left = await lin.presses("mentor:leave:1", on=page)
    assert parsed(await file(lin, on=left))["METHOD"] == "CANCEL"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ("calendar:file:1", "calendar-error-nothing"),
        ("calendar:file:999999999", "calendar-error-nothing"),
        ("calendar:file:x", "press-stale"),
        ("calendar:file", "press-stale"),
        ("calendar:make:1", "press-stale"),
        ("calendar:burn", "press-stale"),
        ("calendar", "press-stale"),
    ],
)
async def test_forged_buttons_bring_nothing(
    park: Assistant, lin: Person, telegram_address: str, data: str, key: str
) -> None:
    await sign_up(lin)
    emma = Person(lin.telegram, EMMA, EN)
    await emma.says("/start")
    assert await forge(telegram_address, emma, data) == EN(key)


async def test_address_is_made_in_two_taps_and_serves_what_one_signed_up_for(park: Assistant, lin: Person) -> None:
    await sign_up(lin)
    await lin.says("/settings")
    offer = await lin.presses("calendar:feed")
    assert offer.text.splitlines()[0] == ZH("calendar-title")
    path = await address(lin)
    assert lin.last
    assert f"webcal://park.example{path}" in lin.last.text.splitlines()
    assert [one.url for one in lin.last.buttons if one.url] == [f"{PARK}{path}"]
    status, body = await fetched(park, path)
    assert (status, str(event(body)["SUMMARY"])) == (200, "高企认定与研发补助政策宣讲会")


async def test_own_sign_ups_lead_to_the_address_and_back(park: Assistant, lin: Person) -> None:
    await lin.says("/events")
    await lin.presses("signup:mine")
    await lin.presses("calendar:feed")
    assert (await lin.presses("signup:mine")).text.splitlines()[0] == ZH("signup-own")


async def test_another_address_ends_the_first_and_stopping_ends_all(park: Assistant, lin: Person) -> None:
    await lin.says("/settings")
    await lin.presses("calendar:feed")
    first = await address(lin)
    second = await address(lin)
    assert [(await fetched(park, path))[0] for path in (first, second)] == [404, 200]
    await lin.says("/settings")
    active = await lin.presses("calendar:feed")
    assert ZH("calendar-active", since="2026-11-23 10:00").splitlines()[0] in active.text
    assert second not in active.text
    stopped = await lin.presses("calendar:stop")
    assert ZH("calendar-stopped") in stopped.text
    assert [(await fetched(park, path))[0] for path in (first, second)] == [404, 404]
    third = await address(lin)
    assert (await fetched(park, third))[0] == 200


async def test_what_is_kept_for_calendars_is_told_and_erased(park: Assistant, lin: Person) -> None:
    page = await sign_up(lin)
    await file(lin, on=page)
    await lin.says("/settings")
    await lin.presses("calendar:feed")
    path = await address(lin)
    await lin.presses("settings")
    stored = await lin.presses("settings:stored")
    assert ZH("stored-calendar-entries", count=1) in stored.text.splitlines()
    assert ZH("stored-calendar-feed", date="2026-11-23 10:00") in stored.text.splitlines()
    await lin.says("/forgetme")
    await lin.presses("forget:yes")
    assert (await fetched(park, path))[0] == 404
    assert not await park.services.phone_calendars.has_file(1, LIN)


class TestWithoutAPublicAddress:
    @pytest.fixture
    def settings(self, park_url: str, telegram_address: str) -> Settings:
        return settings_for(telegram_address, park_url)

    async def test_no_address_is_offered_nor_made(self, park: Assistant, lin: Person, telegram_address: str) -> None:
        assert data_of(await lin.says("/settings"), "calendar:") == []
        await lin.says("/events")
        assert data_of(await lin.presses("signup:mine"), "calendar:") == []
        for data in ("calendar:feed", "calendar:make"):
            assert await forge(telegram_address, lin, data) == ZH("press-stale")


class TestAtAnAddressThatTelegramKnowsNot:
    @pytest.fixture
    def settings(self, park_url: str, telegram_address: str) -> Settings:
        return settings_for(telegram_address, park_url, public_url="http://localhost:8080")

    async def test_address_is_there_to_be_copied(self, park: Assistant, lin: Person) -> None:
        await lin.says("/settings")
        await lin.presses("calendar:feed")
        made = await lin.presses("calendar:make")
        assert "webcal://localhost:8080/calendar/" in made.text
        assert [one for one in made.buttons if one.url] == []
