"""What becomes of an update by the error that its handling meets."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot import tenants
from bot.announcements.service import Announcements
from bot.answering.service import AnswerService
from bot.answering.sources import Store
from bot.delivery.pacing import Pacing
from bot.delivery.request import AiohttpRequest
from bot.inbox import TryLaterError
from bot.languages import Language
from bot.mentoring.reading import Days
from bot.mentoring.service import Mentoring
from bot.phone_calendars import PhoneCalendars
from bot.registrations.service import Registrations
from bot.services import Services
from bot.settings import Settings
from handlers.application import ParkApplication, build_application
from storage.database import opened
from storage.errors import StoreUnavailableError
from tests.fakes import FakeClock

UPDATE = {"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}}}


@pytest.fixture
async def services(settings: Settings, clock: FakeClock) -> AsyncIterator[Services]:
    async with opened(settings.database_url) as database:
        await tenants.meet(database, 5, "private", clock.now(), Language.ZH)
        answering = AnswerService(Store(database, clock), settings.timezone)
        zone = settings.timezone
        registrations = Registrations(database, clock, zone, answering.knowledge)
        mentoring = Mentoring.of(Days(database, clock, zone, answering.knowledge))
        yield Services(
            settings,
            clock,
            database,
            answering,
            Announcements(database, clock, zone),
            registrations,
            mentoring,
            PhoneCalendars(registrations, mentoring),
        )


@pytest.fixture
def application(services: Services) -> ParkApplication:
    return build_application(services.settings.token, services, Pacing(30))


def meeting(application: ParkApplication, error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every handling ends in this error."""

    async def process_update(*_: Any) -> None:
        raise error

    monkeypatch.setattr(application, "process_update", process_update)


async def reachable(services: Services) -> bool:
    chat = await tenants.find(services.database, 5)
    assert chat is not None
    return chat.reachable


@pytest.mark.parametrize(
    ("error", "after"),
    [
        (RetryAfter(30), 30),
        (RetryAfter(timedelta(hours=2)), 7200),
        (TimedOut(), 0),
        (NetworkError("reset"), 0),
        (StoreUnavailableError("locked"), 0),
    ],
)
async def test_passing_error_is_tried_later(
    application: ParkApplication, monkeypatch: pytest.MonkeyPatch, error: Exception, after: int
) -> None:
    meeting(application, error, monkeypatch)
    with pytest.raises(TryLaterError) as later:
        await application.work(UPDATE)
    assert later.value.after == timedelta(seconds=after)


@pytest.mark.parametrize(
    "error", [Forbidden("bot was blocked by the user"), BadRequest("Chat not found"), ChatMigrated(-1005)]
)
async def test_chat_that_is_closed_is_let_go(
    services: Services, application: ParkApplication, monkeypatch: pytest.MonkeyPatch, error: TelegramError
) -> None:
    meeting(application, error, monkeypatch)
    await application.work(UPDATE)
    assert not await reachable(services)


@pytest.mark.parametrize("error", [BadRequest("Can't parse entities"), RuntimeError("a bug")])
async def test_fault_of_ours_is_raised(
    services: Services, application: ParkApplication, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    meeting(application, error, monkeypatch)
    with pytest.raises(type(error)):
        await application.work(UPDATE)
    assert await reachable(services)


async def test_one_who_is_asked_for_patience_makes_all_wait(
    application: ParkApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = 0

    async def refuse(*_: Any, **__: Any) -> tuple[int, bytes]:
        nonlocal calls
        calls += 1
        return 429, b'{"ok": false, "description": "Too Many Requests", "parameters": {"retry_after": 30}}'

    monkeypatch.setattr(AiohttpRequest, "do_request", refuse)
    for chat_id in (5, 6, 7):
        with pytest.raises(RetryAfter):
            await application.bot.send_message(chat_id, "你好")
    assert calls == 1
