"""How probable the model holds what people type in English."""

import pytest

from bot.answering.speech_english import BEGIN, END, OTHER, English, tokens

ENGLISH = English.of(["where is the canteen", "where is the gym", "when does the canteen open", "食堂 wifi 密码"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("where's the gym?", ["where", "s", "the", "gym"]),
        ("wifi 密码", ["wifi", OTHER]),
        ("3d printers in 2027", [OTHER, "d", "printers", "in", OTHER]),
        ("", []),
    ],
)
def test_all_but_letters_is_one_mark(text: str, words: list[str]) -> None:
    assert tokens(text) == [BEGIN, *words, END]


@pytest.mark.parametrize(
    "word",
    ["canteen", "canteens", "wifi", "where", "weather", "tea", "shanghai", "friday", "thanks", "does", "swimming"],
)
def test_words_of_the_park_and_of_everyday_speech_are_known_in_every_form(word: str) -> None:
    assert ENGLISH.is_word(word)


@pytest.mark.parametrize("word", ["canten", "wher", "doe", "tehre", "frdiay"])
def test_slips_are_no_words(word: str) -> None:
    assert not ENGLISH.is_word(word)


def test_only_pairs_that_were_seen_again_follow() -> None:
    assert ENGLISH.follows("the", "canteen")
    assert not ENGLISH.follows("does", "canteen")
    assert not ENGLISH.follows("canteen", "the")


def test_days_and_months_stand_in_each_others_places() -> None:
    english = English.of(["what is on this friday", "open this monday", "closed in may", "closed in june"])
    assert english.follows("this", "thursday")
    assert english.follows("in", "december")
    assert english.likelihood("this", "thursday") > english.likelihood("is", "thursday")


def test_what_was_seen_is_likelier_than_what_was_not() -> None:
    assert ENGLISH.likelihood("the", "canteen") > ENGLISH.likelihood("where", "canteen")
    assert ENGLISH.likelihood("the", "canteen") > ENGLISH.likelihood("the", "where")


def test_probabilities_of_what_may_follow_stay_under_one() -> None:
    for before in ("the", BEGIN, "never"):
        assert sum(2.718281828 ** ENGLISH.likelihood(before, word) for word in [*ENGLISH.words, END]) < 1.6


@pytest.mark.parametrize(("word", "odd"), [("canteen", False), ("tehre", True), ("qwrtz", True)])
def test_letters_that_never_follow_each_other_look_odd(word: str, odd: bool) -> None:
    assert ENGLISH.looks_odd(word) is odd


def test_words_are_found_by_either_of_their_first_two_letters() -> None:
    assert "canteen" in ENGLISH.beginning["c"]
    assert "canteen" in ENGLISH.beginning["a"]
    assert "canteen" not in ENGLISH.beginning["n"]
