"""Names in a question, typed rightly and nearly so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.families import shared_parts
from bot.answering.names import EXACT, NEARLY, SAME_SOUND, Names, names_of
from bot.answering.text import fold
from tests.bot.records import event, facility, faq, subsidy

LAB = facility(id="lab", name={"zh": "硬功馆", "en": "Hardware Lab"}, aliases=["3D打印", "maker space"])
NORTH = facility(id="north", name={"zh": "云端咖啡馆", "en": "Yunduan Café"})
SOUTH = facility(id="south", name={"zh": "山外咖啡馆", "en": "Shanwai Café"})
HOUSING = subsidy(id="housing", name={"zh": "租房补贴", "en": "Housing allowance"})
RUN = event(id="run", name={"zh": "云栖夜跑", "en": "Night run"})
RECORDS = (LAB, NORTH, SOUTH, HOUSING, RUN)
NAMES = Names(RECORDS, shared_parts(RECORDS))


def found(text: str) -> list[tuple[str, str, float]]:
    """(id, what was typed, quality) of the names in the text."""
    folded = fold(text)
    return [(one.key[1], folded[one.start : one.end], one.quality) for one in NAMES.find(folded)]


@pytest.mark.parametrize(
    ("text", "record", "typed"),
    [
        ("硬功馆晚上开吗", "lab", "硬功馆"),
        ("硬功館晚上開嗎", "lab", "硬功馆"),
        ("哪里能3d打印", "lab", "3d打印"),
        ("any maker-space here?", "lab", "maker-space"),
        ("the makerspace", "lab", "makerspace"),
        ("Maker Spaces", "lab", "maker spaces"),
        ("YUNDUAN CAFE", "north", "yunduan cafe"),
        ("is the night run on", "run", "night run"),
    ],
)
def test_name_is_found_however_it_is_written(text: str, record: str, typed: str) -> None:
    assert found(text) == [(record, typed, EXACT)]


@pytest.mark.parametrize("text", ["", "食堂几点开", "the spacemaker spacesuit", "nightrunner", "馆", "租房"])
def test_text_without_a_name_has_none(text: str) -> None:
    assert found(text) == []


def test_name_that_two_share_points_to_both() -> None:
    assert found("咖啡馆几点关") == [("north", "咖啡馆", EXACT), ("south", "咖啡馆", EXACT)]
    assert found("which cafe") == [("north", "cafe", EXACT), ("south", "cafe", EXACT)]


def test_longer_name_goes_before_the_part_that_others_share() -> None:
    assert found("山外咖啡馆") == [("south", "山外咖啡馆", EXACT)]


def test_two_names_are_both_found_in_order() -> None:
    assert found("云栖夜跑和硬功馆") == [("run", "云栖夜跑", EXACT), ("lab", "硬功馆", EXACT)]


@pytest.mark.parametrize(
    ("text", "record", "typed", "quality"),
    [
        ("硬工馆在哪", "lab", "硬工馆", SAME_SOUND),
        ("英功馆在哪", "lab", "英功馆", SAME_SOUND),
        ("云栖叶跑几点", "run", "云栖叶跑", SAME_SOUND),
        ("云七夜跑几点", "run", "云七夜跑", SAME_SOUND),
        ("云夜栖跑几点", "run", "云夜栖跑", NEARLY),
        ("云栖夜夜跑几点", "run", "云栖夜夜跑", NEARLY),
        ("云夜跑几点", "run", "云夜跑", NEARLY),
        ("栖夜跑几点", "run", "栖夜跑", NEARLY),
        ("云栖夜几点", "run", "云栖夜", NEARLY),
        ("功馆在哪", "lab", "功馆", NEARLY),
    ],
)
def test_name_typed_nearly_so_is_found_with_less_quality(text: str, record: str, typed: str, quality: float) -> None:
    assert found(text) == [(record, typed, quality)]


def test_name_counts_less_the_further_it_is_off() -> None:
    assert 1 == EXACT > SAME_SOUND > NEARLY > 0


def test_shared_name_typed_nearly_so_points_to_both() -> None:
    assert found("咖菲馆几点关") == [("north", "咖菲馆", SAME_SOUND), ("south", "咖菲馆", SAME_SOUND)]


@pytest.mark.parametrize("text", ["房租补贴", "硬件馆", "软功馆", "云栖早跑"])
def test_name_is_not_read_into_another_word(text: str) -> None:
    assert [one for one in found(text) if one[1] == text] == []


def test_names_are_folded_and_of_two_characters_or_more() -> None:
    record = facility(name={"zh": "《書房》", "en": "Library"}, aliases=["書房", "屋", "Reading-Room"])
    assert names_of(record) == ["书房", "library", "reading-room"]


def test_question_of_an_entry_is_no_name() -> None:
    assert names_of(faq(answer={"zh": "能"}, aliases=["养猫"])) == ["养猫"]


@given(st.text("硬功馆工云栖夜跑咖啡店 abc.*+?()[]\\^$|", max_size=40))
def test_mentions_stand_where_they_say(text: str) -> None:
    folded = fold(text)
    for mention in NAMES.find(folded):
        assert 0 <= mention.start < mention.end <= len(folded)
        assert mention.quality == EXACT or folded[mention.start : mention.end] != mention.name
