from dataclasses import replace

from bot import exchanges, support
from bot.answering.types import Answer, Message, Outcome
from bot.exchanges import Asked
from bot.languages import Language
from bot.support import Note
from storage import cases
from storage.database import Database
from storage.models import Case
from tests.fakes import FakeClock

ASKED = Asked(chat_id=5, chat_type="private", message_id=8, text="硬功馆晚上开门吗")
ANSWER = Answer(Outcome.ANSWER, Message("全天"), Language.ZH)
NOTE = Note(chat_id=5, message_id=9, text="3号楼电梯坏了", language=Language.ZH)


async def waiting(database: Database) -> list[Case]:
    async with database.read() as session:
        return await cases.waiting(session)


async def test_latest_question_is_handed_over_once(database: Database, clock: FakeClock) -> None:
    for number in (1, 2):
        asked = replace(ASKED, message_id=number, text=f"question {number}")
        await exchanges.begin(database, asked, ANSWER, clock.now())
    for _ in range(2):
        assert await support.hand_over_latest(database, 5, clock.now())
    assert [case.question for case in await waiting(database)] == ["question 2"]


async def test_nothing_is_handed_over_for_a_chat_without_questions(database: Database, clock: FakeClock) -> None:
    assert not await support.hand_over_latest(database, 5, clock.now())
    assert await waiting(database) == []


async def test_words_for_staff_are_cut_to_what_is_kept(database: Database, clock: FakeClock) -> None:
    await support.hand_over_text(database, replace(NOTE, text="电梯" * 5000), clock.now())
    (case,) = await waiting(database)
    assert len(case.question) == 4096


async def test_message_for_staff_that_comes_again_is_one_case(database: Database, clock: FakeClock) -> None:
    for note in (NOTE, NOTE, replace(NOTE, message_id=10, text="还是坏的")):
        await support.hand_over_text(database, note, clock.now())
    assert [case.question for case in await waiting(database)] == ["3号楼电梯坏了", "还是坏的"]
