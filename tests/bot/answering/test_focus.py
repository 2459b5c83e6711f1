"""What a question puts its finger on, and what it asks to be there or allowed."""

import pytest

from bot.answering.focus import focus_words, measures_asked, things_asked_for
from bot.answering.matching import Matcher
from bot.answering.reading import Reading
from bot.answering.text import fold
from tests.bot.answering.times import NOW
from tests.bot.small_park import small_park

MATCHER = Matcher(small_park())


def read(text: str) -> Reading:
    return MATCHER.read(fold(text), NOW)


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("健身房有按摩椅吗", {"按摩椅"}),
        ("食堂卖烟吗", {"烟"}),
        ("健身房能养鸟吗", {"养鸟"}),
        ("健身房有多少台电视", {"电视"}),
        ("健身房让带水壶不", {"水壶"}),
        ("健身房得有大人陪着吗", set()),
        ("健身房能练多少次", set()),
        ("明天可以带小狗进来么", {"小狗", "进来"}),
        ("健身房能预约吗", set()),
        ("我们有两条狗，健身房在哪", set()),
        ("健身房几点开门", set()),
        ("健身房在什么位置", set()),
        ("食堂有什么", set()),
        ("is there a sauna in the gym", {"sauna"}),
        ("are dogs allowed", {"dog"}),
        ("can we bring our cats", {"cat"}),
        ("may people cook hotpot in it", {"cook", "hotpot"}),
        ("how many floors does it have", {"floor"}),
        ("what brand is the treadmill", {"brand"}),
        ("who is the owner of the gym", {"owner"}),
        ("健身房支不支持团购", {"团购"}),
        ("when does the gym open", set()),
    ],
)
def test_things_are_what_is_asked_to_be_there_or_allowed(text: str, things: set[str]) -> None:
    assert {word.stem for word in things_asked_for(read(text))} == things


def test_focus_is_what_is_asked_which_or_whether() -> None:
    assert [word.stem for word in focus_words(read("健身房有按摩椅吗"))] == ["按摩椅"]
    assert [word.stem for word in focus_words(read("which restaurant is the best"))] == ["restaur"]
    assert focus_words(read("健身房几点开门")) == []


def test_measure_is_what_is_asked_how_much_of() -> None:
    assert measures_asked(read("健身房有多高")) == ["多高"]
    assert measures_asked(read("how high is the gym")) == ["how high"]
    assert measures_asked(read("健身房有多少米高")) == ["多少米"]
    assert measures_asked(read("健身房一共几层")) == ["一共几层"]
    assert measures_asked(read("水管爆了多快能来")) == []
    assert measures_asked(read("健身房多少钱")) == []
