"""Answers to pressed buttons."""

from bot.sandbox.errors import bad_request
from bot.sandbox.formatting.entities import units
from bot.sandbox.params import Params
from bot.sandbox.world import World

LONGEST_TEXT = 200


async def answer_callback_query(world: World, params: Params) -> bool:
    press = world.presses.get(params.text("callback_query_id"))
    if press is None or press.answer is not None or _is_late(world, press.at.timestamp()):
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if units(params.text("text")) > LONGEST_TEXT:
        raise bad_request("MESSAGE_TOO_LONG")
    press.answer = {"text": params.text("text"), "alert": params.flag("show_alert"), "url": params.text("url")}
    world.hub.wake()
    return True


def _is_late(world: World, pressed_at: float) -> bool:
    return world.clock.now().timestamp() - pressed_at > world.query_lifetime
