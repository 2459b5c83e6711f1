"""The acceptance score: from the evidence for a candidate to how sure the assistant is, 0 to 1."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FEATURES = ("base", "margin", "strange", "mention", "addressed", "held", "focus", "best", "faq")


@dataclass(frozen=True)
class Evidence:
    """What speaks for and against a candidate.

    `base` joins name and likeness; `margin` is its lead over the best other candidate, as a share (negative when
    behind); `strange` the share of what the question says beyond the record;
    `addressed` whether something that the record can tell is asked for; `held` whether its kind has such facts;
    `best` the likeness to the nearest phrasing; `focus` how strange the words are that the question puts its
    finger on; `faq` whether it is an FAQ entry, which answers whole.
    """

    base: float
    strange: float
    mention: float
    addressed: float
    held: float
    best: float
    focus: float = 0.0
    faq: float = 0.0
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


# fitted on questions asked of the demonstration park; 0.5 is where answering begins
DEFAULT = Acceptance((-4.16, 1.55, 1.7, -3.9, -0.4, 2.8, 0.7, -2.4, 2.2, -0.3))
