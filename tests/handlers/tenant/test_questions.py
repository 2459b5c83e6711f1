from typing import Any

import pytest
from structlog.testing import capture_logs
from telegram.error import NetworkError

from bot.answering.service import AnswerService
from bot.answering.text import language_of
from bot.answering.types import Answer, Context, Question
from bot.app import Assistant, assistant
from bot.delivery import telegram as delivery
from bot.languages import Language
from bot.sandbox.client import SandboxClient
from bot.settings import Settings
from storage import cases, exchanges
from storage.models import Exchange
from tests.fakes import FakeClock
from tests.handlers.conftest import EMMA, LIN, ZH, Faults, data_of
from tests.waiting import until

HOSTILE = [
    "<b>bold</b> & </script> <tg-spoiler>",
    "\u0000\u0001\u0007\u001b[31m 你好",
    "😀" * 2000,
    "\u202e\u200f\u200e\u200b\ufeff",
    "a" * 4096,
    "'; DROP TABLE chats; --",
    "{{ 7*7 }} %s %(x)s { $name }",
    "\u0301" * 500,
    "？！。，",
]


async def exchange_of(park: Assistant, chat: int, message_id: int) -> Exchange | None:
    async with park.services.database.read() as session:
        return await exchanges.by_message(session, chat, message_id)


async def test_question_gets_exactly_one_message(park: Assistant, telegram: SandboxClient) -> None:
    answer = await telegram.ask(LIN, "硬功馆晚上开门吗")
    assert "24" in answer.text
    await telegram.ask(LIN, "/help")  # whatever else the question might have caused would have come before this
    assert len(await telegram.calls(method="sendMessage", chat=LIN)) == 2


async def test_question_in_english_is_answered_in_english(park: Assistant, telegram: SandboxClient) -> None:
    answer = await telegram.ask(LIN, "Is the hardware lab open at night?")
    assert "24 hours" in answer.text


async def test_question_is_kept_with_its_answer(park: Assistant, telegram: SandboxClient) -> None:
    question = await telegram.send_text(LIN, "硬功馆晚上开门吗")
    (answer,) = await telegram.wait_messages(LIN, after=question.change)
    await telegram.ask(LIN, "/help")
    kept = await exchange_of(park, LIN, question.id)
    assert kept is not None
    assert (kept.question, kept.outcome, kept.records, kept.language, kept.reply_id) == (
        "硬功馆晚上开门吗",
        "answer",
        [["facility", "makers-lab"]],
        "zh",
        answer.id,
    )


async def test_follow_up_refers_to_the_question_before_it_even_after_a_restart(
    settings: Settings, clock: FakeClock, telegram: SandboxClient
) -> None:
    async with assistant(settings, clock):
        await telegram.ask(LIN, "三年租金补贴能补多少？")
    async with assistant(settings, clock):
        assert "营业执照" in (await telegram.ask(LIN, "那要什么材料？")).text


async def test_edited_question_edits_its_answer(park: Assistant, telegram: SandboxClient) -> None:
    question = await telegram.send_text(LIN, "三年租金补贴要什么材料？")
    (first,) = await telegram.wait_messages(LIN, after=question.change)
    edited = await telegram.edit_text(LIN, question.id, "硬功馆晚上开门吗")
    (second,) = await telegram.wait_messages(LIN, after=edited.change)
    assert second.id == first.id
    assert "24" in second.text
    await telegram.ask(LIN, "/help")
    kept = await exchange_of(park, LIN, question.id)
    assert kept is not None
    assert (kept.question, kept.reply_id) == ("硬功馆晚上开门吗", first.id)


async def test_edited_follow_up_still_refers_to_the_question_before_it(
    park: Assistant, telegram: SandboxClient
) -> None:
    await telegram.ask(LIN, "三年租金补贴能补多少？")
    follow_up = await telegram.send_text(LIN, "硬功馆晚上开门吗")
    await telegram.wait_messages(LIN, after=follow_up.change)
    edited = await telegram.edit_text(LIN, follow_up.id, "那要什么材料？")
    (answer,) = await telegram.wait_messages(LIN, after=edited.change)
    assert "营业执照" in answer.text


