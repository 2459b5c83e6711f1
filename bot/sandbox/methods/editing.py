"""Changes to messages that the bot sent."""

from collections.abc import Mapping
from typing import Any

from bot.sandbox.checks import editable_message
from bot.sandbox.errors import bad_request
from bot.sandbox.formatting.text import formatted
from bot.sandbox.keyboards import read_inline_markup
from bot.sandbox.message import Message
from bot.sandbox.params import Params
from bot.sandbox.world import World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)


async def edit_message_text(world: World, params: Params) -> dict[str, Any]:
    text = formatted(params, too_long="MESSAGE_TOO_LONG")
    keyboard = read_inline_markup(params.json("reply_markup"))
    message = editable_message(world, params)
    if "text" not in message.body:
        raise bad_request("there is no text in the message to edit")
    return _edit(world, message, text.as_json(), keyboard)


async def edit_message_reply_markup(world: World, params: Params) -> dict[str, Any]:
    keyboard = read_inline_markup(params.json("reply_markup"))
    message = editable_message(world, params)
    return _edit(world, message, message.body, keyboard)


def _edit(world: World, message: Message, body: Mapping[str, Any], keyboard: Mapping[str, Any]) -> dict[str, Any]:
    if body == message.body and keyboard == message.keyboard:
        raise bad_request(NOT_MODIFIED)
    world.edit(message, body, keyboard)
    return message.as_json()
