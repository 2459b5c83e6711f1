"""The bot's command menu."""

from bot.sandbox.checks import known_chat
from bot.sandbox.commands import Commands, Scope, read_commands, read_scope
from bot.sandbox.errors import bad_request
from bot.sandbox.params import Params
from bot.sandbox.world import World


async def set_my_commands(world: World, params: Params) -> bool:
    world.menus.set(_scope(world, params), _language(params), read_commands(params.json("commands")))
    world.hub.tell("menus", {})
    return True


async def get_my_commands(world: World, params: Params) -> Commands:
    return world.menus.get(_scope(world, params), _language(params))


async def delete_my_commands(world: World, params: Params) -> bool:
    world.menus.delete(_scope(world, params), _language(params))
    world.hub.tell("menus", {})
    return True


def _scope(world: World, params: Params) -> Scope:
    """The scope, whose chat must be one that the bot has heard of."""
    scope = read_scope(params.json("scope"))
    if len(scope) > 1:
        known_chat(world, Params({"chat_id": scope[1]}))
    return scope


def _language(params: Params) -> str:
    language = params.text("language_code")
    if language and not (len(language) == 2 and language.isascii() and language.isalpha() and language.islower()):
        raise bad_request("invalid language code specified")
    return language
