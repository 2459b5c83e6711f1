from bot.app import Assistant
from bot.sandbox.client import SandboxClient
from storage import cases
from storage.models import Case
from tests.handlers.conftest import EMMA, LIN, ZH


async def noted(park: Assistant) -> list[Case]:
    async with park.services.database.read() as session:
        return await cases.waiting(session)


async def test_human_hands_the_last_question_over_once(park: Assistant, telegram: SandboxClient) -> None:
    await telegram.ask(LIN, "硬功馆晚上开门吗")
    for _ in range(2):
        answer = await telegram.ask(LIN, "/human")
        assert answer.text.startswith(ZH("answer-handover-asked"))
        assert "0571-0000-0000" in answer.text
    (case,) = await noted(park)
    assert (case.question, case.chat_id) == ("硬功馆晚上开门吗", LIN)


async def test_human_with_words_hands_them_over(park: Assistant, telegram: SandboxClient) -> None:
    await telegram.ask(EMMA, "/human the lift in building 3 is broken")
    (case,) = await noted(park)
    assert (case.question, case.language, case.exchange_id) == ("the lift in building 3 is broken", "en", None)


async def test_human_without_any_question_asks_for_one(park: Assistant, telegram: SandboxClient) -> None:
    answer = await telegram.ask(LIN, "/human")
    assert answer.text == f"{ZH('human-title')}\n{ZH('human-ask-first')}"
    assert await noted(park) == []


async def test_human_button_answers_below_and_leaves_the_message(park: Assistant, telegram: SandboxClient) -> None:
    await telegram.ask(LIN, "硬功馆晚上开门吗")
    hello = await telegram.ask(LIN, "/start")
    assert (await telegram.press(LIN, hello.id, "human")).answered
    (answer,) = await telegram.wait_messages(LIN, after=hello.change)
    assert answer.id > hello.id
    assert len(await noted(park)) == 1
