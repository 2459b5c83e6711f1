"""Whom and what a call may touch, with Telegram's refusals."""

from bot.sandbox.chats import Group, Person
from bot.sandbox.errors import bad_request, forbidden, moved
from bot.sandbox.message import Message
from bot.sandbox.params import Params
from bot.sandbox.world import World


def known_chat(world: World, params: Params) -> Person | Group:
    """The chat of `chat_id`, of which the bot must have heard; raises ApiError."""
    if not params.text("chat_id"):
        raise bad_request("chat_id is empty")
    chat = world.chat(params.integer("chat_id"))
    if chat is None or (isinstance(chat, Person) and not chat.started and not _met_in_group(world, chat)):
        raise bad_request("chat not found")
    if isinstance(chat, Group) and chat.moved_to is not None:
        raise moved(chat.moved_to)
    return chat


def writable_chat(world: World, params: Params) -> Person | Group:
    """The chat of `chat_id`, where the bot must be welcome; raises ApiError."""
    chat = known_chat(world, params)
    if isinstance(chat, Person):
        if not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
    return chat


def known_message(world: World, params: Params, missing: str) -> tuple[Person | Group, Message]:
    """The chat of `chat_id` and its message of `message_id`; raises ApiError, with `missing` where there is none."""
    if not params.text("message_id"):
        raise bad_request("message identifier is not specified")
    chat = writable_chat(world, params)
    message = world.message(chat.id, params.integer("message_id"))
    if message is None:
        raise bad_request(missing)
    return chat, message


def editable_message(world: World, params: Params) -> Message:
    """The message of `chat_id` and `message_id`, which must be the bot's own; raises ApiError."""
    _, message = known_message(world, params, "message to edit not found")
    if not message.from_bot:
        raise bad_request("message can't be edited")
    return message


def replied_message(world: World, chat: Person | Group, params: Params) -> Message | None:
    """What `reply_parameters` (or the older `reply_to_message_id`) name; raises ApiError when it is gone."""
    reply = Params(params.json("reply_parameters") or {})
    message_id = reply.integer("message_id") or params.integer("reply_to_message_id")
    if not message_id:
        return None
    message = world.message(reply.integer("chat_id") or chat.id, message_id)
    if message is None and not (
        reply.flag("allow_sending_without_reply") or params.flag("allow_sending_without_reply")
    ):
        raise bad_request("message to be replied not found")
    return message


def _met_in_group(world: World, person: Person) -> bool:
    return any(person.id in group.members for group in world.groups.values())
