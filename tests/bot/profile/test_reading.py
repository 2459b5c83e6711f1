from collections.abc import Iterator
from datetime import datetime

import pytest

from bot.knowledge.kinds import Park
from bot.knowledge.pack import demonstration
from bot.profile import reading
from bot.profile.errors import UnclearError
from bot.profile.facts import FACTS, NAMED, asked_in
from bot.profile.reading import Steer
from tests.parks import ZONE

NOW = datetime(2026, 11, 23, 10, tzinfo=ZONE)


@pytest.fixture(scope="module")
def park() -> Iterator[Park]:
    yield from (record for record in demonstration() if isinstance(record, Park))


@pytest.mark.parametrize(
    ("fact", "typed", "value"),
    [
        ("building", "4号楼", "building-4"),
        ("building", "我们在四号楼3层", "building-4"),
        ("building", "4", "building-4"),
        ("building", "block 4", "building-4"),
        ("building", "创客楼", "makers-house"),
        ("building", "不在园区", "other"),
        ("sector", "人工智能", "ai"),
        ("sector", "AI", "ai"),
        ("sector", "做 ai 的", "ai"),
        ("sector", "smart hardware", "smart-hardware"),
        ("sector", "電商SaaS", "e-commerce-saas"),
        ("sector", "都不是", "other"),
        ("registered_in_park", "是的", True),
        ("registered_in_park", "注册在园区", True),
        ("registered_in_park", "Yes.", True),
        ("registered_in_park", "还没有", False),
        ("registered_in_park", "不在园区", False),
        ("registered_in_park", "not yet", False),
        ("passed_mentoring_review", "通过了", True),
        ("passed_mentoring_review", "没通过", False),
    ],
)
def test_choice_may_be_typed(park: Park, fact: str, typed: str, value: object) -> None:
    assert reading.value(NAMED[fact], typed, park, NOW) == value


@pytest.mark.parametrize(
    ("fact", "typed"),
    [
        ("building", "6号楼"),
        ("building", "3号楼和4号楼"),
        ("sector", "retailers of maid services"),
        ("sector", "做芯片的"),
        ("sector", ""),
        ("registered_in_park", "是吗"),
        ("registered_in_park", "园区"),
        ("registered_in_park", ""),
    ],
)
def test_choice_that_is_none_is_unclear(park: Park, fact: str, typed: str) -> None:
    with pytest.raises(UnclearError):
        reading.value(NAMED[fact], typed, park, NOW)


@pytest.mark.parametrize(
    ("typed", "step"),
    [
        ("跳过", Steer.SKIP),
        ("不知道", Steer.SKIP),
        ("Don't know", Steer.SKIP),
        ("上一项", Steer.BACK),
        ("back", Steer.BACK),
        ("先停吧。", Steer.STOP),
        ("算了", Steer.STOP),
        ("STOP!", Steer.STOP),
        ("跳过这一段说吧", None),
        ("没有", None),
        ("backup", None),
    ],
)
def test_words_steer_the_dialogue(typed: str, step: Steer | None) -> None:
    assert reading.steer(typed) is step


@pytest.mark.parametrize(
    ("typed", "asks"),
    [
        ("食堂几点开门", True),
        ("租金补贴我们能拿多少", True),
        ("硬功馆晚上开吗", True),
        ("300万？", True),
        ("How much can we get", True),
        ("300万", False),
        ("做芯片的", False),
        ("Howdy", False),
    ],
)
def test_questions_are_told_from_answers(typed: str, asks: bool) -> None:
    assert reading.is_question(typed) is asks


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("云栖智能", "云栖智能"),
        ("  Demo \n Router\tCo ", "Demo Router Co"),
        ("\u202e\u200b林\0工", "林工"),
        ("👨\u200d👩", "👨👩"),
        ("<b>甲</b>", "<b>甲</b>"),
        ("x" * 40, "x" * 40),
    ],
)
def test_name_is_one_line_that_can_be_seen(typed: str, name: str) -> None:
    assert reading.name(typed) == name


@pytest.mark.parametrize("typed", ["", " \n ", "\u200b\u202e", "x" * 41])
def test_name_of_nothing_or_too_much_is_unclear(typed: str) -> None:
    with pytest.raises(UnclearError):
        reading.name(typed)


def test_park_without_sectors_and_buildings_is_not_asked_for_them(park: Park) -> None:
    assert asked_in(park) == list(FACTS)
    assert [fact.name for fact in asked_in(None)] == [fact.name for fact in FACTS[2:]]
