"""Rights are checked in one place, by what the store says at that moment."""

from collections.abc import AsyncIterator

import pytest
from structlog.testing import capture_logs
from telegram import Update

from bot.app import Assistant, assistant
from bot.messages.message import Message
from bot.people import staff
from bot.people.staff import Member, Right, Role
from bot.sandbox.client import SandboxClient
from bot.settings import Settings
from handlers import commands
from handlers.context import ParkContext
from handlers.menu import Command
from handlers.replies import reply
from tests.factories import AT
from tests.fakes import FakeClock
from tests.handlers.conftest import LIN, ZH

OWNER = 1009


async def work(update: Update, context: ParkContext) -> None:
    """What only those with the right may have done."""
    await reply(update, context, Message("done"))


@pytest.fixture
async def guarded(
    settings: Settings, clock: FakeClock, telegram: SandboxClient, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Assistant]:
    """An assistant with an owner, and a command more for each right."""
    more = (Command(f"do_{right}", work, right=right) for right in Right)
    monkeypatch.setattr(commands, "COMMANDS", (*commands.COMMANDS, *more))
    async with assistant(settings, clock) as park:
        await staff.put(park.services.database, Member(OWNER, Role.OWNER, None, AT))
        yield park


def test_every_command_of_staff_names_its_right() -> None:
    rights = {one.name: one.right for one in commands.COMMANDS if one.right}
    assert rights == {"announce": Right.READ, "mentoring_admin": Right.READ, "staff": Right.READ}


@pytest.mark.parametrize("role", Role)
async def test_role_opens_what_the_table_says_and_nothing_else(
    guarded: Assistant, telegram: SandboxClient, role: Role
) -> None:
    await staff.put(guarded.services.database, Member(LIN, role, None, AT))
    refusal = ZH("access-no-right", role=ZH(f"role-{role}"))
    told = {right: (await telegram.ask(LIN, f"/do_{right}")).text for right in Right}
    assert told == {right: "done" if staff.may(role, right) else refusal for right in Right}


async def test_tenant_may_nothing_and_the_refusal_is_logged_without_who_it_was(
    guarded: Assistant, telegram: SandboxClient
) -> None:
    with capture_logs() as lines:
        told = {(await telegram.ask(LIN, f"/do_{right}")).text for right in Right}
    assert told == {ZH("access-staff-only")}
    refused = [line for line in lines if line["event"] == "access.refused"]
    assert [(line["right"], line["role"]) for line in refused] == [(right.value, None) for right in Right]
    assert str(LIN) not in str(refused)


async def test_role_counts_from_the_next_message_on(guarded: Assistant, telegram: SandboxClient) -> None:
    database = guarded.services.database
    told = []
    for role in (None, Role.AGENT, Role.VIEWER, Role.AGENT, None):
        if role:
            await staff.put(database, Member(LIN, role, None, AT))
        elif await staff.find(database, LIN):
            await staff.remove(database, LIN)
        told.append((await telegram.ask(LIN, "/do_cases")).text)
    refusal = ZH("access-no-right", role=ZH("role-viewer"))
    assert told == [ZH("access-staff-only"), "done", refusal, "done", ZH("access-staff-only")]


async def test_role_belongs_to_the_person_not_to_the_group(guarded: Assistant, telegram: SandboxClient) -> None:
    await telegram.create_person("沈敏", person_id=OWNER)
    group = await telegram.create_group("同事群", [OWNER, LIN])
    assert (await telegram.ask(OWNER, "/do_staff@parkbot", chat=group)).text == "done"
    assert (await telegram.ask(LIN, "/do_staff@parkbot", chat=group)).text == ZH("access-staff-only")
