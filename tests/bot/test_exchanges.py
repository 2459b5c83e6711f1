from dataclasses import replace

import pytest

from bot import exchanges, support, tenants
from bot.answering.types import Answer, Context, Message, Outcome
from bot.exchanges import Asked
from bot.languages import Language
from storage import cases
from storage.database import Database
from storage.models import Case, Exchange, Rating
from tests.fakes import FakeClock

ASKED = Asked(chat_id=5, chat_type="private", message_id=8, text="硬功馆晚上开门吗")


@pytest.fixture
def answer(clock: FakeClock) -> Answer:
    context = Context(clock.now(), (("facility", "makers-lab"),), "hours", None, ASKED.text)
    return Answer(
        Outcome.ANSWER, Message("全天"), Language.ZH, (("facility", "makers-lab"),), confidence=0.9, context=context
    )


async def kept(database: Database) -> list[Exchange]:
    held = await tenants.held(database, 5)
    return held.exchanges if held else []


async def waiting(database: Database) -> list[Case]:
    async with database.read() as session:
        return await cases.waiting(session)


async def test_answer_is_kept_before_and_after_it_is_sent(database: Database, clock: FakeClock, answer: Answer) -> None:
    begun = await exchanges.begin(database, ASKED, answer, clock.now())
    assert begun.reply_id is None
    await exchanges.sent(database, begun.id, 9)
    (one,) = await kept(database)
    assert (one.id, one.question, one.outcome, one.reply_id) == (begun.id, ASKED.text, "answer", 9)


async def test_chat_remembers_what_it_is_about(database: Database, clock: FakeClock, answer: Answer) -> None:
    await exchanges.begin(database, ASKED, answer, clock.now())
    chat = await tenants.find(database, 5)
    assert chat is not None
    assert chat.context is not None
    assert Context.from_json(chat.context) == answer.context


async def test_message_that_comes_again_keeps_its_exchange_and_its_reply(
    database: Database, clock: FakeClock, answer: Answer
) -> None:
    first = await exchanges.begin(database, ASKED, answer, clock.now())
    await exchanges.sent(database, first.id, 9)
    second = await exchanges.begin(database, replace(ASKED, text="edited"), answer, clock.now())
    assert (second.id, second.reply_id) == (first.id, 9)
    assert [one.question for one in await kept(database)] == ["edited"]


async def test_question_without_an_answer_goes_to_staff_once(
    database: Database, clock: FakeClock, answer: Answer
) -> None:
    unanswered = replace(answer, outcome=Outcome.HANDOVER, records=())
    for _ in range(2):
        await exchanges.begin(database, ASKED, unanswered, clock.now())
    assert [(case.chat_id, case.question) for case in await waiting(database)] == [(5, ASKED.text)]


async def test_thumb_is_kept_in_its_own_chat_alone(database: Database, clock: FakeClock, answer: Answer) -> None:
    begun = await exchanges.begin(database, ASKED, answer, clock.now())
    assert not await exchanges.rate(database, 6, begun.id, Rating.DOWN)
    assert await exchanges.rate(database, 5, begun.id, Rating.UP)
    assert [one.rating for one in await kept(database)] == [Rating.UP]


async def test_latest_question_is_handed_over_once(database: Database, clock: FakeClock, answer: Answer) -> None:
    for number in (1, 2):
        asked = replace(ASKED, message_id=number, text=f"question {number}")
        await exchanges.begin(database, asked, answer, clock.now())
    for _ in range(2):
        assert await support.hand_over_latest(database, 5, clock.now())
    assert [case.question for case in await waiting(database)] == ["question 2"]


async def test_nothing_is_handed_over_for_a_chat_without_questions(database: Database, clock: FakeClock) -> None:
    assert not await support.hand_over_latest(database, 5, clock.now())
    assert await waiting(database) == []


async def test_words_for_staff_are_cut_to_what_is_kept(database: Database, clock: FakeClock) -> None:
    await support.hand_over_text(database, 5, "电梯" * 5000, Language.ZH, clock.now())
    (case,) = await waiting(database)
    assert len(case.question) == 4096
