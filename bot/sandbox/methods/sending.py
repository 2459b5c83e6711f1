"""Messages of the bot, and what it shows while it prepares them."""

from typing import Any

from bot.sandbox.checks import known_chat, writable_chat
from bot.sandbox.errors import bad_request
from bot.sandbox.formatting.text import formatted, formatted_caption
from bot.sandbox.methods.posting import post
from bot.sandbox.params import Params
from bot.sandbox.world import World

ACTIONS = (
    *("typing", "cancel", "upload_photo", "upload_document", "choose_sticker", "find_location"),
    *("record_video", "upload_video", "record_video_note", "upload_video_note"),
    *("record_voice", "upload_voice", "record_audio", "upload_audio"),
)
ALONE = ("media_group_id",)  # of an album, which a copy of one message leaves


async def send_message(world: World, params: Params) -> dict[str, Any]:
    text = formatted(params, too_long="message is too long")
    return post(world, params, "sendMessage", text.as_json()).as_json()


async def copy_message(world: World, params: Params) -> dict[str, Any]:
    """With `caption`, even an empty one, instead of the caption that it had."""
    source = world.message(
        known_chat(world, Params({"chat_id": params.text("from_chat_id")})).id, params.integer("message_id")
    )
    if source is None:
        raise bad_request("message to copy not found")
    body = {name: value for name, value in source.body.items() if name not in ALONE}
    if "caption" in params.values and "text" not in body:
        body = {name: value for name, value in body.items() if not name.startswith("caption")}
        body |= formatted_caption(params)
    return {"message_id": post(world, params, "copyMessage", body).id}


async def send_chat_action(world: World, params: Params) -> bool:
    action = params.text("action").lower()
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = writable_chat(world, params)
    world.hub.tell("typing", {"chat": chat.id, "action": action})
    return True
