"""The weights of a classifier, by a linear support vector machine on phrasings."""

from collections.abc import Sequence
from operator import itemgetter

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_union
from sklearn.svm import LinearSVC

from bot.answering.classifier import Weights
from bot.answering.features import BLOCKS, blocks
from bot.answering.fits import LEAST_RECORDS
from bot.answering.index import Phrasing
from bot.answering.postings import Postings, numbered
from bot.answering.types import RecordKey

SLIGHT = 0.02
"""A weight that is smaller says nothing that anybody would miss."""
MOST = 20_000_000
"""Classes times phrasings beyond which fitting would take more than a minute: likeness alone serves there."""


def weights(known: Sequence[Phrasing], *, seen: int = 1) -> Weights | None:
    """One class against the others, by what was `seen` in so many; None where there is too little or too much."""
    keys = list(dict.fromkeys(phrasing.key for phrasing in known))
    if len(keys) < LEAST_RECORDS or len(keys) * len(known) > MOST:
        return None
    texts = [blocks(phrasing.text, phrasing.words) for phrasing in known]
    vectorizers = {
        block: TfidfVectorizer(analyzer=itemgetter(block), sublinear_tf=True, min_df=seen)
        for block in range(BLOCKS)
        if any(text[block] for text in texts)
    }
    matrix = make_union(*vectorizers.values()).fit_transform(texts)
    places = {key: place for place, key in enumerate(keys)}
    machine = LinearSVC(C=1.0, tol=0.01, random_state=1).fit(matrix, [places[phrasing.key] for phrasing in known])
    return _weights(keys, vectorizers, machine)


def _weights(keys: list[RecordKey], vectorizers: dict[int, TfidfVectorizer], machine: LinearSVC) -> Weights:
    tokens = [numbered(one.get_feature_names_out(), block) for block, one in vectorizers.items()]
    rarity = np.concatenate([one.idf_ for one in vectorizers.values()])
    coefficients = machine.coef_.T  # a row a token
    distinct, first = np.unique(np.concatenate(tokens), return_index=True)
    rows, records = np.nonzero(np.abs(coefficients[first]) >= SLIGHT)
    postings = Postings(
        tokens=distinct,
        starts=np.searchsorted(rows, np.arange(len(distinct) + 1)).astype(np.int32),
        places=records.astype(np.uint16),
        values=coefficients[first][rows, records].astype(np.float32),
    )
    return Weights(tuple(keys), postings, rarity[first].astype(np.float32), machine.intercept_.astype(np.float32))
