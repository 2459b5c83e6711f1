"""Phrasings as a thumb in a hurry leaves them."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.fitting import slips
from bot.answering.fitting.slips import SHARE, TIMES, with_slips
from bot.answering.index import Phrasing, phrasings
from bot.answering.text import Segmenter
from tests.bot.small_park import RECORDS

SEGMENTER = Segmenter()
KNOWN = phrasings(RECORDS, SEGMENTER)


def phrasing(text: str) -> Phrasing:
    return Phrasing(("faq", "a"), text, tuple(SEGMENTER.words(text)))


def slipped(text: str, seed: int = 1) -> list[str]:
    """What a text is learned as besides itself."""
    return [one.text for one in with_slips([phrasing(text)], seed)[1:]]


def test_phrasings_stay_and_each_may_come_again_with_slips() -> None:
    found = with_slips(KNOWN)
    again = found[len(KNOWN) :]
    assert found[: len(KNOWN)] == KNOWN
    assert TIMES * len(KNOWN) / 2 < len(again) <= TIMES * len(KNOWN)
    assert not {(one.key, one.text) for one in again} & {(one.key, one.text) for one in KNOWN}
    assert {one.key for one in again} == {one.key for one in KNOWN}
    assert all(one.words == tuple(SEGMENTER.words(one.text)) for one in again)


def test_slips_of_a_phrasing_stay_when_others_change() -> None:
    alone = [with_slips([one])[1:] for one in KNOWN]
    assert with_slips(KNOWN)[len(KNOWN) :] == [one for slips_of_it in alone for one in slips_of_it]


def test_slips_are_the_same_for_the_same_seed() -> None:
    assert with_slips(KNOWN, seed=5) == with_slips(KNOWN, seed=5) != with_slips(KNOWN, seed=6)


@pytest.mark.parametrize("text", ["", "食堂", "在哪里", "gym", "a b c d e f", "12345678", "？！，。？！"])
def test_short_text_and_what_is_no_word_does_not_slip(text: str) -> None:
    assert [slipped(text, seed) for seed in range(20)] == [[]] * 20


def test_of_very_many_phrasings_none_slips(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slips, "MANY", len(KNOWN) - 1)
    assert with_slips(KNOWN) == KNOWN
    monkeypatch.setattr(slips, "MANY", len(KNOWN))
    assert len(with_slips(KNOWN)) > len(KNOWN)


def test_characters_are_left_out_or_changed_for_their_neighbours() -> None:
    seen = {text for seed in range(60) for text in slipped("健身房几点", seed)}
    assert seen == {
        "身房几点",
        "健房几点",
        "健身几点",
        "健身房点",
        "健身房几",
        "身健房几点",
        "健房身几点",
        "健身几房点",
        "健身房点几",
    }


def test_english_words_keep_how_they_begin() -> None:
    seen = {text for seed in range(60) for text in slipped("where is lunch", seed)}
    assert len(seen) > 5
    assert {tuple(word[0] for word in text.split()) for text in seen} == {("w", "i", "l")}
    assert {text.split()[1] for text in seen} == {"is"}


@settings(deadline=None)
@given(st.text("健身房食堂在哪几点gym lunch?，1", max_size=40), st.integers(0, 5))
def test_slip_adds_nothing_and_takes_little(text: str, seed: int) -> None:
    text = " ".join(text.split())
    for found in slipped(text, seed):
        assert not Counter(found) - Counter(text)
        assert 0 <= len(text) - len(found) <= max(1, round(SHARE * len(text)))
