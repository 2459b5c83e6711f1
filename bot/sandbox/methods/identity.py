"""Who the bot is, and which chats it knows."""

from typing import Any

from bot.sandbox.checks import known_chat
from bot.sandbox.params import Params
from bot.sandbox.world import World


async def get_me(world: World, _params: Params) -> dict[str, Any]:
    return world.bot.me()


async def get_chat(world: World, params: Params) -> dict[str, Any]:
    chat = known_chat(world, params).chat()
    return {**chat, "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": NO_GIFTS}


NO_GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)
