"""POST /telegram/webhook: an update is answered 200 only when it is in the store."""

import hmac
import json

from aiohttp import web

from bot.inbox import Inbox
from storage.errors import StoreError
from storage.models.base import Json

PATH = "/telegram/webhook"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
MAX_UPDATE_ID = 2**63 - 1

INBOX: web.AppKey[Inbox] = web.AppKey("inbox")
SECRET: web.AppKey[str] = web.AppKey("webhook_secret")


def add_webhook(app: web.Application, inbox: Inbox, secret: str) -> None:
    app[INBOX], app[SECRET] = inbox, secret
    app.router.add_post(PATH, receive)


async def receive(request: web.Request) -> web.Response:
    """401 for a wrong secret, 400 for what is no update, 503 while the store does not answer: Telegram repeats it."""
    given = request.headers.get(SECRET_HEADER, "")
    # aiohttp keeps bytes that are no UTF-8 as surrogates
    if not hmac.compare_digest(given.encode(errors="surrogateescape"), request.app[SECRET].encode()):
        raise web.HTTPUnauthorized(text="wrong secret token")
    payload = await _update(request)
    try:
        await request.app[INBOX].accept(payload)
    except StoreError:
        raise web.HTTPServiceUnavailable(text="the update could not be stored") from None
    return web.Response()


async def _update(request: web.Request) -> Json:
    try:
        payload = json.loads(await request.read())
    except (ValueError, RecursionError):  # UnicodeDecodeError is a ValueError
        raise web.HTTPBadRequest(text="not JSON") from None
    update_id = payload.get("update_id") if isinstance(payload, dict) else None
    if not isinstance(update_id, int) or isinstance(update_id, bool) or not 0 <= update_id <= MAX_UPDATE_ID:
        raise web.HTTPBadRequest(text="not an update")
    return dict(payload)
