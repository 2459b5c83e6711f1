"""JSON in and out of the control API."""

import math
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from aiohttp import web
from pydantic import ValidationError

from bot.sandbox.control.bodies import Body
from bot.sandbox.control.people import RefusedError
from bot.sandbox.errors import ApiError

Given = TypeVar("Given", bound=Body)
Handler = Callable[[web.Request], Awaitable[Any]]
AiohttpHandler = Callable[[web.Request], Awaitable[web.Response]]


def answering(handler: Handler) -> AiohttpHandler:
    """What the handler returns, as JSON; what people cannot do as {"error": why}."""

    async def respond(request: web.Request) -> web.Response:
        try:
            return web.json_response(await handler(request))
        except RefusedError as error:
            return web.json_response({"error": str(error)}, status=409)
        except ApiError as error:
            return web.json_response({"error": error.description}, status=409)
        except ValidationError as error:
            return web.json_response({"error": error.errors(include_url=False)[0]["msg"]}, status=400)

    return respond


async def read_body(request: web.Request, kind: type[Given]) -> Given:
    """Takes nothing but JSON, which no other site can make a browser send."""
    if request.content_type != "application/json":
        raise RefusedError("send application/json")
    return kind.model_validate_json(await request.read())


def number(request: web.Request, name: str) -> float:
    """A number of the query, 0 when it is missing or none."""
    try:
        value = float(request.query.get(name, "0"))
    except ValueError:
        return 0.0
    return value if math.isfinite(value) else 0.0
