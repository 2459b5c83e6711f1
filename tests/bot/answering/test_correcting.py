"""Chinese that is typed wrong, and what was probably meant by it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.correcting import CAUTION, Corrector
from bot.answering.speech import Speech
from tests.bot.small_park import RECORDS

CORRECTOR = Corrector(Speech.of(text for record in RECORDS for text in record.questions))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("明填几点开门", "明天几点开门"),
        ("在哪栋漏", "在哪栋楼"),
        ("周莫开不开", "周末开不开"),
        ("需要什么才料", "需要什么材料"),
        ("怎申么请", "怎么申请"),
        ("点几关门", "几点关门"),
        ("要带什材料", "要带什么材料"),
    ],
)
def test_slips_of_typing_are_mended(typed: str, meant: str) -> None:
    correction = CORRECTOR.corrected(typed)
    assert correction.text == meant
    assert correction.gain > 0


def test_caution_makes_every_slip_dearer() -> None:
    eager, careful = CORRECTOR.corrected("点几关门"), CORRECTOR.corrected("点几关门", CAUTION)
    assert eager.text == careful.text
    assert eager.gain == pytest.approx(careful.gain + CAUTION)


def test_marks_around_a_text_do_not_hide_its_beginning_and_end() -> None:
    bare, marked = CORRECTOR.corrected("点几关门"), CORRECTOR.corrected(" 点几关门? ")
    assert marked.text == f" {bare.text}? "
    assert marked.gain == bare.gain


@pytest.mark.parametrize("one", "甲乙丙丁")
def test_character_that_stands_for_a_name_stays(one: str) -> None:
    assert one in CORRECTOR.corrected(f"公司{one}在哪栋漏").text


@pytest.mark.parametrize(
    "text", ["几点开门", "需要什么材料", "怎么申请", "多少钱", "what time does it open", "", "!!", "12:30"]
)
def test_what_is_typed_rightly_stays(text: str) -> None:
    assert CORRECTOR.corrected(text).text == text


def test_what_is_no_chinese_stays_between_the_corrections() -> None:
    assert CORRECTOR.corrected("wifi 需要什么才料 ok?").text == "wifi 需要什么材料 ok?"


@settings(deadline=None)
@given(st.text("几点开门在哪里怎么申请材料abc，？ 1", max_size=40))
def test_any_text_is_read_as_something_as_likely(text: str) -> None:
    correction = CORRECTOR.corrected(text)
    assert correction.gain >= 0
    assert correction.text == text or correction.gain > 0
    assert CORRECTOR.corrected(text) == correction
