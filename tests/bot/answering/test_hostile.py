"""Texts that nobody means well: whatever is typed, an answer comes back."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.engine import Engine
from bot.answering.types import Answer, Context, Outcome, Question
from tests.bot.answering.asking import Ask, assert_sendable, ids
from tests.bot.answering.times import NOW
from tests.thoroughness import examples

HOSTILE = {
    "long": "食堂" * 50_000,
    "long letters": "a" * 100_000,
    "long word of the park": "硬功馆在哪" + "x" * 100_000,
    "long digits": "9" * 100_000,
    "long gaps": "食堂" + " " * 100_000 + "几点开",
    "long markup": "<b>" * 33_000,
    "open brackets": "<" * 100_000,
    "emoji": "😀👩‍👩‍👧‍👦🇨🇳" * 50,
    "controls": "".join(map(chr, range(32))) + "\x7f\x85",
    "right to left": "\u202e食堂\u2066几点\u200f开\u202c",
    "marks": "食" + "\u0301" * 1000 + "堂",
    "surrogates": "\ud800\udfff食堂",
    "nul": "食堂\x00几点开",
    "patterns": r"(.*)+\1[a-z]{99999}(?P<x>硬功馆)^$|\d\b",
    "formats": "{0} %s %(x)s ${x} { $name } {{}}",
    "sql": "'; DROP TABLE records; --",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "fluent": "{ $amount } -term .attr = *[other]",
    "numbers": "in 99999999999 days 99999999天后 25:61 0/0 2月31日 ²³½",
    "amounts": "营收99999999999999999999999999999999元 入驻999999999999年 area 1e999 m2",
    "pinyin": "zhongguohangzhouyunqixiaozhen" * 20,
    "no letters": "?!,。、" * 100,
    "one character": "的",
}


def answered(engine: Engine, text: str, context: Context | None = None) -> Answer:
    answer = engine.answer(Question(text, NOW, context=context))
    assert_sendable(answer, engine)
    return answer


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_answered_quickly(engine: Engine, text: str) -> None:
    began = time.perf_counter()
    answered(engine, text)
    assert time.perf_counter() - began < 1.0


@pytest.mark.parametrize("name", ["right to left", "nul", "marks"])
def test_text_with_unseen_characters_means_what_is_seen(engine: Engine, name: str) -> None:
    assert ids(answered(engine, HOSTILE[name])) == ["canteen"]


def test_beginning_of_a_long_text_is_read(engine: Engine) -> None:
    assert ids(answered(engine, "硬功馆在哪" + " 啊" * 50_000)) == ["makers-lab"]


@pytest.mark.parametrize("name", ["html", "sql", "patterns", "formats"])
def test_what_was_typed_is_never_shown_again(engine: Engine, name: str) -> None:
    text = answered(engine, HOSTILE[name]).text
    assert "<script>" not in text
    assert "DROP TABLE" not in text
    assert "{0}" not in text


VOCABULARY = """
硬功馆 食堂 咖啡馆 停车场 租金补贴 云券 专利 黑客松 夜跑 导师日 联盟 小镇 会展中心 活动 补贴 设施
几点开 多少钱 在哪 怎么申请 什么材料 截止 哪个 第二个 它 呢 吗 谢谢 你好 我们 上海 和 ， ？ 。
周五 下周 晚上 8点半 国庆 12月 月底前 现在 入驻三年 营收300万 200平 没注册
museum canteen the café rent subsidy hackathon mentoring open now where how much and which later
friday next week by december half past eight we moved in two years ago 3 million thanks it one ?
"""
WORDS = st.sampled_from(VOCABULARY.split())
SENTENCES = st.lists(WORDS, max_size=14).flatmap(lambda words: st.sampled_from(["".join(words), " ".join(words)]))


@settings(max_examples=examples(300), deadline=None)
@given(st.lists(SENTENCES | st.text(max_size=60), min_size=1, max_size=3))
def test_any_chat_is_answered(engine: Engine, turns: list[str]) -> None:
    context = None
    for turn in turns:
        answer = answered(engine, turn, context)
        context = answer.context
        if context is not None:
            assert Context.from_json(context.as_json()) == context
        assert answer.outcome is not Outcome.ANSWER or answer.records or "没有" in answer.text or "No " in answer.text


@settings(max_examples=examples(100), deadline=None)
@given(SENTENCES)
def test_same_question_has_the_same_answer(engine: Engine, text: str) -> None:
    assert Ask(engine)(text) == Ask(engine)(text)
