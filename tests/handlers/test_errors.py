"""What happens when handlers, Telegram or the store fail."""

from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.answering.service import AnswerService
from bot.app import Assistant
from bot.sandbox.client import SandboxClient
from storage import chats, updates
from storage.errors import StoreUnavailableError
from storage.models import UpdateState
from tests.fakes import FakeClock
from tests.handlers.conftest import EMMA, EN, LIN, ZH
from tests.waiting import until


async def parked(park: Assistant) -> int:
    async with park.services.database.read() as session:
        return await updates.count(session, UpdateState.PARKED)


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """An assistant that fails at every question."""

    async def answer(*_: Any) -> None:
        raise RuntimeError("secret inner detail")

    monkeypatch.setattr(AnswerService, "answer", answer)


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(("person", "texts"), [(LIN, ZH), (EMMA, EN)])
async def test_question_that_always_fails_gets_one_apology(
    park: Assistant, telegram: SandboxClient, clock: FakeClock, person: int, texts: Any
) -> None:
    with capture_logs() as lines:
        question = await telegram.send_text(person, "硬功馆?" if person == LIN else "hardware lab?")
        for _ in range(2):
            await until(lambda: sum(line["event"] == "update.failed" for line in lines) > 0)
            lines.clear()
            clock.advance(seconds=5)
        (apology,) = await telegram.wait_messages(person, after=question.change)
    assert apology.text == texts("error-apology")
    await until(lambda: parked(park), is_=1)
    assert (await telegram.ask(person, "/help")).text.startswith(texts("help-title"))
    assert len(await telegram.calls(method="sendMessage", chat=person)) == 2


async def test_question_waits_while_the_store_does_not_answer(
    park: Assistant, telegram: SandboxClient, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = AnswerService.answer
    failures = iter([StoreUnavailableError("locked")])

    async def sometimes(self: AnswerService, question: Any) -> Any:
        for failure in failures:
            raise failure
        return await answer(self, question)

    monkeypatch.setattr(AnswerService, "answer", sometimes)
    with capture_logs() as lines:
        question = await telegram.send_text(LIN, "硬功馆晚上开门吗")
        await until(lambda: any(line["event"] == "update.postponed" for line in lines))
    clock.advance(seconds=5)
    (answered,) = await telegram.wait_messages(LIN, after=question.change)
    assert "24" in answered.text


async def test_question_of_somebody_who_blocked_us_is_let_go(park: Assistant, telegram: SandboxClient) -> None:
    await telegram.ask(LIN, "/start")
    await telegram.set_latency(0.05)
    await telegram.send_text(LIN, "硬功馆晚上开门吗")
    await telegram.block(LIN)

    async def at_rest() -> tuple[int, bool | None]:
        async with park.services.database.read() as session:
            chat = await chats.get(session, LIN)
            return await updates.count(session, UpdateState.PENDING), chat.reachable if chat else None

    await until(at_rest, is_=(0, False))
    assert await parked(park) == 0
