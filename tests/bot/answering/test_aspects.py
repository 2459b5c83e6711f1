"""Which facts are asked for: by cue words, and by how it sounds."""

from dataclasses import replace

import pytest

from bot.answering.aspects import HEARD, asked
from bot.answering.classifier import NO_FACT
from bot.answering.facts.table import FACTS
from bot.answering.matching import Matcher
from bot.answering.reading import Reading
from bot.answering.text import fold
from tests.bot.answering.times import NOW
from tests.bot.small_park import small_park

MATCHER = Matcher(small_park())
CLEAR, FAINT = 0.5, HEARD - 0.05


def read(text: str, **facts: float) -> Reading:
    """The text, and how much it sounds as if each fact were asked for; the others sound not at all."""
    reading = MATCHER.read(fold(text), NOW)
    silence = dict.fromkeys([NO_FACT, *(aspect for kind in FACTS.values() for aspect in kind)], -1.0)
    return replace(reading, hear=lambda: silence | facts)


@pytest.mark.parametrize(
    ("text", "kind", "aspects"),
    [
        ("健身房几点开门", "facility", ["hours"]),
        ("健身房在哪", "facility", ["place"]),
        ("夜跑几点开始", "event", ["when"]),
        ("健身房", "facility", []),
        ("健身房周六", "facility", ["hours"]),
    ],
)
def test_without_fits_cues_and_times_alone_ask(text: str, kind: str, aspects: list[str]) -> None:
    reading = MATCHER.read(fold(text), NOW)
    assert reading.facts == {}
    assert asked(reading, kind) == aspects


def test_fact_is_heard_without_a_cue() -> None:
    assert asked(read("健身房嘛", place=CLEAR), "facility") == ["place"]
    assert asked(read("健身房嘛", place=FAINT), "facility") == []


def test_cue_that_sounds_like_nothing_of_the_kind_asks_for_nothing() -> None:
    assert asked(MATCHER.read(fold("健身房在哪"), NOW), "facility") == ["place"]
    assert asked(read("健身房在哪", place=-1.2), "facility") == []


def test_cue_helps_a_faint_fact_over_the_border() -> None:
    assert asked(read("健身房在哪", place=FAINT), "facility") == ["place"]


def test_facts_come_the_most_telling_first() -> None:
    assert asked(read("健身房嘛", place=0.2, price=0.6, apply=0.4), "facility") == ["price", "apply", "place"]
    assert asked(read("健身房在哪", place=0.3, price=0.4), "facility") == ["place", "price"]


def test_kind_is_asked_for_its_own_facts_alone() -> None:
    heard = read("嘛", documents=CLEAR, deadline=0.4)
    assert asked(heard, "facility") == []
    assert asked(heard, "subsidy") == ["documents", "deadline"]


def test_fact_that_the_kind_has_under_another_name_is_meant() -> None:
    assert asked(read("嘛", amount=CLEAR), "facility") == ["price"]
    assert asked(read("嘛", who=CLEAR), "facility") == ["rules"]
    assert asked(read("嘛", host=CLEAR), "park") == ["members"]
    assert asked(read("嘛", price=CLEAR), "subsidy") == ["amount"]


def test_of_twins_the_one_that_sounds_more_is_asked_for() -> None:
    assert asked(read("嘛", who=0.3, rules=0.5), "programme") == ["rules"]
    assert asked(read("嘛", who=0.5, rules=0.3), "programme") == ["who"]
    assert asked(read("嘛", hours=0.5, when=0.4), "event") == ["hours"]


def test_entry_is_told_whole_and_not_listened_to() -> None:
    def never() -> dict[str, float]:
        raise AssertionError

    assert asked(replace(read("健身房在哪"), hear=never), "faq") == []


def test_time_asks_for_hours_after_what_tells_more() -> None:
    assert asked(read("健身房周六嘛", price=CLEAR), "facility") == ["price", "hours"]
    assert asked(read("健身房周六嘛"), "facility") == ["hours"]
