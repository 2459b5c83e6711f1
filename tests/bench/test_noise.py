"""Noise does what its name says, as much of it as was asked for, and nothing else."""

import math
from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import lazy_pinyin

from tests.bench import noise
from tests.bench.noise import (
    Noise,
    Places,
    dropping,
    han_places,
    homophones,
    letter_places,
    others_of,
    sounding_alike,
    swapping,
    traditional,
)

RATES = st.floats(0, 1)
SEEDS = st.integers(0, 2**32)
COMMON = st.sampled_from([character for characters in homophones().values() for character in characters])
CHINESE = st.text(COMMON | st.sampled_from("0123456789１２ ，？Aab"), max_size=40)
ENGLISH = st.lists(st.from_regex(r"[A-Za-z]{1,9}|[0-9]{1,4}|[a-z]{4}[0-9]|[,?]", fullmatch=True), max_size=10)
ENGLISH_TEXT = ENGLISH.map(" ".join)
TEXTS = CHINESE | ENGLISH_TEXT | st.text(max_size=40)
ALL: dict[str, Noise] = {
    "homophones": sounding_alike(0.15),
    "drops": dropping(0.1, han_places),
    "swaps": swapping(0.1, han_places),
    "Traditional": traditional,
    "letters dropped": dropping(0.1, letter_places),
    "letters swapped": swapping(0.1, letter_places),
}


def about(expected: float) -> set[int]:
    """The whole numbers next to it."""
    return {math.floor(expected), math.ceil(expected)}


def changed(before: str, after: str) -> list[int]:
    assert len(before) == len(after)
    return [place for place, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]


@pytest.mark.parametrize("name", ALL)
@given(text=TEXTS, seed=SEEDS)
def test_noise_of_a_seed_is_always_the_same(name: str, text: str, seed: int) -> None:
    assert ALL[name](text, Random(seed)) == ALL[name](text, Random(seed))


@pytest.mark.parametrize("name", ALL)
@given(text=TEXTS, seed=SEEDS)
def test_digits_stay_as_they_are(name: str, text: str, seed: int) -> None:
    def digits(of: str) -> list[str]:
        return [character for character in of if character.isdigit()]

    assert digits(ALL[name](text, Random(seed))) == digits(text)


@given(CHINESE, RATES, SEEDS)
def test_homophones_come_at_their_rate_and_sound_alike(text: str, rate: float, seed: int) -> None:
    places = han_places(text)
    typed = sounding_alike(rate)(text, Random(seed))
    other = changed(text, typed)
    can = sum(bool(others_of(text[place])) for place in places)
    assert len(other) in {min(count, can) for count in about(rate * len(places))}
    assert set(other) <= set(places)
    assert all(lazy_pinyin(text[place]) == lazy_pinyin(typed[place]) for place in other)


@pytest.mark.parametrize(
    ("texts", "places_in"), [(CHINESE, han_places), (ENGLISH_TEXT, letter_places)], ids=["Chinese", "English"]
)
@given(data=st.data(), rate=RATES, seed=SEEDS)
def test_drops_come_at_their_rate(
    data: st.DataObject, texts: st.SearchStrategy[str], places_in: Places, rate: float, seed: int
) -> None:
    text = data.draw(texts)
    places = places_in(text)
    left = dropping(rate, places_in)(text, Random(seed))
    lost = Counter(text) - Counter(left)
    assert lost.total() == len(text) - len(left)
    most = max(len(places) - 1, 0)
    assert lost.total() in about(min(rate * len(places), most))
    assert set(lost) <= {text[place] for place in places}


@pytest.mark.parametrize(
    ("texts", "places_in"), [(CHINESE, han_places), (ENGLISH_TEXT, letter_places)], ids=["Chinese", "English"]
)
@given(data=st.data(), rate=RATES, seed=SEEDS)
def test_swaps_are_of_neighbours_and_no_more_than_asked_for(
    data: st.DataObject, texts: st.SearchStrategy[str], places_in: Places, rate: float, seed: int
) -> None:
    text = data.draw(texts)
    places = places_in(text)
    typed = swapping(rate, places_in)(text, Random(seed))
    other = changed(text, typed)
    firsts = other[::2]
    assert other[1::2] == [place + 1 for place in firsts]
    assert all((text[at], text[at + 1]) == (typed[at + 1], typed[at]) for at in firsts)
    assert set(other) <= set(places)
    assert len(firsts) <= max(about(rate * len(places)))


def test_swaps_come_at_their_rate_where_all_differ() -> None:
    text = "园区食堂周末几点开门会议室怎么预订才好"
    counts = {len(changed(text, swapping(0.1, han_places)(text, Random(seed)))) // 2 for seed in range(50)}
    assert counts == about(0.1 * len(text))


def test_rate_holds_on_average_for_short_texts() -> None:
    noisy = sounding_alike(0.15)
    texts = ["食堂几点开", "会议室", "租金补贴怎么申请"] * 1000
    disturbed = sum(len(changed(text, noisy(text, Random(seed)))) for seed, text in enumerate(texts))
    assert disturbed / sum(map(len, texts)) == pytest.approx(0.15, abs=0.01)


def test_short_english_words_and_codes_are_left_alone() -> None:
    noisy = dropping(1, letter_places)
    assert noisy("the R&D of b2b1234abcd", Random(1)) == "the R&D of b2b1234abcd"


def test_traditional_characters_are_those_of_the_dictionary() -> None:
    assert traditional("会议室 3 号几点开门", Random(1)) == "會議室 3 號幾點開門"


def test_common_characters_are_those_of_the_first_level() -> None:
    characters = [character for group in homophones().values() for character in group]
    assert len(characters) == len(set(characters)) == 3755
    assert noise.others_of("饭")
    assert "饭" not in noise.others_of("饭")
