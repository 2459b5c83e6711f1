"""What goes wrong is answered as application/problem+json (RFC 9457), never as a traceback."""

import json
from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus
from typing import Any

import structlog
from aiohttp import web

from bot.languages import Language
from bot.messages.texts import texts_in
from storage.errors import StoreError

log = structlog.get_logger(__name__)

PATIENCE = "5"
"""Seconds after which to try again when the store does not answer."""

STATUSES = {
    "token-missing": 401,
    "token-wrong": 401,
    "slow-down": 429,
    "no-right": 403,
    "key-missing": 400,
    "key-malformed": 400,
    "key-reused": 409,
    "media-type": 415,
    "not-json": 400,
    "too-large": 413,
    "malformed": 422,
    "unknown-audience": 422,
    "format": 422,
    "empty": 422,
    "too-long": 422,
    "no-audience": 422,
    "past": 422,
    "too-far": 422,
    "not-found": 404,
    "no-such-address": 404,
    "wrong-method": 405,
    "refused": 400,
    "unavailable": 503,
    "failed": 500,
}
"""By key: api-title-<key> and api-<key> of the message files say what it is."""

Detail = Callable[[Language], str]


class ProblemError(Exception):
    """`values` are for its text, `headers` and `more` fields for the answer; `detail` says it in place of its text."""

    def __init__(
        self,
        key: str,
        *,
        headers: Mapping[str, str] | None = None,
        more: Callable[[Language], Mapping[str, Any]] | None = None,
        detail: Detail | None = None,
        **values: Any,
    ) -> None:
        super().__init__(key)
        self.key = key
        self._headers = headers or {}
        self._more = more or (lambda _: {})
        self._detail = detail or (lambda language: texts_in(language)(f"api-{key}", **values))

    def response(self, language: Language) -> web.Response:
        body = {
            "type": f"/api/docs#{self.key}",
            "title": texts_in(language)(f"api-title-{self.key}"),
            "status": STATUSES[self.key],
            "detail": self._detail(language),
            **self._more(language),
        }
        return web.Response(
            body=json.dumps(body, ensure_ascii=False).encode("utf-8", "replace"),
            status=STATUSES[self.key],
            content_type="application/problem+json",
            headers={"Content-Language": language.value, "Cache-Control": "no-store", **self._headers},
        )


@web.middleware
async def as_problems(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    try:
        return await handler(request)
    except ProblemError as problem:
        return problem.response(language_of(request))
    except web.HTTPException as error:
        if error.status < HTTPStatus.BAD_REQUEST:
            raise
        return _of_http(error).response(language_of(request))
    except web.RequestPayloadError:
        return ProblemError("refused").response(language_of(request))
    except StoreError as error:
        log.warning("api.store_failed", error=str(error))
        return ProblemError("unavailable", headers={"Retry-After": PATIENCE}).response(language_of(request))
    except ConnectionError:
        raise
    except Exception:
        log.exception("api.failed", method=request.method, path=request.path)
        return ProblemError("failed").response(language_of(request))


def language_of(request: web.Request) -> Language:
    """The first of those that the client asks for; programs that ask for none are told in English."""
    wanted = request.headers.get("Accept-Language", "").strip().lower()
    return Language.ZH if wanted.startswith("zh") else Language.EN


def _of_http(error: web.HTTPException) -> ProblemError:
    match error:
        case web.HTTPNotFound():
            return ProblemError("no-such-address")
        case web.HTTPMethodNotAllowed():
            methods = ", ".join(sorted(error.allowed_methods))
            return ProblemError("wrong-method", methods=methods, headers={"Allow": methods})
        case web.HTTPRequestEntityTooLarge():
            return ProblemError("too-large")
    return ProblemError("refused")
