"""What a program asks for, as the draft of an announcement."""

from datetime import datetime, timedelta

from bot.announcements.audience import Audience
from bot.announcements.drafting import Draft
from bot.announcements.releasing import GRACE
from bot.languages import Language
from bot.messages.content import Content
from bot.messages.formats.marked import FormatError
from bot.messages.formats.written import Format, written
from bot.messages.texts import texts_in
from bot.services import Services
from handlers.audience import names
from handlers.web.api.bodies import AnnouncementRequest, Wording
from handlers.web.api.problems import ProblemError

FURTHEST = timedelta(days=366)
TOLD = 20
"""So many ids that do not exist are named in the sentence."""


async def draft_of(body: AnnouncementRequest, services: Services) -> Draft:
    """Raises ProblemError for what cannot be."""
    if body.send_at:
        _demand_near(body.send_at, services.clock.now())
    await _demand_known(body.audience, services)
    return Draft(
        contents={language: _content(*written_, body.format) for language, written_ in _texts(body, services).items()},
        audience=body.audience,
        urgent=body.urgent,
        acknowledged=body.acknowledged,
        send_at=body.send_at,
    )


def _texts(body: AnnouncementRequest, services: Services) -> dict[Language, tuple[str, str]]:
    """By language: the field that it is in, and the text."""
    if isinstance(body.text, Wording):
        given = {language: getattr(body.text, language.value) for language in Language}
        return {language: (f"text.{language}", text) for language, text in given.items() if text is not None}
    return {services.answering.guess_language(body.text, Language.ZH): ("text", body.text)}


def _content(field: str, text: str, form: Format) -> Content:
    try:
        return written(text, form)
    except FormatError as error:
        key, found = f"api-format-{error.key}", error.found
        raise ProblemError(
            "format", detail=lambda language: f"{field}: {texts_in(language)(key, found=found)}"
        ) from error


def _demand_near(send_at: datetime, now: datetime) -> None:
    if send_at < now - GRACE:
        raise ProblemError("past")
    if send_at > now + FURTHEST:
        raise ProblemError("too-far")


async def _demand_known(audience: Audience, services: Services) -> None:
    unknown = audience.unknown(await names(services)) if audience.criteria else []
    if not unknown:
        return
    by_list: dict[str, list[str]] = {}
    for listed, one in unknown:
        by_list.setdefault(listed, []).append(one)
    told = ", ".join(f"{listed} {one}" for listed, one in unknown[:TOLD]) + (", …" if len(unknown) > TOLD else "")
    raise ProblemError("unknown-audience", more=lambda _: {"unknown": by_list}, names=told)
