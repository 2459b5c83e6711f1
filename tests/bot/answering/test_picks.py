"""One of several records, picked by its place among them."""

import pytest

from bot.answering.picks import picked
from bot.answering.types import RecordKey

FIRST, SECOND, THIRD = ("facility", "a"), ("facility", "b"), ("event", "c")
THREE = (FIRST, SECOND, THIRD)


def pick(
    text: str, records: tuple[RecordKey, ...] = THREE, siblings: list[RecordKey] | None = None
) -> tuple[str, str] | None:
    """The id and the words that picked it."""
    found = picked(text, records, lambda _: siblings or [])
    return (found.key[1], text[found.span[0] : found.span[1]]) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第一个", ("a", "第一个")),
        ("第二个要什么材料", ("b", "第二个")),
        ("第3项呢", ("c", "第3项")),
        ("那第二家几点关", ("b", "第二家")),
        ("前者", ("a", "前者")),
        ("后者在哪", ("c", "后者")),
        ("最后一个", ("c", "最后一个")),
        ("when is the second one", ("b", "second one")),
        ("the third", ("c", "the third")),
        ("the former, please", ("a", "the former")),
        ("where is the last one", ("c", "last one")),
        ("the latter?", ("c", "the latter")),
        ("另一个呢", ("c", "另一个")),
    ],
)
def test_place_picks_a_record(text: str, expected: tuple[str, str]) -> None:
    assert pick(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "第四个", "第十个", "第0个", "the fifth one", "第二次去", "一个", "the first time", "最后一个问题是什么"],
)
def test_words_that_pick_none(text: str) -> None:
    assert pick(text) is None


def test_one_record_has_no_places() -> None:
    for text in ("第一个", "后者", "the second one", "最后一个"):
        assert pick(text, (FIRST,), [SECOND]) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [("另一个呢", "另一个"), ("另外一家几点关", "另外一家"), ("另外那个", "另外那个"), ("the other one?", "other one")],
)
def test_other_of_two_that_share_a_name(text: str, words: str) -> None:
    assert pick(text, (FIRST,), [SECOND]) == ("b", words)
    assert pick(text, (FIRST,)) is None
    assert pick(text, (FIRST,), [SECOND, THIRD]) is None
