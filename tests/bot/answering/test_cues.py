"""Cue words as one pattern find what they would find side by side."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.cues import Cues, begun, either
from bot.answering.listed import listed

SECTIONS = listed("lexicon.yaml")
GROUPED = {
    f"{group} {name}": section
    for group in ("aspects", "kinds", "smalltalk", "units", "counted", "best")
    for name, section in SECTIONS[group].items()
}
WRITTEN = {name: [cue for cues in section.values() for cue in cues] for name, section in GROUPED.items()}
SECTIONS_OF = GROUPED | {
    name: section for name, section in SECTIONS.items() if section.keys() == {"zh", "en"} and name != "function_words"
}
LETTERS = "".join(sorted({character for cues in WRITTEN.values() for cue in cues for character in cue}))


def plainly(cues: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(cues, key=len, reverse=True)), re.ASCII)


def spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


@pytest.mark.parametrize("cues", WRITTEN.values(), ids=WRITTEN)
@given(data=st.data())
def test_cues_of_the_lexicon_are_found_as_they_are_written(cues: list[str], data: st.DataObject) -> None:
    cue = st.sampled_from(cues).flatmap(lambda one: st.from_regex(re.compile(one, re.ASCII)))
    text = "".join(data.draw(st.lists(cue | st.text(LETTERS, max_size=6), max_size=5)))
    assert spans(either(cues), text) == spans(plainly(cues), text)


@pytest.mark.parametrize("section", SECTIONS_OF.values(), ids=SECTIONS_OF)
@given(data=st.data())
def test_no_chinese_cue_is_missed_in_a_text_without_chinese(section: dict[str, list[str]], data: st.DataObject) -> None:
    cue = data.draw(st.sampled_from(section["zh"]))
    match = re.search(cue, data.draw(st.from_regex(re.compile(cue, re.ASCII))), re.ASCII)
    assert match
    assert not match[0].isascii() or either(section["en"]).search(match[0])


@pytest.mark.parametrize("text", ["When does it open", "几点开门 when", "hi 你好", "hihi"])
def test_cues_of_both_languages_are_found_wherever_there_may_be_some(text: str) -> None:
    for name, section in SECTIONS_OF.items():
        both = either([*section["zh"], *section["en"]])
        assert [match.span() for match in Cues(section).finditer(text.lower())] == spans(both, text.lower()), name
        assert bool(Cues(section).search(text.lower())) == bool(both.search(text.lower())), name


@pytest.mark.parametrize(
    ("cues", "text", "found"),
    [
        (["开门", "开", r"\bopens?\b", r"\d+人"], "几点开门 opens 开 20人", ["开门", "opens", "开", "20人"]),
        (["差?什么", r"\bwhat\b"], "什么 what 差什么", ["什么", "what", "差什么"]),
        (["(?:在|去)?哪", "哪里"], "哪里 去哪", ["哪", "去哪"]),
        (["(?:开(?:门|放)|关门)", "门"], "关门 开放 门", ["关门", "开放", "门"]),
        (["开|门", "x"], "门x开", ["门", "x", "开"]),
        (["^滚", "(?<![我们])公司"], "滚 我公司 那公司", ["滚", "公司"]),
    ],
)
def test_beginning_that_may_be_left_out_is_no_beginning(cues: list[str], text: str, found: list[str]) -> None:
    assert [match[0] for match in either(cues).finditer(text)] == found


def test_no_cues_are_found_nowhere() -> None:
    assert not re.search(begun([]), "开门")
