"""A chat with an assistant, turn by turn."""

from datetime import datetime, timedelta
from typing import Any

from bot.answering.engine import Engine
from bot.answering.types import Answer, Context, Question
from bot.messages import callbacks
from tests.bot.answering.times import NOW


class Ask:
    """Asks questions on Wednesday, 25 November 2026 at 10:00, and on from there."""

    def __init__(self, engine: Engine, now: datetime = NOW) -> None:
        self._engine = engine
        self.now = now
        self.context: Context | None = None

    def __call__(self, text: str, **given: Any) -> Answer:
        """The answer; the next question is asked in its context."""
        answer = self._engine.answer(Question(text, self.now, context=self.context, **given))
        self.context = answer.context
        return answer

    def later(self, **passed: int) -> "Ask":
        """Let some time pass in the chat."""
        self.now += timedelta(**passed)
        return self


def assert_sendable(answer: Answer, engine: Engine) -> None:
    """It could be sent to Telegram, and is about records that the engine knows."""
    assert answer.text.strip()
    assert 0 <= answer.confidence <= 1
    assert len(set(answer.records)) == len(answer.records)
    assert all(key in engine.snapshot.records for key in answer.records)
    for row in answer.message.buttons:
        for button in row:
            assert button.text
            assert 1 <= len(button.data.encode()) <= callbacks.MAX_BYTES


def ids(answer: Answer) -> list[str]:
    """The ids of the records that an answer is about."""
    return [record_id for _, record_id in answer.records]


def lines(answer: Answer) -> list[str]:
    """What the tenant reads, line by line."""
    return answer.text.splitlines()
