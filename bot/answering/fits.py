"""What was fitted on a park's own knowledge: kept as bytes, found again by what it was fitted on."""

import hashlib
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.answering.classifier import Weights
from bot.answering.confidence import DEFAULT, Acceptance
from bot.answering.index import Phrasing
from bot.answering.postings import Postings

VERSION = 1
"""Counts the changes of features and evidence, after which earlier fits are of no use."""
LEAST_RECORDS = 3
"""Fewer records leave nothing to tell apart."""
_POSTINGS = ("tokens", "starts", "places", "values")


@dataclass(frozen=True)
class Fits:
    """A classifier, where the knowledge was enough for one, and how sure to be of what."""

    fingerprint: str
    weights: Weights | None = None
    acceptance: Acceptance = DEFAULT


def fingerprint(known: Sequence[Phrasing]) -> str:
    """Tells whether fits are of these phrasings."""
    digest = hashlib.sha256(f"fits {VERSION}".encode())
    for phrasing in known:
        digest.update("\0".join(("", *phrasing.key, phrasing.text)).encode())
    return digest.hexdigest()


def dump(fits: Fits) -> bytes:
    """As a compressed file of arrays."""
    meta = {"fingerprint": fits.fingerprint, "acceptance": fits.acceptance.weights}
    arrays = {}
    if (weights := fits.weights) is not None:
        meta |= {"keys": weights.keys}
        arrays = {name: getattr(weights.postings, name) for name in _POSTINGS}
        arrays |= {"rarity": weights.rarity, "bias": weights.bias}
    file = io.BytesIO()
    np.savez_compressed(file, meta=np.frombuffer(json.dumps(meta).encode(), dtype=np.uint8), **arrays)
    return file.getvalue()


def load(data: bytes) -> Fits:
    """Raises ValueError for what is no such file."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as file:
            meta = json.loads(file["meta"].tobytes())
            weights = None
            if "keys" in meta:
                keys = tuple((kind, record_id) for kind, record_id in meta["keys"])
                postings = Postings(**{name: file[name] for name in _POSTINGS})
                weights = Weights(keys, postings, file["rarity"], file["bias"])
            return Fits(meta["fingerprint"], weights, Acceptance(tuple(meta["acceptance"])))
    except (OSError, KeyError, TypeError) as fault:
        raise ValueError(f"no fits: {fault}") from fault
