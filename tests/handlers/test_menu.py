"""Each of the staff sees their commands in the menu of their own chat, and nobody else does."""

import json

import pytest
from structlog.testing import capture_logs
from telegram.error import BadRequest, NetworkError
from telegram.ext import ExtBot

from bot.app import Assistant, assistant
from bot.people import staff
from bot.people.staff import Member, Role
from bot.sandbox.client import SandboxClient
from bot.settings import Settings
from handlers.commands import COMMANDS
from tests.factories import AT
from tests.fakes import FakeClock
from tests.handlers.conftest import EMMA, LIN, ZH
from tests.waiting import until

ALL = [command.name for command in COMMANDS]
NOT_PUBLISHED = "menu.not_published"


async def offered(telegram: SandboxClient, person: int) -> list[str] | None:
    """The commands in the person's own menu in their language; None where there is no menu of their own."""
    menu: list[str] | None = None
    for call in await telegram.calls():
        scope = json.loads(call.params.get("scope", "{}"))
        if scope.get("chat_id") == person and call.params.get("language_code") == "zh":
            told = json.loads(call.params.get("commands", "[]"))
            menu = [one["command"] for one in told] if call.method == "setMyCommands" else None
    return menu


async def test_menus_of_staff_are_published_at_the_start_as_far_as_telegram_knows_them(
    settings: Settings, clock: FakeClock, telegram: SandboxClient
) -> None:
    async with assistant(settings, clock) as park:
        await telegram.ask(LIN, "/help")
        for person in (EMMA, LIN):
            await staff.put(park.services.database, Member(person, Role.OWNER, None, AT))
    assert await offered(telegram, LIN) is None
    async with assistant(settings, clock):
        await until(lambda: offered(telegram, LIN), is_=ALL)
        assert await offered(telegram, EMMA) is None
        await telegram.ask(EMMA, "/start")
        await until(lambda: offered(telegram, EMMA), is_=ALL)


async def test_menu_comes_with_the_role_and_goes_with_it(park: Assistant, telegram: SandboxClient) -> None:
    for person in (LIN, EMMA):
        await telegram.ask(person, "/help")
    await staff.put(park.services.database, Member(EMMA, Role.OWNER, None, AT))
    shown = await telegram.ask(EMMA, "/staff")
    await until(lambda: offered(telegram, EMMA), is_=ALL)
    await telegram.press(EMMA, shown.id, "staff-invite")
    (choice,) = await telegram.wait_messages(EMMA, after=shown.change)
    await telegram.press(EMMA, choice.id, "staff-invite:viewer")
    (made,) = await telegram.wait_messages(EMMA, after=choice.change)
    await telegram.ask(LIN, f"/start {made.text.partition('start=')[2].split()[0]}")
    await until(lambda: offered(telegram, LIN), is_=ALL)
    shown = await telegram.ask(EMMA, "/staff")
    for press in (f"staff-member:{LIN}", f"staff-remove:{LIN}:ask", f"staff-remove:{LIN}:yes"):
        await telegram.press(EMMA, shown.id, press)
        (shown,) = await telegram.wait_messages(EMMA, after=shown.change)
    await until(lambda: offered(telegram, LIN), is_=None)


async def test_menu_of_somebody_removed_elsewhere_goes_when_they_try(park: Assistant, telegram: SandboxClient) -> None:
    for person in (LIN, EMMA):
        await staff.put(park.services.database, Member(person, Role.OWNER, None, AT))
    await telegram.ask(LIN, "/start")
    await until(lambda: offered(telegram, LIN), is_=ALL)
    await staff.remove(park.services.database, LIN)
    assert (await telegram.ask(LIN, "/staff")).text == ZH("access-staff-only")
    await until(lambda: offered(telegram, LIN), is_=None)


async def test_menus_that_telegram_refuses_stop_nothing(
    settings: Settings, clock: FakeClock, telegram: SandboxClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refused(*_: object) -> None:
        raise BadRequest("Bad Request: command is too long")

    monkeypatch.setattr(ExtBot, "set_my_commands", refused)
    with capture_logs() as lines:
        async with assistant(settings, clock):
            await until(lambda: [line["event"] for line in lines if line["log_level"] == "error"], is_=[NOT_PUBLISHED])
            assert ZH("help-text") in (await telegram.ask(LIN, "/help")).text


async def test_menu_that_fails_stops_nothing(
    park: Assistant, telegram: SandboxClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def unreachable(*_: object) -> None:
        raise NetworkError("reset")

    monkeypatch.setattr(ExtBot, "set_my_commands", unreachable)
    await staff.put(park.services.database, Member(LIN, Role.OWNER, None, AT))
    with capture_logs() as lines:
        await telegram.ask(LIN, "/staff")
        await until(lambda: any(line["event"] == NOT_PUBLISHED for line in lines))
    await telegram.ask(LIN, "/help")
    assert len(await telegram.calls(method="sendMessage", chat=LIN)) == 2
