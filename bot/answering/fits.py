"""What was fitted on a park's own knowledge: kept as bytes, found again by what it was fitted on."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray

from bot.answering import arrayed
from bot.answering.classifier import Weights
from bot.answering.confidence import DEFAULT, FEATURES, Acceptance
from bot.answering.index import Phrasing
from bot.answering.postings import Postings

VERSION = 3
"""Counts the changes of features and evidence, after which earlier fits are of no use."""
LEAST_RECORDS = 3
"""Fewer records leave nothing to tell apart."""
_CLASSIFIERS = ("records", "facts")
_NUMBERS = ("rarity", "bias")
_POSTINGS = ("tokens", "starts", "places", "values")


@dataclass(frozen=True)
class Fits:
    """Classifiers of records and of the facts asked for, and how sure to be of what.

    Either may be missing: where the knowledge is too little or too much for one.
    """

    fingerprint: str
    records: Weights | None = None
    facts: Weights | None = None
    acceptance: Acceptance = DEFAULT


def fingerprint(known: Sequence[Phrasing]) -> str:
    """Tells whether fits are of these phrasings."""
    digest = hashlib.sha256(f"fits {VERSION}".encode())
    for phrasing in known:
        digest.update("\0".join(("", *phrasing.key, phrasing.text)).encode())
    return digest.hexdigest()


def dump(fits: Fits) -> bytes:
    """As a file of arrays."""
    meta: dict[str, Any] = {"fingerprint": fits.fingerprint, "acceptance": fits.acceptance.weights, "keys": {}}
    arrays: dict[str, Any] = {}
    for name in _CLASSIFIERS:
        weights: Weights | None = getattr(fits, name)
        if weights is not None:
            meta["keys"][name] = weights.keys
            arrays |= {f"{name}.{field}": getattr(weights.postings, field) for field in _POSTINGS}
            arrays |= {f"{name}.{field}": getattr(weights, field) for field in _NUMBERS}
    return arrayed.pack(meta, arrays)


def load(data: bytes) -> Fits:
    """Raises ValueError for what is no such file."""
    with arrayed.unpacking(data, "fits") as (meta, file):
        found = {name: _weights(name, keys, file) for name, keys in meta["keys"].items()}
        sure = tuple(meta["acceptance"])
        fits = Fits(meta["fingerprint"], **found, acceptance=Acceptance(sure))
    if len(sure) != len(FEATURES) + 1:
        raise ValueError("no fits: they weigh other evidence")
    return fits


def _weights(name: str, keys: list[list[str]], file: Mapping[str, NDArray[Any]]) -> Weights:
    return Weights(
        keys=tuple((kind, record_id) for kind, record_id in keys),
        postings=Postings(**{field: file[f"{name}.{field}"] for field in _POSTINGS}),
        **{field: file[f"{name}.{field}"] for field in _NUMBERS},
    )
