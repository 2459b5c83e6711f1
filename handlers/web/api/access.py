"""Which programs may: the one place where the API is closed to those who have not the right."""

from collections.abc import Awaitable, Callable
from functools import partial, wraps

import structlog
from aiohttp import web

from bot.people import tokens
from bot.people.secret_links import hash_of
from bot.people.staff import Right
from bot.people.tokens import Program
from bot.services import Services
from handlers.web.api.problems import ProblemError
from handlers.web.guard import Guard, TooManyError

log = structlog.get_logger(__name__)

SERVICES: web.AppKey[Services] = web.AppKey("services")
GUARD: web.AppKey[Guard] = web.AppKey("guard")
CHALLENGE = {"WWW-Authenticate": 'Bearer realm="parkbot"'}
WRONG = {"WWW-Authenticate": 'Bearer realm="parkbot", error="invalid_token"'}

Handler = Callable[[web.Request, Program], Awaitable[web.StreamResponse]]


def requires(right: Right) -> Callable[[Handler], Callable[[web.Request], Awaitable[web.StreamResponse]]]:
    """A handler for programs with the right, as the store says now: a revoked token counts no more at once."""

    def closed(handle: Handler) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        @wraps(handle)
        async def handler(request: web.Request) -> web.StreamResponse:
            program = await _program_of(request)
            if not program.may(right):
                log.info("api.refused", right=right.value, program=program.name, role=program.role.value)
                raise ProblemError("no-right", role=program.role.value)
            return await handle(request, program)

        return handler

    return closed


async def _program_of(request: web.Request) -> Program:
    find = partial(tokens.find, request.app[SERVICES].database)
    try:
        program = await request.app[GUARD].look_up(hash_of(_secret(request)), request.remote, find)
    except TooManyError as many:
        headers = {"Retry-After": f"{many.seconds}"}
        raise ProblemError("slow-down", headers=headers, seconds=many.seconds) from many
    if program is None:
        log.info("api.token_refused", address=request.remote)
        raise ProblemError("token-wrong", headers=WRONG)
    return program


def _secret(request: web.Request) -> str:
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not secret.strip():
        raise ProblemError("token-missing", headers=CHALLENGE)
    return secret.strip()
