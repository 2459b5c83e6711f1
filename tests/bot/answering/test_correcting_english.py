"""English that is typed wrong, and what was surely or perhaps meant by it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.correcting_english import EnglishCorrector
from bot.answering.speech_english import English
from tests.bot.small_park import RECORDS

CORRECTOR = EnglishCorrector(
    English.of(
        [
            *(text for record in RECORDS for text in record.questions),
            *["where is the shuttle bus", "does the shuttle bus run on friday", "a meeting room", "our meeting room"],
        ]
    )
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("where is teh shuttle bus", "where is the shuttle bus"),
        ("whre is the shutlte bus?", "where is the shuttle bus?"),
        ("which eevnts take place in jnauary", "which events take place in january"),
        ("hi tehre", "hi there"),
        ("thakns a lot", "thanks a lot"),
        ("can i book a metng room", "can i book a meeting room"),
        ("can i pay for teh 会议室", "can i pay for the 会议室"),
    ],
)
def test_slips_that_neighbours_or_letters_give_away_are_mended(typed: str, meant: str) -> None:
    assert CORRECTOR.surely(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "is there a tea room",
        "what is the weather like",
        "does ikea have sofas",
        "where can i buy sneakers",
        "do you sell lettuce",
        "is the valley far",
        "shuttle",
        "3d printers, 12:30",
        "会议室怎么订",
        "",
    ],
)
def test_everyday_words_are_no_slips(text: str) -> None:
    assert CORRECTOR.surely(text) == text == CORRECTOR.perhaps(text)


@pytest.mark.parametrize("text", ["qingwen shitang zai nali", "shuttel", "huiyishi zenme ding"])
def test_what_may_be_no_english_is_never_surely_meant(text: str) -> None:
    assert CORRECTOR.surely(text) == text


def test_what_nothing_speaks_for_is_perhaps_meant() -> None:
    assert CORRECTOR.surely("shuttel") == "shuttel"
    assert CORRECTOR.perhaps("shuttel") == "shuttle"
    assert CORRECTOR.perhaps("shutel") == "shutel"


def test_a_word_is_not_taken_for_one_that_begins_otherwise() -> None:
    assert CORRECTOR.perhaps("zhuttle") == "zhuttle"


@settings(deadline=None)
@given(st.text("where is the shutle bus metng 会议室,?1'", max_size=60))
def test_any_text_keeps_all_but_its_letters(text: str) -> None:
    for mended in (CORRECTOR.surely(text), CORRECTOR.perhaps(text)):
        assert [one for one in mended if not "a" <= one <= "z"] == [one for one in text if not "a" <= one <= "z"]
        assert len(mended.split()) == len(text.split())
