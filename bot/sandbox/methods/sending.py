"""Messages of the bot, and what it shows while it prepares them."""

from typing import Any

from bot.sandbox.checks import replied_message, writable_chat
from bot.sandbox.errors import bad_request
from bot.sandbox.formatting.text import formatted
from bot.sandbox.keyboards import read_markup
from bot.sandbox.params import Params
from bot.sandbox.world import World

ACTIONS = (
    *("typing", "cancel", "upload_photo", "upload_document", "choose_sticker", "find_location"),
    *("record_video", "upload_video", "record_video_note", "upload_video_note"),
    *("record_voice", "upload_voice", "record_audio", "upload_audio"),
)


async def send_message(world: World, params: Params) -> dict[str, Any]:
    text = formatted(params, too_long="message is too long")
    keyboard = read_markup(params.json("reply_markup"))
    chat = writable_chat(world, params)
    reply_to = replied_message(world, chat, params)
    return world.write(chat, world.bot.user(), text.as_json(), keyboard=keyboard, reply_to=reply_to).as_json()


async def send_chat_action(world: World, params: Params) -> bool:
    action = params.text("action").lower()
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = writable_chat(world, params)
    world.hub.tell("typing", {"chat": chat.id, "action": action})
    return True
