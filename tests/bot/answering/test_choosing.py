"""Did you mean this or that: what is offered, and what is said after it."""

from datetime import timedelta

import pytest

from bot.answering.deciding import ANSWER
from bot.answering.engine import Engine
from bot.answering.fits import Fits
from bot.answering.ranking import LIKELY
from bot.answering.types import Answer, Outcome
from bot.knowledge.snapshot import Snapshot
from bot.languages import Language
from bot.messages.texts import texts_in
from tests.bot.answering.asking import Ask, ids, lines
from tests.bot.answering.times import ZONE
from tests.bot.records import facility, faq
from tests.bot.rooms import GINKGO, MAPLE, QUESTIONS, UNSURE

ZH, EN = texts_in(Language.ZH), texts_in(Language.EN)
ENTRY = faq(
    id="podcasts",
    name={"zh": "录播客要带麦克风吗", "en": "Microphones?"},
    answer={"zh": "不用。", "en": "No."},
    questions=QUESTIONS,
)


def unsure(*records: object) -> Ask:
    """A chat with an assistant that is never sure enough."""
    engine = Engine(Snapshot.of(records), ZONE)  # type: ignore[arg-type]
    engine.use(Fits(engine.fingerprint, acceptance=UNSURE))
    return Ask(engine)


@pytest.fixture
def chat() -> Ask:
    return unsure(MAPLE, GINKGO)


def buttons(answer: Answer) -> list[tuple[str, str]]:
    return [(button.text, button.data) for row in answer.message.buttons for button in row]


def test_unsure_is_between_asking_back_and_answering() -> None:
    assert LIKELY < unsure(MAPLE, GINKGO)("哪里能录播客").confidence < ANSWER


def test_each_button_carries_the_fact_that_was_asked_for_and_the_last_leads_to_people(chat: Ask) -> None:
    answer = chat("哪里能录播客")
    assert (answer.outcome, lines(answer)) == (Outcome.CHOOSE, [ZH("answer-did-you-mean")])
    assert sorted(ids(answer)) == ["ginkgo", "maple"]
    assert sorted(buttons(answer)[:2]) == [
        ("枫叶间", "fact:facility:maple:place"),
        ("银杏间", "fact:facility:ginkgo:place"),
    ]
    assert buttons(answer)[2:] == [(ZH("button-none-of-these"), "human")]
    assert [button.data.split(":")[2] for row in answer.message.buttons[:2] for button in row] == ids(answer)


def test_button_of_a_record_without_the_fact_shows_it_whole(chat: Ask) -> None:
    assert sorted(data for _, data in buttons(chat("录播客多少钱"))) == [
        "fact:facility:maple:price",
        "human",
        "show:facility:ginkgo",
    ]


def test_bare_question_and_an_entry_of_an_faq_show_the_whole() -> None:
    found = buttons(unsure(MAPLE, ENTRY)("想录一期播客"))
    assert sorted(data for _, data in found) == ["human", "show:facility:maple", "show:faq:podcasts"]


def test_same_is_asked_in_english(chat: Ask) -> None:
    answer = chat("where can we record a podcast")
    assert lines(answer) == [EN("answer-did-you-mean")]
    assert sorted(text for text, _ in buttons(answer)[:2]) == ["Ginkgo room", "Maple room"]
    assert buttons(answer)[2] == (EN("button-none-of-these"), "human")


def test_one_candidate_alone_is_not_asked_about() -> None:
    assert unsure(MAPLE)("哪里能录播客").outcome is Outcome.HANDOVER


def test_at_most_three_are_offered() -> None:
    rooms = [facility(id=f"room-{number}", name={"zh": f"{number}号小屋"}, questions=QUESTIONS) for number in range(5)]
    answer = unsure(*rooms)("哪里能录播客")
    assert (len(ids(answer)), len(buttons(answer))) == (3, 4)


@pytest.mark.parametrize(
    ("text", "place"),
    [("第一个", 0), ("第二个", 1), ("第二个吧", 1), ("后者", 1), ("前者", 0), ("the second one", 1), ("最后一个", 1)],
)
def test_place_picks_what_was_offered_with_the_fact_that_was_asked_for(chat: Ask, text: str, place: int) -> None:
    offered = chat("哪里能录播客")
    answer = chat(text)
    assert (answer.outcome, ids(answer)) == (Outcome.ANSWER, [ids(offered)[place]])
    assert [where for where in ("1号楼二层", "3号楼一层", "building 1", "building 3") if where in answer.text] == [
        {"maple": "1号楼二层", "ginkgo": "3号楼一层"}[ids(answer)[0]]
        if answer.language is Language.ZH
        else {"maple": "building 1", "ginkgo": "building 3"}[ids(answer)[0]]
    ]
    assert len(lines(answer)) == 2


def test_time_of_the_question_is_kept_for_what_is_picked(chat: Ask) -> None:
    offered = chat("录播客的地方周六开吗")
    assert offered.outcome is Outcome.CHOOSE
    maple = ["第一个", "第二个"][ids(offered).index("maple")]
    assert lines(chat(maple))[1] == "不开，11月28日（周六）休息。"


def test_another_fact_may_be_asked_of_what_is_picked(chat: Ask) -> None:
    offered = chat("哪里能录播客")
    maple = ["第一个", "第二个"][ids(offered).index("maple")]
    assert lines(chat(f"{maple}多少钱"))[1] == "每小时 30 元。"


def test_choice_fades_like_any_other_matter(chat: Ask) -> None:
    chat("哪里能录播客")
    assert chat.later(minutes=10, seconds=1)("第二个").outcome is Outcome.HANDOVER


def test_choice_survives_the_store(chat: Ask) -> None:
    offered = chat("哪里能录播客")
    assert chat.context is not None
    chat.context = type(chat.context).from_json(chat.context.as_json())
    assert chat.context.at + timedelta(minutes=1) > chat.now
    assert ids(chat("第一个")) == ids(offered)[:1]


def test_no_place_beyond_those_offered_is_picked(chat: Ask) -> None:
    chat("哪里能录播客")
    assert chat("第三个").outcome is not Outcome.ANSWER
