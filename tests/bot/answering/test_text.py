"""Folding, the language of a text, and its words."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.text import MAX_FOLDED, Segmenter, fold, language_of, stem, without_markup
from bot.languages import Language


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("ＡＢＣ　１２３", "abc 123"),
        ("硬功館晚上開門嗎", "硬功馆晚上开门吗"),
        ("云 端  咖啡", "云端咖啡"),
        ("食堂\t几点\n开", "食堂几点开"),
        ("Yunduan\n Café", "yunduan cafe"),
        ("Cafe\u0301", "cafe"),
        ("硬\u200b功\ufeff馆", "硬功馆"),
        ("\u202e食堂\u202c", "食堂"),
        ("a\x00b\x1bc", "a b c"),
        ("𝟛Ｄ打印", "3d打印"),
        ("300㎡", "300m2"),
        ("几点？！", "几点?!"),
        ("12：30", "12:30"),
        ("食堂😀", "食堂😀"),
        ("\ud800食堂", "食堂"),
        ("  ", ""),
        ("", ""),
    ],
)
def test_many_ways_of_typing_become_one(typed: str, folded: str) -> None:
    assert fold(typed) == folded


def test_fold_reads_but_the_beginning_of_a_long_text() -> None:
    assert fold("食堂几点开" + "啊" * 100_000) == "食堂几点开" + "啊" * (MAX_FOLDED - 5)
    assert len(fold("ﷺ" * 100_000)) == MAX_FOLDED


@given(st.text(max_size=200))
def test_folded_text_holds_nothing_unseen_and_no_gaps_at_its_ends(text: str) -> None:
    folded = fold(text)
    assert folded == folded.strip()
    assert "  " not in folded
    assert all(unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Mn", "Zl", "Zp"} for character in folded)


@given(st.text("abcXYZ 0189,.?!-硬功馆咖啡几点开門嗎號樓會議室　\u200b\n", max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<b>食堂</b>几点开", " 食堂 几点开"),
        ("5 < 6", "5 < 6"),
        ("<script>alert(1)</script>", " alert(1) "),
        ("<" * 9, "<" * 9),
    ],
)
def test_markup_is_left_out(text: str, plain: str) -> None:
    assert without_markup(text) == plain


@pytest.mark.parametrize(
    ("text", "default", "language"),
    [
        ("食堂几点开", Language.EN, Language.ZH),
        ("wifi密码", Language.EN, Language.ZH),
        ("3D打印机 in lab", Language.EN, Language.ZH),
        ("3D打印 in the lab", Language.ZH, Language.EN),
        ("I want to go to 云端咖啡 for a coffee with friends", Language.ZH, Language.EN),
        ("when?", Language.ZH, Language.EN),
        ("😀", Language.ZH, Language.ZH),
        ("😀", Language.EN, Language.EN),
        ("12:30?", Language.EN, Language.EN),
        ("a", Language.ZH, Language.ZH),
        ("", Language.EN, Language.EN),
    ],
)
def test_language_is_that_of_most_of_the_text(text: str, default: Language, language: Language) -> None:
    assert language_of(text, default) is language


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [("charges", "charg"), ("charging", "charg"), ("park's", "park"), ("don't", "dont"), ("bus", "bus")],
)
def test_stem_is_that_of_all_forms_of_a_word(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


SEGMENTER = Segmenter(("硬功馆", "云端咖啡"))


def test_names_of_the_park_stay_whole() -> None:
    assert [word.stem for word in SEGMENTER.words("硬功馆和云端咖啡晚上开门吗")] == [
        "硬功馆", "和", "云端咖啡", "晚上", "开门", "吗",
    ]  # fmt: skip
    assert SEGMENTER.is_word("硬功馆")
    assert not SEGMENTER.is_word("功硬馆")


def cut(text: str, *names: str) -> list[str]:
    return [word.stem for word in Segmenter(names).words(text)]


def test_longest_of_the_names_that_begin_alike_is_taken() -> None:
    assert cut("去云端咖啡馆里坐坐", "云端咖啡", "云端咖啡馆")[:2] == ["去", "云端咖啡馆"]


def test_short_name_is_made_of_single_characters_and_breaks_no_word() -> None:
    assert cut("山外几点开", "山外")[0] == "山外"
    assert cut("租房补助", "房补") == cut("租房补助")
    assert {"租房", "补助"} <= set(cut("租房补助"))


def test_segmenters_do_not_learn_from_each_other() -> None:
    assert "硬功馆" not in cut("硬功馆晚上开门吗")
    assert not Segmenter().is_word("硬功馆")


def test_words_of_letters_and_numbers_have_their_own_tags() -> None:
    words = [(word.stem, word.tag) for word in SEGMENTER.words("2 booths, 30% cheaper?")]
    assert words == [("2", "m"), ("booth", "eng"), ("30", "m"), ("cheaper", "eng")]


@given(st.text("硬功馆云端咖啡食堂 abc'12:30%,.?!😀-", max_size=60))
def test_words_stand_in_order_where_they_say(text: str) -> None:
    folded, end = fold(text), 0
    for word in SEGMENTER.words(folded):
        assert end <= word.start < word.end <= len(folded)
        assert not word.is_han or folded[word.start : word.end] == word.stem
        end = word.end
