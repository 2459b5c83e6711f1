"""The weights of the acceptance score, moved from where they start by what a park's own questions say."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit

from bot.answering.confidence import DEFAULT, Acceptance
from bot.answering.fitting.crossfit import Example

STEADFAST = 30.0
"""How strongly the weights hold to where they start: a park with few questions keeps them nearly as they are."""
STRANGE = 0.25
"""What a question of a record that was left out counts: tenants ask mostly what the park knows."""
LEAST = 100
"""Fewer questions say nothing about doubt."""


def acceptance(examples: Iterable[Example]) -> Acceptance:
    """The likeliest weights of a logistic score, given where they start and what was found rightly or wrongly."""
    asked = [one for one in examples if one.ranked]
    if len(asked) < LEAST:
        return DEFAULT
    evidence = np.array([one.ranked[0].evidence.features() for one in asked])
    counts = np.array([1.0 if one.known else STRANGE for one in asked])
    signs = np.where([one.right for one in asked], 1.0, -1.0)
    start = np.array(DEFAULT.weights)

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        margins = signs * (evidence @ weights)
        away = weights - start
        value = counts @ np.logaddexp(0, -margins) + STEADFAST / 2 * away @ away
        slope = -(evidence.T @ (counts * signs * expit(-margins))) + STEADFAST * away
        return float(value), slope

    found = minimize(loss, start, jac=True, method="L-BFGS-B")
    return Acceptance(tuple(float(weight) for weight in found.x))
