"""Sparse columns against the same numbers written out in full."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.postings import Postings, Reals, numbered

PLACES, TOKENS = 7, 12
ENTRIES = st.lists(
    st.tuples(
        st.integers(0, TOKENS - 1),
        st.integers(0, PLACES - 1),
        st.floats(-8, 8, width=32),
    ),
    max_size=60,
)
ASKED = st.lists(st.tuples(st.integers(0, TOKENS + 5), st.floats(-4, 4, width=32)), max_size=20)


def postings(entries: list[tuple[int, int, float]]) -> Postings:
    tokens, places, values = zip(*entries, strict=True) if entries else ((), (), ())
    return Postings.of(
        np.array(tokens, dtype=np.uint32), np.array(places, dtype=np.uint16), np.array(values, dtype=np.float32)
    )


def dense(entries: list[tuple[int, int, float]]) -> Reals:
    """A row a token, a column a place."""
    table = np.zeros((TOKENS + 6, PLACES), dtype=np.float32)
    for token, place, value in entries:
        table[token, place] += value
    return table


@given(ENTRIES, ASKED)
def test_sums_are_those_of_a_dense_table(entries: list[tuple[int, int, float]], asked: list[tuple[int, float]]) -> None:
    sparse = postings(entries)
    tokens = np.array([token for token, _ in asked], dtype=np.uint32)
    weights = np.array([weight for _, weight in asked], dtype=np.float32)
    rows, known = sparse.find(tokens)
    assert known.tolist() == [token in {one for one, _, _ in entries} for token in tokens.tolist()]
    sums = sparse.sums(rows, weights[known], PLACES)
    expected = weights @ dense(entries)[tokens] if asked else np.zeros(PLACES)
    np.testing.assert_allclose(sums, expected, atol=1e-3)
    assert sums.dtype == np.float32


@given(ENTRIES)
def test_tokens_ascend_each_once_and_own_their_entries(entries: list[tuple[int, int, float]]) -> None:
    sparse = postings(entries)
    assert sparse.tokens.tolist() == sorted({token for token, _, _ in entries})
    assert (sparse.starts[0], sparse.starts[-1]) == (0, len(entries))
    for row, token in enumerate(sparse.tokens.tolist()):
        own = slice(sparse.starts[row], sparse.starts[row + 1])
        told = [(place, value) for one, place, value in entries if one == token]
        assert list(zip(sparse.places[own].tolist(), sparse.values[own].tolist(), strict=True)) == told


def test_sums_of_no_rows_are_nothing_everywhere() -> None:
    sparse = postings([(1, 2, 3.0)])
    assert sparse.sums([], np.zeros(0, dtype=np.float32), 4).tolist() == [0, 0, 0, 0]


def test_row_asked_twice_counts_twice() -> None:
    sparse = postings([(1, 2, 3.0)])
    assert sparse.sums([0, 0], np.array([1, 0.5], dtype=np.float32), 3).tolist() == [0, 0, 4.5]


def test_token_has_the_same_number_everywhere_and_another_in_another_block() -> None:
    assert numbered(["食堂", "gym"]).tolist() == [1354085363, 2133318637]
    assert not set(numbered(["食堂", "gym"]).tolist()) & set(numbered(["食堂", "gym"], 1).tolist())


@pytest.mark.parametrize("token", ["", "\ud83d", "\0", "😀" * 100])
def test_any_token_has_a_number(token: str) -> None:
    assert len(numbered([token])) == 1
