"""Figures from lists of numbers: percentiles, thresholds, and how well scores tell two kinds apart."""

import math
from collections.abc import Sequence

import numpy as np


def percentile(values: Sequence[float], percent: float) -> float:
    """The nearest-rank percentile: the least value that at least so many per cent do not exceed."""
    ranked = sorted(values)
    return ranked[max(0, math.ceil(percent / 100 * len(ranked)) - 1)]


def auroc(wanted: Sequence[float], unwanted: Sequence[float]) -> float:
    """How often one of the wanted scores above one of the unwanted, 0 to 1; equal scores count half."""
    ordered = np.sort(np.asarray(unwanted, dtype=np.float64))
    below = np.searchsorted(ordered, wanted, side="left")
    not_above = np.searchsorted(ordered, wanted, side="right")
    return float((below + not_above).sum() / (2 * len(wanted) * len(unwanted)))


def keeping(scores: Sequence[float], share: float) -> float:
    """The highest threshold at which at least this share of the scores is not under it."""
    ranked = sorted(scores, reverse=True)
    return ranked[max(0, math.ceil(share * len(ranked)) - 1)]


def share(part: float, whole: int) -> float:
    """Per cent; 0 of nothing."""
    return 100 * part / whole if whole else 0.0
