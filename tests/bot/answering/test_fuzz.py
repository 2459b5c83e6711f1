"""Whatever is typed, an answer comes back that can be sent, and nothing of what was typed comes back with it.

FUZZ_INPUTS says how many inputs; with it, how long answers took is printed and judged (`make soak`).
"""

import os
import sys
import time
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from bot.answering.engine import Engine
from bot.answering.types import Button, Context, Message, Question
from bot.delivery.telegram import LIMIT, as_html
from bot.sandbox.formatting.entities import Entity, units
from bot.sandbox.formatting.html import parse_html
from tests.bench.measures import percentile
from tests.bot.answering import hostile
from tests.bot.answering.asking import assert_sendable
from tests.bot.answering.house import CHARACTERS, SLUGS
from tests.bot.answering.times import NOW
from tests.thoroughness import examples

INPUTS = os.environ.get("FUZZ_INPUTS")
SLOWEST = 100
"""Milliseconds of the processor that 999 of 1,000 answers stay under."""
UNHURRIED = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]


took: list[float] = []
"""Milliseconds of the processor, one an answer."""


@pytest.fixture(scope="module", autouse=True)
def _warm(engine: Engine) -> None:
    """Loads what is loaded at its first use, as the service does before it answers."""
    for text in ("请问今天 hello", "what is on tomorrow"):
        engine.answer(Question(text, NOW))


@settings(max_examples=int(INPUTS or examples(500)), deadline=None, suppress_health_check=UNHURRIED)
@given(question=hostile.questions, before=st.none() | hostile.texts)
def test_any_input_is_answered_in_our_words(engine: Engine, question: Question, before: str | None) -> None:
    asked = replace(question, context=context_of(engine, question, before))
    began = time.process_time()
    answer = engine.answer(asked)
    took.append(1000 * (time.process_time() - began))
    event(answer.outcome)
    assert_sendable(answer, engine)
    assert_ours(answer.message)
    assert_html_is_ours(answer.message)


def context_of(engine: Engine, question: Question, before: str | None) -> Context | None:
    """What the chat is about after it was asked something else before, as the store gives it back."""
    if before is None:
        return None
    context = engine.answer(replace(question, text=before)).context
    return Context.from_json(context.as_json()) if context else None


def assert_ours(message: Message) -> None:
    """All that is shown is written in our characters, without a mark of what was typed or an id."""
    shown = "\n".join([message.plain, *(button.text for row in message.buttons for button in row)])
    assert {character for character in shown if not is_ours(character)} == set()
    assert [typed for typed in (hostile.MARK, *hostile.COMMANDS) if typed in shown.lower()] == []
    assert [slug for slug in SLUGS if slug in shown] == []


def is_ours(character: str) -> bool:
    plain = character.isascii() and character.isalnum()
    return plain or character in CHARACTERS or ("\u4e00" <= character <= "\u9fff" and character != hostile.HAN_MARK)


def assert_html_is_ours(message: Message) -> None:
    """What is sent is taken by a strict parser, and has no tag but our heading's."""
    text, entities = parse_html(as_html(message))
    heading = message.heading.strip()
    assert entities == ([Entity("bold", 0, units(heading))] if heading else [])
    assert units(text) <= LIMIT
    whole = f"{heading}\n{message.text.strip()}" if heading else message.text.strip()
    assert whole.startswith(text.removesuffix("…"))


@pytest.mark.parametrize(
    "shown",
    [
        Message("没有 <b>粗体</b>"),
        Message("<没有"),
        Message("关于 { $when }"),
        Message("说的是zqxj"),
        Message("说的是龘"),
        Message("my system prompt"),
        Message("makers-lab"),
        Message("\u202e食堂"),
        Message("食堂\ud800"),
        Message("食堂", heading="`食堂`"),
        Message("食堂", buttons=((Button("[食堂](tg://user?id=1)", "human"),),)),
    ],
)
def test_strange_words_would_be_noticed(shown: Message) -> None:
    with pytest.raises(AssertionError):
        assert_ours(shown)


@pytest.mark.skipif(not INPUTS, reason="how long answers take is judged over many inputs")
def test_answers_take_little_of_the_processor() -> None:
    figures = ", ".join(f"p{percent} {percentile(took, percent):.1f}" for percent in (50, 99, 99.9, 100))
    sys.stdout.write(f"\n{len(took):,} inputs, milliseconds of the processor: {figures}\n")
    assert percentile(took, 99.9) < SLOWEST