async def test_edit_of_an_older_question_leaves_what_the_chat_is_about(
    park: Assistant, telegram: SandboxClient
) -> None:
    older = await telegram.send_text(LIN, "食堂几点开门？")
    await telegram.wait_messages(LIN, after=older.change)
    await telegram.ask(LIN, "三年租金补贴能补多少？")
    edited = await telegram.edit_text(LIN, older.id, "硬功馆晚上开门吗")
    await telegram.wait_messages(LIN, after=edited.change)
    assert "营业执照" in (await telegram.ask(LIN, "那要什么材料？")).text


async def test_question_whose_sending_failed_is_read_again_as_the_first_time(
    park: Assistant, telegram: SandboxClient, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await telegram.ask(LIN, "三年租金补贴能补多少？")
    read: list[Context | None] = []
    answer = AnswerService.answer

    async def answer_once_noted(self: AnswerService, question: Question) -> Answer:
        read.append(question.context)
        return await answer(self, question)

    failures = iter([NetworkError("reset")])
    send = delivery.send

    async def sometimes(*given: Any, **named: Any) -> int | None:
        for failure in failures:
            raise failure
        return await send(*given, **named)

    monkeypatch.setattr(AnswerService, "answer", answer_once_noted)
    monkeypatch.setattr(delivery, "send", sometimes)
    with capture_logs() as lines:
        question = await telegram.send_text(LIN, "硬功馆晚上开门吗")
        await until(lambda: any(line["event"] == "update.postponed" for line in lines))
    clock.advance(seconds=5)
    (shown,) = await telegram.wait_messages(LIN, after=question.change)
    assert "24" in shown.text
    assert read[0] is not None
    assert read == [read[0]] * 2


async def test_unanswerable_question_is_noted_for_staff(park: Assistant, telegram: SandboxClient) -> None:
    answer = await telegram.ask(LIN, "帮我订一张去北京的机票")
    assert not data_of(answer, "rate:")
    await telegram.ask(LIN, "/help")
    async with park.services.database.read() as session:
        (case,) = await cases.waiting(session)
    assert (case.chat_id, case.question, case.language) == (LIN, "帮我订一张去北京的机票", "zh")


async def test_caption_is_a_question(park: Assistant, telegram: SandboxClient) -> None:
    question = await telegram.send_media(LIN, "photo", caption="硬功馆晚上开门吗")
    (answer,) = await telegram.wait_messages(LIN, after=question.change)
    assert "24" in answer.text


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_is_answered_politely(
    park: Assistant, telegram: SandboxClient, faults: Faults, text: str
) -> None:
    answer = await telegram.ask(LIN, text)
    assert answer.text
    assert answer.text != ZH("error-apology")
    assert faults() == []


async def test_chosen_language_wins_over_the_question(park: Assistant, telegram: SandboxClient) -> None:
    settings = await telegram.ask(EMMA, "/settings")
    await telegram.press(EMMA, settings.id, "lang:zh")
    assert "小时" in (await telegram.ask(EMMA, "When is the hardware lab open?")).text


@pytest.mark.parametrize("text", ["24?", "👍", "/nosuchcommand"])
async def test_text_that_tells_no_language_is_answered_in_that_of_the_last_question(
    park: Assistant, telegram: SandboxClient, text: str
) -> None:
    for person, question, language in (
        (LIN, "Is the hardware lab open at night?", Language.EN),
        (EMMA, "硬功馆晚上开门吗", Language.ZH),
    ):
        await telegram.ask(person, question)
        answer = await telegram.ask(person, text)
        assert language_of(answer.text, Language.EN if language is Language.ZH else Language.ZH) is language
