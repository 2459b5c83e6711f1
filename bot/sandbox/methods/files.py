"""Photos, documents and albums of the bot, and the files of what it received."""

import secrets
from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.files import DOCUMENT, PHOTO
from bot.sandbox.formatting.text import formatted_caption
from bot.sandbox.media import read_file, read_input_media
from bot.sandbox.methods.posting import post, post_album
from bot.sandbox.params import Params
from bot.sandbox.world import World

MOST = 10
LARGEST_DOWNLOAD = 20 * 10**6


async def send_photo(world: World, params: Params) -> dict[str, Any]:
    caption = formatted_caption(params)
    body = {**read_file(world.files, params, PHOTO, PHOTO).body(), **caption}
    return post(world, params, "sendPhoto", body).as_json()


async def send_document(world: World, params: Params) -> dict[str, Any]:
    caption = formatted_caption(params)
    body = {**read_file(world.files, params, DOCUMENT, DOCUMENT).body(), **caption}
    return post(world, params, "sendDocument", body).as_json()


async def send_media_group(world: World, params: Params) -> list[dict[str, Any]]:
    """An album of photos or of documents; one alone is no album."""
    items = params.json("media") or []
    if not isinstance(items, list):
        raise bad_request("expected an Array of InputMedia")
    if not items:
        raise bad_request("there are no messages to send")
    if len(items) > MOST:
        raise bad_request("too many messages to send as an album")
    read = [read_input_media(world.files, params, item) for item in items]
    if len({file.kind for file, _ in read}) > 1:
        raise bad_request("document can't be mixed with other media types")
    album = {"media_group_id": str(secrets.randbits(53))} if len(read) > 1 else {}
    bodies = [{**album, **file.body(), **formatted_caption(media)} for file, media in read]
    return [message.as_json() for message in post_album(world, params, "sendMediaGroup", bodies)]


async def get_file(world: World, params: Params) -> dict[str, Any]:
    if not params.text("file_id"):
        raise bad_request("file_id not specified")
    file = world.files.get(params.text("file_id"))
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(file.data) > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return {**file.as_json(), "file_path": file.path}
