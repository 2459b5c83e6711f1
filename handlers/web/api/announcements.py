"""POST /api/v1/announcements: send one. GET /api/v1/announcements/{id}: how it stands."""

import re
from http import HTTPStatus

from aiohttp import web
from pydantic import BaseModel
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.announcements.errors import AnnouncementError, GoneError
from bot.idempotency import AnsweredError, Keyed, OtherBodyError, fingerprint
from bot.people.staff import Right
from bot.people.tokens import Program
from bot.services import Services
from handlers.web.api.access import SERVICES, requires
from handlers.web.api.bodies import Accepted, Standing
from handlers.web.api.drafts import draft_of
from handlers.web.api.problems import ProblemError
from handlers.web.api.reading import body_of, document_of, key_of
from storage.models import Announcement, AnnouncementState
from storage.models.base import Json

PATH = "/v1/announcements"
ID = re.compile("[0-9]{1,9}")
"""As many digits as the store has room for."""
REPLAYED = "Idempotency-Replayed"


@requires(Right.ANNOUNCEMENTS)
async def post(request: web.Request, program: Program) -> web.Response:
    """202 says that it is stored together with this answer, which whoever repeats the request gets again."""
    services, key, document = request.app[SERVICES], key_of(request), await document_of(request)
    keyed = Keyed(program.name, key, fingerprint(document))
    if repeated := await _repeated(keyed, services):
        return repeated
    draft = await draft_of(body_of(document), services)

    async def receipt(session: AsyncSession, announcement: Announcement) -> None:
        await keyed.answer(session, HTTPStatus.ACCEPTED, _json(Accepted.of(announcement)), services.clock.now())

    try:
        announcement = await services.announcements.publish(program.actor, draft, receipt)
    except AnsweredError as error:  # at this moment, by a request with the same key
        if repeated := await _repeated(keyed, services):
            return repeated
        raise ProblemError("unavailable") from error
    except AnnouncementError as error:
        raise ProblemError(error.key) from error
    return _accepted(_json(Accepted.of(announcement)))


@requires(Right.READ)
async def get(request: web.Request, _program: Program) -> web.Response:
    """What staff have only drafted is not shown."""
    given = request.match_info["id"]
    announcement_id = int(given) if ID.fullmatch(given) else 0
    try:
        status = await request.app[SERVICES].announcements.status(announcement_id)
    except GoneError as error:
        raise ProblemError("not-found") from error
    if status.announcement.state is AnnouncementState.DRAFT:
        raise ProblemError("not-found")
    return _answer(_json(Standing.of(status)))


async def _repeated(keyed: Keyed, services: Services) -> web.Response | None:
    """What the same request was answered; None for a new one."""
    try:
        answer = await keyed.answered(services.database, services.clock.now())
    except OtherBodyError as error:
        raise ProblemError("key-reused") from error
    return _accepted(answer, **{REPLAYED: "true"}) if answer else None


def _accepted(answer: Json, **headers: str) -> web.Response:
    place = {"Location": f"/api{PATH}/{answer['id']}"}
    return _answer(answer, HTTPStatus.ACCEPTED, **place, **headers)


def _answer(answer: Json, status: int = HTTPStatus.OK, **headers: str) -> web.Response:
    return web.json_response(answer, status=status, headers={"Cache-Control": "no-store", **headers})


def _json(body: BaseModel) -> Json:
    return body.model_dump(mode="json")
