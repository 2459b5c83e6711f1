"""How sure the assistant is, from the evidence for a candidate."""

from dataclasses import replace
from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.confidence import DEFAULT, DISTANT, FEATURES, NAMED, Acceptance, Evidence
from tests.bot.answering.ranked import evidence

SHARES = st.floats(0, 1)
ANY = st.builds(
    Evidence,
    standing=st.floats(-1e6, 1e6),
    strange=SHARES,
    mention=SHARES,
    addressed=SHARES,
    held=st.sampled_from([0.0, 1.0]),
    best=SHARES,
    fit=st.floats(-1, 1),
    lead=st.floats(-2, 2),
    foreign=st.floats(-1, 1),
    focus=SHARES,
    away=st.sampled_from([0.0, 1.0]),
    lacks=st.sampled_from([0.0, 1.0]),
    margin=st.floats(-4, 4),
)


def test_features_are_in_their_order_after_a_constant() -> None:
    own = evidence(margin=3, foreign=0.25)
    features = own.features()
    assert features[0] == 1
    assert dict(zip(FEATURES, features[1:], strict=True)) == {name: getattr(own, name) for name in FEATURES}
    assert len(DEFAULT.weights) == len(features)


def test_confidence_is_the_logistic_of_the_weighed_evidence() -> None:
    weights = [0.0] * (len(FEATURES) + 1)
    weights[0], weights[1 + FEATURES.index("best")] = -1.0, 4.0
    assert Acceptance(tuple(weights)).confidence(evidence(best=0.5)) == pytest.approx(1 / (1 + exp(-1)))
    assert Acceptance((0.0,) * len(weights)).confidence(evidence()) == 0.5


@given(ANY)
def test_confidence_is_a_share_whatever_the_evidence(own: Evidence) -> None:
    assert 0 < DEFAULT.confidence(own) < 1
    assert np.isfinite(own.features()).all()


@given(ANY)
def test_what_speaks_against_a_record_makes_less_sure(own: Evidence) -> None:
    sure = DEFAULT.confidence(replace(own, standing=1, strange=0.2, focus=0, away=0, lacks=0, margin=1))
    for doubt in ({"strange": 0.8}, {"focus": 1.0}, {"away": 1.0}, {"lacks": 1.0}, {"margin": -2.0}):
        assert (
            DEFAULT.confidence(
                replace(
                    own, **({"standing": 1, "strange": 0.2, "focus": 0, "away": 0, "lacks": 0, "margin": 1} | doubt)
                )
            )
            <= sure
        )


@pytest.mark.parametrize(("mention", "named"), [(0, 0), (NAMED - 0.01, 0), (NAMED, 1), (1, 1)])
def test_name_counts_from_where_a_record_is_named(mention: float, named: float) -> None:
    own = evidence(mention=mention, strange=0.3, fit=0.4, best=0.5)
    assert own.named == named
    assert (own.named_strange, own.named_fit, own.named_best) == (0.3 * named, 0.4 * named, 0.5 * named)


def test_distance_counts_where_no_name_is_said() -> None:
    assert evidence(fit=DISTANT).distant == evidence(fit=0.9).distant == 0
    assert evidence(fit=DISTANT - 0.5).distant == pytest.approx(0.5)
    assert evidence(fit=DISTANT - 0.5, mention=1).distant == 0


def test_plain_is_a_name_with_a_fact_and_nothing_strange() -> None:
    assert evidence(mention=1).plain == 1
    assert [
        evidence(**given).plain for given in ({}, {"mention": 1, "strange": 0.5}, {"mention": 1, "addressed": 0.5})
    ] == [0, 0, 0]
