import json
from itertools import product

import pytest

from bot.app import Assistant
from bot.languages import Language
from bot.messages import callbacks
from bot.messages.texts import texts_in
from bot.sandbox.client import SandboxClient
from handlers.commands import COMMANDS, PRESSES
from tests.waiting import until


async def test_menus_are_registered_in_each_language_and_for_all_others(
    park: Assistant, telegram: SandboxClient
) -> None:
    async def registered() -> list[tuple[str | None, str]]:
        for call in await telegram.calls(method="setMyCommands"):
            menus[call.params.get("language_code"), json.loads(call.params["scope"])["type"]] = call.params["commands"]
        return sorted(menus, key=str)

    menus: dict[tuple[str | None, str], str] = {}
    everywhere = product((None, "zh", "en"), ("default", "all_group_chats"))
    await until(registered, is_=sorted(everywhere, key=str))
    for scope in ("default", "all_group_chats"):
        assert menus[None, scope] == menus["zh", scope] != menus["en", scope]
    offered = {scope: [command["command"] for command in json.loads(menus["en", scope])] for _, scope in menus}
    assert offered["default"] == [command.name for command in COMMANDS if command.right is None]
    assert set(offered["default"]) - set(offered["all_group_chats"]) == {"profile", "human", "settings", "forgetme"}


@pytest.mark.parametrize("language", Language)
def test_help_names_every_command(language: Language) -> None:
    told = texts_in(language)("help-text")
    for_all = [command.name for command in COMMANDS if command.right is None]
    assert [name for name in for_all if f"/{name} " not in told] == ["start", "help"]


def test_every_action_of_a_button_has_a_handler() -> None:
    actions = {value for name, value in vars(callbacks).items() if name.isupper() and isinstance(value, str)}
    assert set(PRESSES) == actions
