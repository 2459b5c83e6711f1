"""Polling: what Telegram is told only after the store knows it."""

import pytest
from structlog.testing import capture_logs

from bot.app import Assistant, assistant
from bot.inbox import Inbox
from bot.sandbox.client import SandboxClient
from bot.settings import Settings
from storage.errors import StoreUnavailableError
from storage.models.base import Json
from tests.fakes import FakeClock
from tests.handlers.conftest import LIN


@pytest.mark.parametrize(
    ("failure", "level"), [(StoreUnavailableError("locked"), "warning"), (RuntimeError("a bug"), "error")]
)
async def test_update_that_could_not_be_stored_is_asked_for_again(
    park: Assistant, telegram: SandboxClient, monkeypatch: pytest.MonkeyPatch, failure: Exception, level: str
) -> None:
    accept = Inbox.accept
    failures = iter([failure])

    async def sometimes(self: Inbox, payload: Json) -> bool:
        for one in failures:
            raise one
        return await accept(self, payload)

    monkeypatch.setattr(Inbox, "accept", sometimes)
    with capture_logs() as lines:
        assert "24" in (await telegram.ask(LIN, "硬功馆晚上开门吗")).text
    assert [(line["event"], line["log_level"]) for line in lines if line["log_level"] in {"warning", "error"}] == [
        ("update.not_stored", level),
        ("polling.failed", "warning"),
    ]


async def test_questions_asked_while_nobody_served_are_answered(
    settings: Settings, clock: FakeClock, telegram: SandboxClient
) -> None:
    question = await telegram.send_text(LIN, "硬功馆晚上开门吗")
    async with assistant(settings, clock):
        (answer,) = await telegram.wait_messages(LIN, after=question.change)
    assert "24" in answer.text
