"""A request, read with distrust."""

import json
from typing import Any, NoReturn

from aiohttp import web
from pydantic import ValidationError

from handlers.web.api.bodies import AnnouncementRequest
from handlers.web.api.faults import problem_of
from handlers.web.api.problems import ProblemError

KEY = "Idempotency-Key"
LONGEST_KEY = 255
DEEPEST = 32
"""Levels of a document within each other; ours have three."""


def key_of(request: web.Request) -> str:
    given = request.headers.getall(KEY, [])
    if not given or given == [""]:
        raise ProblemError("key-missing")
    if len(given) > 1 or len(given[0]) > LONGEST_KEY or not (given[0].isascii() and given[0].isprintable()):
        raise ProblemError("key-malformed", longest=LONGEST_KEY)
    return given[0]


async def document_of(request: web.Request) -> Any:
    """The body as JSON, whatever it says."""
    if request.content_type != "application/json":
        raise ProblemError("media-type")
    try:
        document = json.loads((await request.read()).decode(), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:  # UnicodeDecodeError is a ValueError
        raise ProblemError("not-json") from error
    if _depth(document) > DEEPEST:
        raise ProblemError("not-json")
    return document


def body_of(document: Any) -> AnnouncementRequest:
    try:
        return AnnouncementRequest.model_validate_json(json.dumps(document))
    except ValidationError as error:
        raise problem_of(error) from error


def _depth(document: Any) -> int:
    """Up to one more than DEEPEST."""
    level, depth = [document], 0
    while level and depth <= DEEPEST:
        depth += 1
        level = [
            inner
            for one in level
            if isinstance(one, dict | list)
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
    return depth


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
