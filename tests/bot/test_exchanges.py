from dataclasses import replace

import pytest

from bot import exchanges, support, tenants
from bot.answering.types import Answer, Candidate, Context, Explanation, Message, Outcome
from bot.exchanges import Asked, Explained
from bot.languages import Language
from storage import cases
from storage.database import Database
from storage.models import Case, CaseState, Exchange, Rating
from tests.fakes import FakeClock

ASKED = Asked(chat_id=5, chat_type="private", message_id=8, text="硬功馆晚上开门吗")

LAB = ("facility", "makers-lab")


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


async def about(database: Database) -> Context | None:
    chat = await tenants.find(database, 5)
    assert chat is not None
    return Context.from_json(chat.context) if chat.context else None


async def test_answer_is_kept_before_and_after_it_is_sent(database: Database, clock: FakeClock, answer: Answer) -> None:
    begun = await exchanges.begin(database, ASKED, answer, clock.now())
    assert begun.reply_id is None
    await exchanges.sent(database, 5, begun.id, 9, answer.context)
    (one,) = await kept(database)
    assert (one.id, one.question, one.outcome, one.reply_id) == (begun.id, ASKED.text, "answer", 9)


async def test_chat_is_about_an_answer_once_it_is_sent(database: Database, clock: FakeClock, answer: Answer) -> None:
    begun = await exchanges.begin(database, ASKED, answer, clock.now())
    assert await about(database) is None
    await exchanges.sent(database, 5, begun.id, 9, answer.context)
    assert await about(database) == answer.context


async def test_answer_of_unknown_fate_is_what_the_chat_is_about(
    database: Database, clock: FakeClock, answer: Answer
) -> None:
    begun = await exchanges.begin(database, ASKED, answer, clock.now())
    await exchanges.sent(database, 5, begun.id, None, answer.context)
    assert await about(database) == answer.context
    assert [one.reply_id for one in await kept(database)] == [None]


async def test_chat_is_not_about_an_older_answer_again(database: Database, clock: FakeClock, answer: Answer) -> None:
    assert answer.context is not None
    first = await exchanges.begin(database, ASKED, answer, clock.now())
    second = await exchanges.begin(database, replace(ASKED, message_id=10), answer, clock.now())
    await exchanges.sent(database, 5, second.id, 11, answer.context)
    await exchanges.sent(database, 5, first.id, 9, replace(answer.context, aspect="price"))
    assert await about(database) == answer.context


async def test_message_that_comes_again_keeps_its_exchange_its_reply_and_its_context(
    database: Database, clock: FakeClock, answer: Answer
) -> None:
    assert await exchanges.find(database, 5, ASKED.message_id) is None
    first = await exchanges.begin(database, replace(ASKED, context=answer.context), answer, clock.now())
    await exchanges.sent(database, 5, first.id, 9, answer.context)
    again = await exchanges.find(database, 5, ASKED.message_id)
    assert again == replace(first, reply_id=9)
    assert again.context == answer.context
    second = await exchanges.begin(database, replace(ASKED, text="edited"), answer, clock.now())
    assert second == again
    assert [one.question for one in await kept(database)] == ["edited"]


async def test_question_without_an_answer_goes_to_staff_once(
    database: Database, clock: FakeClock, answer: Answer
) -> None:
    unanswered = replace(answer, outcome=Outcome.HANDOVER, records=())
    for _ in range(2):
        await exchanges.begin(database, ASKED, unanswered, clock.now())
    assert [(case.chat_id, case.question) for case in await waiting(database)] == [(5, ASKED.text)]


async def cases_of(database: Database) -> list[tuple[str, CaseState]]:
    held = await tenants.held(database, 5)
    return [(case.question, case.state) for case in held.cases] if held else []


async def test_case_follows_a_question_that_is_edited(database: Database, clock: FakeClock, answer: Answer) -> None:
    unanswered = replace(answer, outcome=Outcome.HANDOVER, records=())
    for text, outcome, state in (
        ("养猫", unanswered, CaseState.OPEN),
        ("养狗", unanswered, CaseState.OPEN),
        ("硬功馆", answer, CaseState.CLOSED),
        ("养鸟", unanswered, CaseState.OPEN),
    ):
        await exchanges.begin(database, replace(ASKED, text=text), outcome, clock.now())
        assert await cases_of(database) == [(text, state)]


async def test_case_that_a_person_asked_for_stays_open_after_an_edit(
    database: Database, clock: FakeClock, answer: Answer
) -> None:
    await exchanges.begin(database, ASKED, answer, clock.now())
    await support.hand_over_latest(database, 5, clock.now())
    await exchanges.begin(database, replace(ASKED, text="edited"), answer, clock.now())
    assert await cases_of(database) == [("edited", CaseState.OPEN)]


async def test_case_that_was_closed_is_open_again_for_who_asks_for_a_person(
    database: Database, clock: FakeClock, answer: Answer
) -> None:
    for outcome in (Outcome.HANDOVER, Outcome.ANSWER):
        await exchanges.begin(database, ASKED, replace(answer, outcome=outcome), clock.now())
    await support.hand_over_latest(database, 5, clock.now())
    assert await cases_of(database) == [(ASKED.text, CaseState.OPEN)]


async def test_why_is_kept_for_staff_in_their_own_chat_alone(
    database: Database, clock: FakeClock, answer: Answer
) -> None:
    because = Explanation("硬功馆晚上开门吗", ("hours",), candidates=(Candidate(LAB, 0.9),), reason="sure", revision=3)
    explained = replace(answer, explanation=because)
    for_tenant = await exchanges.begin(database, replace(ASKED, message_id=7), explained, clock.now())
    for_staff = await exchanges.begin(database, replace(ASKED, by_staff=True), explained, clock.now())
    assert await exchanges.why(database, 5, for_tenant.id) is None
    assert await exchanges.why(database, 6, for_staff.id) is None
    assert await exchanges.why(database, 5, 99) is None
    kept = await exchanges.why(database, 5, for_staff.id)
    assert kept == Explained(clock.now(), Outcome.ANSWER, 0.9, because)


async def test_thumb_is_kept_in_its_own_chat_alone(database: Database, clock: FakeClock, answer: Answer) -> None:
    begun = await exchanges.begin(database, ASKED, answer, clock.now())
    assert not await exchanges.rate(database, 6, begun.id, Rating.DOWN)
    assert await exchanges.rate(database, 5, begun.id, Rating.UP)
    assert [one.rating for one in await kept(database)] == [Rating.UP]
