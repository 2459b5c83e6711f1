"""Figures are what their definitions say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench.measures import auroc, keeping, percentile, share

SCORES = st.lists(st.integers(0, 20).map(float), min_size=1, max_size=30)


@given(SCORES, SCORES)
def test_auroc_is_the_share_of_pairs_in_order(wanted: list[float], unwanted: list[float]) -> None:
    pairs = [(above > below) + (above == below) / 2 for above in wanted for below in unwanted]
    assert auroc(wanted, unwanted) == pytest.approx(sum(pairs) / len(pairs))


def test_auroc_of_scores_apart_is_one() -> None:
    assert auroc([0.8, 0.9], [0.1, 0.2, 0.3]) == 1
    assert auroc([0.1], [0.2]) == 0
    assert auroc([0.5, 0.5], [0.5]) == 0.5


@given(SCORES, st.floats(0.1, 100))
def test_percentile_is_the_least_value_that_enough_do_not_exceed(values: list[float], percent: float) -> None:
    found = percentile(values, percent)
    assert found in values
    needed = percent / 100 * len(values)
    assert sum(value <= found for value in values) >= needed - 1e-9
    assert sum(value < found for value in values) < needed


def test_percentiles_of_a_hundred() -> None:
    values = [float(value) for value in range(100, 0, -1)]
    assert [percentile(values, percent) for percent in (1, 50, 99, 100)] == [1, 50, 99, 100]
    assert percentile([7.0], 99.9) == 7


@given(SCORES, st.floats(0.01, 1))
def test_threshold_keeps_its_share_and_no_higher_one_does(scores: list[float], kept: float) -> None:
    threshold = keeping(scores, kept)
    assert sum(score >= threshold for score in scores) >= kept * len(scores) - 1e-9
    higher = [score for score in scores if score > threshold]
    assert not higher or len(higher) < kept * len(scores)


def test_share_of_nothing_is_none() -> None:
    assert share(1, 4) == 25
    assert share(0, 0) == 0
