"""How the bot gets its updates: by asking, or at its webhook."""

import re
from typing import Any

from bot.sandbox.errors import bad_request, conflict
from bot.sandbox.params import Params
from bot.sandbox.updates import WEBHOOK_SET
from bot.sandbox.webhook import CONNECTIONS
from bot.sandbox.world import World

SECRET = re.compile(r"[A-Za-z0-9_-]*")
LONGEST_SECRET = 256
MOST_CONNECTIONS = 100


async def get_updates(world: World, params: Params) -> list[dict[str, Any]]:
    if world.webhook.url:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    _allow(world, params)
    if params.integer("offset"):
        world.updates.confirm(params.integer("offset"))
    updates = await world.updates.poll(params.integer("limit", 100), params.integer("timeout"))
    return [update.as_json() for update in updates]


async def set_webhook(world: World, params: Params) -> bool:
    """Unlike Telegram's, a webhook may be plain HTTP: the sandbox serves bots on the same machine."""
    url, secret = params.text("url").strip(), params.text("secret_token")
    if not url:
        return await delete_webhook(world, params)
    if not re.match(r"https?://[^\s/]+", url):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if len(secret) > LONGEST_SECRET:
        raise bad_request("secret token is too long")
    if SECRET.fullmatch(secret) is None:
        raise bad_request("secret token contains unallowed characters")
    _allow(world, params)
    _drop_pending(world, params)
    world.updates.end_poll(WEBHOOK_SET)
    connections = min(max(params.integer("max_connections", CONNECTIONS), 1), MOST_CONNECTIONS)
    await world.webhook.set(url, secret, connections)
    return True


async def delete_webhook(world: World, params: Params) -> bool:
    await world.webhook.remove()
    _drop_pending(world, params)
    return True


async def get_webhook_info(world: World, _params: Params) -> dict[str, Any]:
    webhook = world.webhook
    info: dict[str, Any] = {
        "url": webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending),
    }
    if webhook.url:
        info["max_connections"] = webhook.connections
    if world.updates.allowed:
        info["allowed_updates"] = list(world.updates.allowed)
    if webhook.last_error is not None:
        at, reason = webhook.last_error
        info |= {"last_error_date": int(at.timestamp()), "last_error_message": reason}
    return info


def _allow(world: World, params: Params) -> None:
    """The kinds of update that the bot wants; without the parameter what it said before holds."""
    allowed = params.json("allowed_updates")
    if isinstance(allowed, list):
        world.updates.allowed = [str(kind) for kind in allowed]


def _drop_pending(world: World, params: Params) -> None:
    if params.flag("drop_pending_updates"):
        world.updates.pending.clear()
