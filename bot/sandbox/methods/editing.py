"""Changes to messages that the bot sent."""

from collections.abc import Mapping
from typing import Any

from bot.sandbox.checks import editable_message
from bot.sandbox.errors import bad_request
from bot.sandbox.formatting.text import formatted, formatted_caption
from bot.sandbox.keyboards import read_inline_markup
from bot.sandbox.media import read_input_media
from bot.sandbox.message import Message
from bot.sandbox.params import Params
from bot.sandbox.world import World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
CAPTION = ("caption", "caption_entities")


async def edit_message_text(world: World, params: Params) -> dict[str, Any]:
    text = formatted(params, too_long="MESSAGE_TOO_LONG")
    keyboard = read_inline_markup(params.json("reply_markup"))
    message = editable_message(world, params)
    if "text" not in message.body:
        raise bad_request("there is no text in the message to edit")
    return _edit(world, message, text.as_json(), keyboard)


async def edit_message_caption(world: World, params: Params) -> dict[str, Any]:
    caption = formatted_caption(params)
    keyboard = read_inline_markup(params.json("reply_markup"))
    message = editable_message(world, params)
    if message.kind is None:
        raise bad_request("there is no caption in the message to edit")
    body = {name: value for name, value in message.body.items() if name not in CAPTION}
    return _edit(world, message, {**body, **caption}, keyboard)


async def edit_message_media(world: World, params: Params) -> dict[str, Any]:
    """Another photo or document with its own caption; what stands in an album stays of its kind."""
    file, media = read_input_media(world.files, params, params.json("media"))
    body = {**file.body(), **formatted_caption(media)}
    keyboard = read_inline_markup(params.json("reply_markup"))
    message = editable_message(world, params)
    album = {name: message.body[name] for name in ("media_group_id",) if name in message.body}
    if album and message.kind != file.kind:
        raise bad_request("can't change media type in the album")
    return _edit(world, message, {**album, **body}, keyboard)


async def edit_message_reply_markup(world: World, params: Params) -> dict[str, Any]:
    keyboard = read_inline_markup(params.json("reply_markup"))
    message = editable_message(world, params)
    return _edit(world, message, message.body, keyboard)


def _edit(world: World, message: Message, body: Mapping[str, Any], keyboard: Mapping[str, Any]) -> dict[str, Any]:
    world.limiter.take(world.clock.now().timestamp(), message.chat_id, edit=True)
    if body == message.body and keyboard == message.keyboard:
        raise bad_request(NOT_MODIFIED)
    world.edit(message, body, keyboard)
    world.ledger.edited += 1
    return message.as_json()
