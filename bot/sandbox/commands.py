"""The bot's command menus: a list for each scope and language, and the one that a person sees."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bot.sandbox.chats import Group, Person
from bot.sandbox.errors import bad_request

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LONGEST_DESCRIPTION = 256
MOST = 100
SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}

Scope = tuple[str, ...]
Commands = list[dict[str, str]]


class CommandMenus:
    def __init__(self) -> None:
        self._menus: dict[tuple[Scope, str], Commands] = {}

    def set(self, scope: Scope, language: str, commands: Commands) -> None:
        self._menus[scope, language] = commands

    def delete(self, scope: Scope, language: str) -> None:
        self._menus.pop((scope, language), None)

    def get(self, scope: Scope, language: str) -> Commands:
        return self._menus.get((scope, language), [])

    def seen_by(self, person: Person, chat: Person | Group) -> Commands:
        """The first menu that there is, from the narrowest scope to the widest, in the person's language or any."""
        language = person.language_code.partition("-")[0]
        menus = (self._menus.get((scope, code)) for scope in _scopes(person, chat) for code in (language, ""))
        return next((menu for menu in menus if menu), [])


def _scopes(person: Person, chat: Person | Group) -> Iterator[Scope]:
    yield "chat_member", str(chat.id), str(person.id)
    yield "chat", str(chat.id)
    yield ("all_private_chats",) if isinstance(chat, Person) else ("all_group_chats",)
    yield ("default",)


def read_scope(given: Any) -> Scope:
    """From a BotCommandScope object; raises ApiError."""
    if given is None:
        return ("default",)
    if not isinstance(given, Mapping) or given.get("type") not in SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    kind = given["type"]
    return kind, *(str(given.get(name, "")) for name in SCOPES[kind])


def read_commands(given: Any) -> Commands:
    """From a list of BotCommand objects; raises ApiError."""
    if not isinstance(given, list):
        raise bad_request("expected an Array of BotCommand")
    if len(given) > MOST:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return [_command(entry) for entry in given]


def _command(given: Any) -> dict[str, str]:
    if not isinstance(given, Mapping):
        raise bad_request("can't parse BotCommand: expected an Object")
    command = str(given.get("command", "")).removeprefix("/")
    description = str(given.get("description", "")).strip()
    if COMMAND.fullmatch(command) is None:
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= LONGEST_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command, "description": description}
