"""What is looked at before the rules of time: no text in which a rule finds something may be passed over."""

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bot.answering import when, when_chinese, when_clock, when_english
from tests.thoroughness import examples

HINTED = [
    *((when_chinese.HINT, pattern) for pattern, _ in when_chinese.RULES),
    *((when_english.HINT, pattern) for pattern, _ in when_english.RULES),
    *((when_clock._PART_HINT, pattern) for pattern, _ in when_clock._PARTS),
    *((when_clock._CLOCK_HINT, pattern) for pattern in when_clock._CLOCKS),
    *((when._HOLIDAY_HINT, pattern) for pattern, _ in when._HOLIDAYS),
]

# what stands around a match is not made from its pattern, so that a date with a slash would hardly come about
SLASHED = st.from_regex(r"1[0-2]/[12][0-9]", fullmatch=True)


@pytest.mark.parametrize(("hint", "pattern"), HINTED, ids=map(str, range(len(HINTED))))
@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_text_of_a_rule_has_its_hint(hint: re.Pattern[str], pattern: re.Pattern[str], data: st.DataObject) -> None:
    text = data.draw(st.from_regex(pattern.pattern) | SLASHED)
    assume(pattern.search(text))
    assert hint.search(text)
