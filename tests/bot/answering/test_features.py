"""What a classifier sees of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.features import BLOCKS, Blocks, blocks
from bot.answering.text import Segmenter, fold

SEGMENTER = Segmenter(("硬功馆",))


def seen(text: str) -> Blocks:
    folded = fold(text)
    return blocks(folded, SEGMENTER.words(folded))


def test_chinese_is_words_with_their_ends_pieces_and_sounds() -> None:
    words, pieces, heard = seen("硬功馆在哪")
    assert words == ["硬功馆", "在", "哪", "^ 硬功馆", "硬功馆 在", "在 哪", "哪 $"]
    assert pieces == ["硬", "功", "馆", "在", "哪", "硬功", "功馆", "馆在", "在哪", "硬功馆", "功馆在", "馆在哪"]
    assert heard == ["yin gong", "gong guan", "guan zai", "zai na"]


def test_english_is_stems_and_pieces_within_words() -> None:
    words, pieces, heard = seen("Gyms?")
    assert words == ["gym", "^ gym", "gym $"]
    assert pieces == [" g", "gy", "ym", "ms", "s ", " gy", "gym", "yms", "ms ", " gym", "gyms", "yms "]
    assert heard == []


def test_pieces_do_not_reach_from_one_writing_into_the_other() -> None:
    _, pieces, heard = seen("订wifi")
    assert pieces[0] == "订"
    assert not any("订" in piece and piece != "订" for piece in pieces)
    assert heard == []


def test_token_said_twice_is_there_twice() -> None:
    words, pieces, _ = seen("食堂食堂")
    assert (words.count("食堂"), pieces.count("食堂"), pieces.count("堂食")) == (2, 2, 1)


def test_homophones_sound_the_same() -> None:
    assert seen("食堂在哪")[2] == seen("石堂在那")[2]


@pytest.mark.parametrize("text", ["", "？！", "😀", "   "])
def test_text_without_words_has_its_ends_alone(text: str) -> None:
    assert seen(text) == (["^ $"], [], [])


@given(st.text("食堂在哪gym wifi开门12?，'", max_size=30))
def test_blocks_are_as_many_as_they_say_and_hold_no_empty_token(text: str) -> None:
    found = seen(text)
    assert len(found) == BLOCKS
    assert all(token for block in found for token in block)
