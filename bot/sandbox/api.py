"""The Bot API over HTTP: /sandbox/bot<token>/<method>, and the files at /sandbox/file/bot<token>/<path>."""

import asyncio
import hmac
import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import structlog
from aiohttp import web

from bot.sandbox.errors import ApiError, not_found, unauthorized
from bot.sandbox.faults import Fault
from bot.sandbox.methods import METHODS
from bot.sandbox.params import Params, read_params
from bot.sandbox.world import World

log = structlog.get_logger()

PATH = "/sandbox/bot{token:[^/]+}/{method}"
FILE = "/sandbox/file/bot{token:[^/]+}/{path:.+}"
UNRECORDED = ("getupdates",)  # a poll says nothing of what the bot did, and there are many
Answer = tuple[int, Any]


class BotApi:
    def __init__(self, world: World) -> None:
        self._world = world
        world.webhook.answer = self._call_from_webhook

    def routes(self) -> list[web.RouteDef]:
        return [web.get(PATH, self.serve), web.post(PATH, self.serve), web.get(FILE, self.serve_file)]

    async def serve(self, request: web.Request) -> web.StreamResponse:
        name, fault = request.match_info["method"], None
        try:
            self._authorise(request.match_info["token"])
            params = await read_params(request)
            fault = self._world.faults.of(name, params)
            status, body = await self._answer(request, name, params, fault)
        except ApiError as error:
            status, body = error.code, error.as_json()
        except web.HTTPRequestEntityTooLarge:
            status, body = HTTPStatus.REQUEST_ENTITY_TOO_LARGE, ApiError(413, "Request Entity Too Large").as_json()
        if self._world.latency:
            await asyncio.sleep(self._world.latency)
        if fault is not None and fault.kind == "cut":
            return await _cut(request, body)
        return web.json_response(body, status=status)

    async def serve_file(self, request: web.Request) -> web.Response:
        """What getFile named."""
        try:
            self._authorise(request.match_info["token"])
            file = self._world.files.at(request.match_info["path"])
            if file is None:
                raise not_found()
        except ApiError as error:
            return web.json_response(error.as_json(), status=error.code)
        return web.Response(body=file.data, content_type="application/octet-stream")

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

    async def _answer(self, request: web.Request, name: str, params: Params, fault: Fault | None) -> Answer:
        """Status and body, after what befalls the call; raises ApiError."""
        if fault is None:
            return HTTPStatus.OK, {"ok": True, "result": await self.call(name, params)}
        fault.refuse()
        if fault.kind == "drop-before":
            _hang_up(request)
            return HTTPStatus.OK, {}
        result = await self.call(name, params)
        if fault.kind == "error-after":
            raise fault.breakdown()
        if fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
        if fault.kind == "drop-after":
            _hang_up(request)
        return HTTPStatus.OK, {"ok": True, "result": result}

    def _authorise(self, token: str) -> None:
        if not hmac.compare_digest(token.encode(), self._world.bot.token.encode()):
            raise unauthorized()

    async def _call_from_webhook(self, body: Mapping[str, Any]) -> None:
        """A call in the response to an update; Telegram tells nobody when it fails."""
        try:
            await self.call(str(body["method"]), Params(body))
        except ApiError as error:
            log.warning("webhook.answer_refused", reason=error.description)


def _hang_up(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()


async def _cut(request: web.Request, body: Any) -> web.StreamResponse:
    """Half of the answer, then nothing more."""
    content = json.dumps(body).encode()
    response = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": str(len(content))})
    await response.prepare(request)
    await response.write(content[: len(content) // 2])
    if request.transport is not None:
        request.transport.close()
    return response
