"""Messages taken back."""

from bot.sandbox.chats import Group, Person
from bot.sandbox.checks import known_message, writable_chat
from bot.sandbox.errors import bad_request
from bot.sandbox.message import Message
from bot.sandbox.params import Params
from bot.sandbox.world import World

LIFETIME = 48 * 3600  # seconds in which a message can be deleted
MOST = 100


async def delete_message(world: World, params: Params) -> bool:
    chat, message = known_message(world, params, "message to delete not found")
    if not _deletable(world, chat, message):
        raise bad_request("message can't be deleted")
    _delete(world, message)
    return True


async def delete_messages(world: World, params: Params) -> bool:
    """Those that are there and can be deleted; of the others Telegram says nothing."""
    given = params.json("message_ids")
    if not isinstance(given, list) or not given:
        raise bad_request("message identifiers are not specified")
    if len(given) > MOST:
        raise bad_request("too many message identifiers specified")
    chat = writable_chat(world, params)
    found = (world.message(chat.id, Params({"id": one}).integer("id")) for one in given)
    for message in found:
        if message is not None and _deletable(world, chat, message):
            _delete(world, message)
    return True


def _deletable(world: World, chat: Person | Group, message: Message) -> bool:
    """The bot's own, and what people wrote to it; in a group others' messages only as an administrator."""
    if world.clock.now().timestamp() - message.at.timestamp() > LIFETIME:
        return False
    return message.from_bot or isinstance(chat, Person) or chat.bot_is_admin


def _delete(world: World, message: Message) -> None:
    world.delete(message)
    world.ledger.deleted += 1
