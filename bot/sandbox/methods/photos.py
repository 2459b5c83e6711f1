"""Pictures of the bot."""

from typing import Any

from bot.sandbox.checks import replied_message, writable_chat
from bot.sandbox.errors import bad_request
from bot.sandbox.formatting.text import formatted_caption
from bot.sandbox.keyboards import read_markup
from bot.sandbox.params import Params
from bot.sandbox.pictures import Picture
from bot.sandbox.world import World

LONGEST_SIDES = 10_000
SHARPEST = 20  # times as long as wide


async def send_photo(world: World, params: Params) -> dict[str, Any]:
    """A picture that is uploaded, or one that was sent before by its file_id; the sandbox fetches none by address."""
    caption = formatted_caption(params)
    keyboard = read_markup(params.json("reply_markup"))
    chat = writable_chat(world, params)
    reply_to = replied_message(world, chat, params)
    body = {"photo": world.pictures.photo(_picture(world, params)), **caption}
    return world.write(chat, world.bot.user(), body, keyboard=keyboard, reply_to=reply_to).as_json()


def _picture(world: World, params: Params) -> str:
    """The id of the picture that is meant."""
    upload = params.upload("photo")
    if upload is None:
        given = params.text("photo")
        if not given:
            raise bad_request("there is no photo in the request")
        if world.pictures.get(given) is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return given
    if not upload:
        raise bad_request("file must be non-empty")
    picture = Picture.of(upload)
    if picture is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = picture.width, picture.height
    if not width or not height or width + height > LONGEST_SIDES or max(width, height) > SHARPEST * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return world.pictures.keep(picture)
