"""The acceptance score: from the evidence for a candidate to how sure the assistant is, 0 to 1."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FEATURES = ("base", "margin", "strange", "mention", "addressed", "held")


@dataclass(frozen=True)
class Evidence:
    """What speaks for and against a candidate.

    `base` joins name and likeness; `margin` is its lead over the best other candidate, as a share (negative when
    behind); `strange` the share and `strange_total` the weight of what the question says beyond the record;
    `addressed` whether something that the record can tell is asked for; `held` whether its kind has such facts;
    `best` the likeness to the nearest phrasing; `focus` how strange the words are that the question puts its finger on.
    """

    base: float
    strange: float
    strange_total: float
    mention: float
    addressed: float
    held: float
    best: float
    focus: float = 0.0
    margin: float = 0.0

    def vector(self) -> NDArray[np.float64]:
        """The features in the order of FEATURES, with a constant before them."""
        return np.array([1.0, *(min(float(getattr(self, name)), 3.0) for name in FEATURES)])


@dataclass(frozen=True)
class Acceptance:
    """A fitted logistic model of the evidence; `weights` begin with the constant."""

    weights: tuple[float, ...]

    def confidence(self, evidence: Evidence) -> float:
        logit = float(np.dot(self.weights, evidence.vector()))
        return 1.0 / (1.0 + float(np.exp(-np.clip(logit, -30, 30))))


# fitted on the demonstration park (bot.answering.fitting); a start for a park whose own fit is not ready
DEFAULT = Acceptance((-3.0, 6.0, 1.0, -3.5, 0.0, 1.0, 0.5))


def fit(examples: NDArray[np.float64], labels: NDArray[np.float64], ridge: float = 1.0, rounds: int = 60) -> Acceptance:
    """Logistic regression by Newton's method; classes count alike however many examples each has."""
    weights = np.zeros(examples.shape[1])
    share = labels.mean()
    balance = np.where(labels > 0.5, 0.5 / max(share, 1e-9), 0.5 / max(1 - share, 1e-9))
    penalty = np.full(examples.shape[1], ridge)
    penalty[0] = 0.0
    for _ in range(rounds):
        predicted = 1 / (1 + np.exp(-np.clip(examples @ weights, -30, 30)))
        gradient = examples.T @ (balance * (labels - predicted)) - penalty * weights
        curvature = (examples * (balance * predicted * (1 - predicted))[:, None]).T @ examples + np.diag(penalty + 1e-9)
        step = np.linalg.solve(curvature, gradient)
        weights = weights + step
        if float(np.abs(step).max()) < 1e-6:
            break
    return Acceptance(tuple(float(value) for value in weights))
