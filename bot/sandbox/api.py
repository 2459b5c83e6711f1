"""The Bot API over HTTP: /sandbox/bot<token>/<method>."""

import asyncio
import hmac
from collections.abc import Mapping
from typing import Any

import structlog
from aiohttp import web

from bot.sandbox.errors import ApiError, not_found, unauthorized
from bot.sandbox.methods import METHODS
from bot.sandbox.params import Params, read_params
from bot.sandbox.world import World

log = structlog.get_logger()

PATH = "/sandbox/bot{token:[^/]+}/{method}"
UNRECORDED = ("getupdates",)  # a poll says nothing of what the bot did, and there are many


class BotApi:
    def __init__(self, world: World) -> None:
        self._world = world
        world.webhook.answer = self._call_from_webhook

    def routes(self) -> list[web.RouteDef]:
        return [web.get(PATH, self.serve), web.post(PATH, self.serve)]

    async def serve(self, request: web.Request) -> web.Response:
        try:
            self._authorise(request.match_info["token"])
            result = await self.call(request.match_info["method"], await read_params(request))
            status, body = 200, {"ok": True, "result": result}
        except ApiError as error:
            status, body = error.code, error.as_json()
        except web.HTTPRequestEntityTooLarge:
            status, body = 413, ApiError(413, "Request Entity Too Large").as_json()
        if self._world.latency:
            await asyncio.sleep(self._world.latency)
        return web.json_response(body, status=status)

    async def call(self, name: str, params: Params) -> Any:
        """The result of a method; raises ApiError."""
        method = METHODS.get(name.lower())
        if method is None:
            raise not_found()
        result = await method(self._world, params)
        if name.lower() not in UNRECORDED:
            chat = params.integer("chat_id") if params.text("chat_id") else None
            self._world.remember(name, params.values, result, chat)
        return result

    def _authorise(self, token: str) -> None:
        if not hmac.compare_digest(token.encode(), self._world.bot.token.encode()):
            raise unauthorized()

    async def _call_from_webhook(self, body: Mapping[str, Any]) -> None:
        """A call in the response to an update; Telegram tells nobody when it fails."""
        try:
            await self.call(str(body["method"]), Params(body))
        except ApiError as error:
            log.warning("webhook.answer_refused", reason=error.description)
