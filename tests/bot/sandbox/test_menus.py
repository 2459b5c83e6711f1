"""setMyCommands and its kin."""

from typing import Any

import pytest

from bot.sandbox.server import Sandbox
from tests.bot.sandbox.bot_side import BotSide
from tests.bot.sandbox.conftest import EMMA, GROUP, LIN

HELP = {"command": "help", "description": "帮助"}
START = {"command": "start", "description": "开始"}


def seen(sandbox: Sandbox, person_id: int, chat_id: int | None = None) -> list[str]:
    """The descriptions in the menu that a person sees in a chat."""
    world = sandbox.world
    person = world.people[person_id]
    chat = world.groups[chat_id] if chat_id else person
    return [command["description"] for command in world.menus.seen_by(person, chat)]


async def test_menu_is_told_back_by_scope_and_language(bot: BotSide) -> None:
    await bot.ok("setMyCommands", commands=[HELP, {**START, "command": "/start"}])
    await bot.ok("setMyCommands", commands=[START], language_code="en", scope={"type": "chat", "chat_id": LIN})

    assert await bot.ok("getMyCommands") == [HELP, START]
    assert await bot.ok("getMyCommands", language_code="en") == []
    assert await bot.ok("getMyCommands", language_code="en", scope={"type": "chat", "chat_id": LIN}) == [START]


async def test_narrowest_menu_in_the_persons_language_is_seen(bot: BotSide, sandbox: Sandbox) -> None:
    await bot.ok("setMyCommands", commands=[{**HELP, "description": "default"}])
    await bot.ok("setMyCommands", commands=[{**HELP, "description": "zh"}], language_code="zh")
    await bot.ok("setMyCommands", commands=[{**HELP, "description": "groups"}], scope={"type": "all_group_chats"})
    one = {"type": "chat_member", "chat_id": GROUP, "user_id": LIN}
    await bot.ok("setMyCommands", commands=[{**HELP, "description": "member"}], scope=one)

    assert (seen(sandbox, LIN), seen(sandbox, EMMA)) == (["zh"], ["default"])
    assert (seen(sandbox, LIN, GROUP), seen(sandbox, EMMA, GROUP)) == (["member"], ["groups"])

    await bot.ok("deleteMyCommands", language_code="zh")
    assert seen(sandbox, LIN) == ["default"]


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"commands": {}}, "expected an Array of BotCommand"),
        ({}, "expected an Array of BotCommand"),
        ({"commands": ["help"]}, "can't parse BotCommand: expected an Object"),
        ({"commands": [{**HELP, "command": "Help"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{**HELP, "command": "x" * 33}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{**HELP, "description": " "}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [{**HELP, "description": "x" * 257}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [HELP] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": [HELP], "language_code": "chinese"}, "invalid language code specified"),
        ({"commands": [HELP], "scope": {"type": "chat"}}, "chat_id is empty"),
        ({"commands": [HELP], "scope": {"type": "chat", "chat_id": 999}}, "chat not found"),
        ({"commands": [HELP], "scope": {"type": "moon"}}, "can't parse BotCommandScope: unsupported type specified"),
    ],
)
async def test_menu_is_refused(bot: BotSide, params: dict[str, Any], description: str) -> None:
    assert await bot.refused("setMyCommands", **params) == (400, f"Bad Request: {description}")
