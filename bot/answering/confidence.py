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


# fitted on the demonstration park (bot.answering.fitting); a start for a park whose own fit is not ready
DEFAULT = Acceptance((-3.28, 1.23, 1.4, -4.09, -0.2, 2.33, 0.36, -1.7, 1.03, 1.09))
