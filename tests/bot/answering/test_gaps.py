"""What fills a gap, against counting it triple by triple."""

from collections import Counter
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from bot.answering.gaps import LEAST, MOST, Gaps
from bot.answering.speech import BEGIN, END, OTHER, Speech, counted

CHINESE = "甲乙丙丁"


def counted_out(seen: Counter[str], around: str, place: int) -> str:
    """The characters that are seen most often there, the first seen of those that are as often."""
    whole = [(one, around[:place] + one + around[place:]) for one in CHINESE]
    numbers = {triple: number for triple, number in seen.items() if len(triple) == 3 and number >= LEAST[place]}
    found = sorted(
        ((one, triple) for one, triple in whole if triple in numbers),
        key=lambda each: (-numbers[each[1]], list(numbers).index(each[1])),
    )
    return "".join(one for one, _ in found[:MOST])


@given(st.lists(st.text(CHINESE + "x", min_size=1, max_size=8), max_size=12))
def test_gap_is_filled_by_what_was_seen_there_most_often(texts: list[str]) -> None:
    seen = counted(texts)
    gaps = Gaps(seen, Speech(lambda: seen).characters)
    for around, place in product(map("".join, product(CHINESE + BEGIN + END + OTHER, repeat=2)), range(3)):
        assert gaps.fill(around, place) == counted_out(seen, around, place)
