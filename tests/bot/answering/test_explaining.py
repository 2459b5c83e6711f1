"""Why a question was answered so, in words: every word that the engine has for it is one that people can read."""

import re

import pytest

from bot.answering.engine import Engine
from bot.answering.explaining import explained, from_json, to_json
from bot.answering.service import AnswerService
from bot.answering.types import Answer, Candidate, Context, Explanation, Outcome, Question
from bot.knowledge.snapshot import Snapshot
from bot.languages import Language
from bot.messages.texts import texts_in
from tests.bot.answering.times import ZONE
from tests.bot.records import facility
from tests.fakes import FakeClock

ZH, EN = texts_in(Language.ZH), texts_in(Language.EN)
NOW = FakeClock().now()
LAB = Context(NOW, (("facility", "makers-lab"),), "hours", None, "硬功馆开门吗")

WAYS = {
    "硬功馆晚上开门吗": "回答（够有把握）",
    "有哪些补贴": "回答（问的是一整类：补贴）",
    "本月还有哪些活动": "回答（问的是一整类：活动）",
    "会议室有投影仪吗": "转人工（把握不够，",
    "攀岩墙和停车场几点开": "回答（提到好几项）",
    "停车场要什么材料": "转人工（资料里没有这一项）",
    "食堂几点开门，会议室怎么订": "回答（一次问了几件事）",
    "在哪里": "回答（接着刚才的话题）",
    "多少钱": "请对方说明（没说是哪一项）",
    "找真人": "转人工（要找真人）",
    "你好": "寒暄（只是寒暄）",
    "？！": "寒暄（没有文字）",
    "qqqq": "转人工（把握不够，",
}


async def answer(service: AnswerService, text: str, context: Context | None = None) -> Answer:
    return await service.answer(Question(text, NOW, context=context))


def told(one: Answer, language: Language = Language.ZH) -> list[str]:
    return explained(one.outcome, one.confidence, one.explanation, texts_in(language)).splitlines()


@pytest.mark.parametrize(("text", "way"), WAYS.items())
async def test_way_of_answering_is_told_in_words(known: AnswerService, text: str, way: str) -> None:
    lines = told(await answer(known, text, LAB if text == "在哪里" else None))
    assert lines[1].startswith(f"结果：{way}")
    assert not re.search(r"[A-Za-z]", lines[1])


async def test_question_that_is_like_nothing_is_told_so_before_anything_is_fitted() -> None:
    engine = Engine(Snapshot.of([facility()]), ZONE)
    one = engine.answer(Question("qqqq", NOW))
    assert told(one)[1] == "结果：转人工（没有相近的条目），把握 0.00"
    assert told(one)[-1] == ZH("explain-no-candidates")


async def test_fold_fact_time_and_candidates_are_told(known: AnswerService) -> None:
    one = await answer(known, "硬功館晚上開門嗎")
    assert told(one)[:5] == [
        "读作：硬功馆晚上开门吗",
        f"结果：回答（够有把握），把握 {one.confidence:.2f}",
        "问的是：开放时间",
        "时间：'晚上' 18:00–24:00",
        "候选：",
    ]
    top = one.explanation.candidates[0]
    assert top.key == ("facility", "makers-lab")
    assert told(one)[5].startswith(
        f"· {top.score:.2f} facility makers-lab：把握 {one.confidence:.2f}、名称 1.00、吻合 "
    )
    assert len(told(one)) == 5 + len(one.explanation.candidates)


async def test_words_that_the_record_lacks_are_told(known: AnswerService) -> None:
    assert told(await answer(known, "会议室有投影仪吗"))[5].endswith("、资料里没有的词：投影仪")


async def test_same_is_told_in_english(known: AnswerService) -> None:
    one = await answer(known, "who can apply for the rent subsidy this Friday")
    assert told(one, Language.EN)[:5] == [
        "Read as: who can apply for the rent subsidy this friday",
        f"Outcome: answered (sure enough), confidence {one.confidence:.2f}",
        "Asks for: Who can apply",
        "Time: 'this friday' 2026-11-27",
        "Candidates:",
    ]


def test_word_without_a_text_is_told_as_it_is() -> None:
    one = Explanation(
        "x", ("colour",), candidates=(Candidate(("faq", "a"), 1, "gut feeling 1.0, hm"),), reason="luck: 7"
    )
    assert explained(Outcome.ANSWER, 1, one, EN).splitlines() == [
        "Read as: x",
        "Outcome: answered (luck: 7), confidence 1.00",
        "Asks for: colour",
        "Time: none",
        "Candidates:",
        "· 1.00 faq a: gut feeling 1.0, hm",
    ]
    assert explained(Outcome.SMALLTALK, 0, Explanation(), ZH).splitlines()[-1] == ZH("explain-no-candidates")


def test_clauses_are_told_and_kept_without_the_values_of_the_company() -> None:
    one = Explanation("x", clauses=("registered_in_park: met (true)", "revenue: failed (32000000)"))
    assert [line for line in explained(Outcome.ANSWER, 1, one, EN).splitlines() if line.startswith("Clause")] == [
        "Clause: registered_in_park: met (true)",
        "Clause: revenue: failed (32000000)",
    ]
    assert from_json(to_json(one)).clauses == ("registered_in_park: met", "revenue: failed")


async def test_explanation_comes_back_from_the_store_as_it_went(known: AnswerService) -> None:
    one = (await answer(known, "食堂几点开门，会议室怎么订")).explanation
    assert one.revision == 1
    assert from_json(to_json(one)) == one
    assert from_json({}) == Explanation()
