"""What all messages of the bot have in common: where they go, what they answer, how many there may be."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.sandbox.checks import replied_message, writable_chat
from bot.sandbox.keyboards import read_markup
from bot.sandbox.message import Message
from bot.sandbox.params import Params
from bot.sandbox.world import World

MARKER = "sandbox_marker"


def post(world: World, params: Params, method: str, body: Mapping[str, Any]) -> Message:
    """A message with the content `body`; raises ApiError."""
    keyboard = read_markup(params.json("reply_markup"))
    (message,) = _write(world, params, method, [body], keyboard)
    return message


def post_album(world: World, params: Params, method: str, bodies: Sequence[Mapping[str, Any]]) -> list[Message]:
    """A message for each content, or none at all; raises ApiError."""
    return _write(world, params, method, bodies, {})


def _write(
    world: World, params: Params, method: str, bodies: Sequence[Mapping[str, Any]], keyboard: Mapping[str, Any]
) -> list[Message]:
    chat = writable_chat(world, params)
    reply_to = replied_message(world, chat, params)
    paid, marker = params.flag("allow_paid_broadcast"), params.text(MARKER)
    world.limiter.take(world.clock.now().timestamp(), chat.id, count=len(bodies), paid=paid)
    messages = [world.write(chat, world.bot.user(), body, keyboard=keyboard, reply_to=reply_to) for body in bodies]
    for message in messages:
        world.ledger.add(method, message, marker)
    return messages
