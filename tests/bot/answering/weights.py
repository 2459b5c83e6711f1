"""Fits by hand and quick ones of a park."""

from dataclasses import fields, replace

import numpy as np

from bot.answering.classifier import Weights
from bot.answering.confidence import FEATURES, Acceptance
from bot.answering.fits import Fits
from bot.answering.fitting import machine
from bot.answering.index import phrasings
from bot.answering.matching import Matcher
from bot.answering.postings import Postings, numbered
from bot.answering.text import Segmenter
from bot.knowledge.snapshot import Snapshot

WEIGHTS = Weights(
    keys=(("facility", "gym"), ("faq", "发票"), ("", "")),
    postings=Postings.of(numbered(["健身", "票"]), np.array([0, 1], dtype=np.uint16), np.array([2, -3], np.float32)),
    rarity=np.array([1.5, 2], dtype=np.float32),
    bias=np.array([-1, -0.5, 0], dtype=np.float32),
)
OTHERS = replace(WEIGHTS, keys=(("", "hours"), ("", "price"), ("", "none")))
SURE = Acceptance(tuple(number / 8 for number in range(len(FEATURES) + 1)))


def told(weights: Weights | None) -> object:
    """Every number of a fit, and of which type it is."""
    if weights is None:
        return None
    arrays = {
        one.name: getattr(part, one.name)
        for part in (weights, weights.postings)
        for one in fields(part)
        if one.name not in {"keys", "postings"}
    }
    return weights.keys, {name: (array.dtype, array.tolist()) for name, array in arrays.items()}


def fitted(snapshot: Snapshot) -> Fits:
    """Fits of the records alone: quick."""
    return Fits(Matcher(snapshot).fingerprint, machine.weights(phrasings(list(snapshot), Segmenter())))
