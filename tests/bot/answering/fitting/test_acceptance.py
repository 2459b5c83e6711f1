"""How sure to be, moved by what a park's own questions say."""

from collections.abc import Iterator

import numpy as np
import pytest

from bot.answering.confidence import DEFAULT, FEATURES, Acceptance
from bot.answering.fitting.acceptance import LEAST, STRANGE, acceptance
from bot.answering.fitting.crossfit import Example
from tests.bot.answering.ranked import evidence, example, ranked

PLACE = {name: place for place, name in enumerate(FEATURES, start=1)}


def moved(found: Acceptance) -> float:
    """How far the weights are from where they start."""
    return float(np.linalg.norm(np.subtract(found.weights, DEFAULT.weights)))


def right(number: int, **given: float) -> Iterator[Example]:
    return (example("gym", ranked("gym", **given)) for _ in range(number))


def wrong(number: int, **given: float) -> Iterator[Example]:
    return (example("pool", ranked("gym", **given)) for _ in range(number))


def strange(number: int, **given: float) -> Iterator[Example]:
    """Questions of a record that was left out."""
    return (example("pool", ranked("gym", **given), known=False) for _ in range(number))


@pytest.mark.parametrize("number", [0, 1, LEAST - 1])
def test_few_questions_leave_the_weights_where_they_start(number: int) -> None:
    assert acceptance(wrong(number)) is DEFAULT


def test_questions_that_found_nothing_do_not_count() -> None:
    assert acceptance([*wrong(LEAST - 1), *(example("gym") for _ in range(50))]) is DEFAULT


def test_what_is_always_wrong_is_trusted_less_the_oftener_it_was() -> None:
    doubted = {"best": 0.9, "strange": 0.4}
    before = DEFAULT.confidence(evidence(**doubted))
    sure = [
        acceptance([*wrong(number, **doubted), *right(number)]).confidence(evidence(**doubted))
        for number in (LEAST, 4 * LEAST, 16 * LEAST)
    ]
    assert before > sure[0] > sure[1] > sure[2]


def test_what_is_always_right_is_trusted_more() -> None:
    shy = {"standing": 0.5, "best": 0.2, "fit": -0.5}
    found = acceptance([*right(1000, **shy), *wrong(1000, strange=0.8)])
    assert found.confidence(evidence(**shy)) > max(0.5, DEFAULT.confidence(evidence(**shy)))
    assert found.confidence(evidence(strange=0.8)) < 0.5


def test_weights_hold_to_their_start_with_little_that_says_otherwise() -> None:
    few, many = (acceptance([*wrong(number), *right(number, strange=0.7)]) for number in (LEAST // 2, 50 * LEAST))
    assert 0 < moved(few) < 1 < moved(many)


def test_feature_that_says_nothing_keeps_its_weight() -> None:
    found = acceptance([*wrong(500), *right(500, strange=0.7)])
    for name in ("faq", "away", "unheard"):  # always 0 here
        assert found.weights[PLACE[name]] == pytest.approx(DEFAULT.weights[PLACE[name]], abs=1e-6)
    assert found.weights[PLACE["strange"]] != pytest.approx(DEFAULT.weights[PLACE["strange"]], abs=0.1)


def test_question_of_a_record_that_was_left_out_counts_less() -> None:
    same = {"best": 0.9, "strange": 0.4}
    known, left_out, fewer = (
        acceptance([*right(400), *questions])
        for questions in (
            wrong(400, **same),
            strange(400, **same),
            wrong(int(400 * STRANGE), **same),
        )
    )
    assert known.confidence(evidence(**same)) < left_out.confidence(evidence(**same))
    assert left_out.weights == pytest.approx(fewer.weights, abs=1e-3)


@pytest.mark.parametrize("scale", [0.0, 1.0, 1e3])
def test_weights_are_finite_numbers_one_a_feature(scale: float) -> None:
    examples = [*right(200, standing=scale, fit=scale), *wrong(200, standing=-scale, best=0)]
    found = acceptance(examples)
    assert len(found.weights) == len(FEATURES) + 1
    assert np.isfinite(found.weights).all()
    assert all(type(weight) is float for weight in found.weights)


def test_same_examples_give_the_same_weights() -> None:
    examples = [*right(150), *wrong(150, strange=0.5)]
    assert acceptance(examples) == acceptance(iter(examples))
