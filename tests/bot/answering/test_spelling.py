"""Other readings of a question that may be mistyped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.correcting_english import EnglishCorrector
from bot.answering.speech_english import English
from bot.answering.spelling import Speller
from bot.answering.text import fold

SPELLER = Speller(
    ["硬功馆", "食堂", "会议室", "咖啡", "补贴", "租金"],
    EnglishCorrector(English.of(["hardware canteen subsidy", "museum the opening"])),
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("食食堂几点开", "食堂几点开"),
        ("食堂食堂几点开", "食堂几点开"),
        ("会意室怎么订", "会议室怎么订"),
        ("咖非几点开", "咖啡几点开"),
        ("shitang", "食堂"),
        ("shi tang", "食堂"),
        ("huiyishi", "会议室"),
        ("zujin butie", "租金补贴"),
        ("zjuin butie", "租金补贴"),
        ("huiyshi", "会议室"),
        ("cantene hours", "canteen hours"),
        ("where is the musuem", "where is the museum"),
        ("hadrware", "hardware"),
    ],
)
def test_reading_that_is_meant_is_among_the_readings(typed: str, meant: str) -> None:
    readings = SPELLER.readings(typed)
    assert readings[0] == typed
    assert meant in readings[1:]


@pytest.mark.parametrize(
    "typed", ["食堂几点开", "补贴", "where is the canteen", "the subsidy", "menu", "xyzzy", "12:30", "", "😀"]
)
def test_text_that_is_typed_rightly_has_one_reading(typed: str) -> None:
    assert SPELLER.readings(typed) == [typed]


def test_word_that_is_another_word_by_its_first_letter_is_left() -> None:
    assert SPELLER.readings("lanteen") == ["lanteen"]


@given(st.text(max_size=80) | st.text("shitanghuiyi 食堂会意室'qweutb", max_size=60))
def test_any_text_has_itself_as_its_first_reading_and_no_double(text: str) -> None:
    folded = fold(text)
    readings = SPELLER.readings(folded)
    assert readings[0] == folded
    assert len(set(readings)) == len(readings)
