"""The classifier's weights, by a linear support vector machine on the phrasings of all records."""

from collections.abc import Sequence
from operator import itemgetter

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_union
from sklearn.svm import LinearSVC

from bot.answering.classifier import Weights
from bot.answering.families import shared_parts
from bot.answering.features import BLOCKS, blocks
from bot.answering.fits import LEAST_RECORDS
from bot.answering.fitting.background import background
from bot.answering.index import phrasings
from bot.answering.names import Names
from bot.answering.postings import Postings, numbered
from bot.answering.text import Segmenter
from bot.answering.types import RecordKey
from bot.knowledge.kinds import Record

SLIGHT = 0.02
"""A weight that is smaller says nothing that anybody would miss."""
MOST = 20_000_000
"""Records times phrasings beyond which fitting would take more than a minute: likeness alone serves there."""


def weights(records: Sequence[Record]) -> Weights | None:
    """One record against the others; None where there is too little or too much to fit on."""
    names = Names(records, shared_parts(records))
    segmenter = Segmenter(tuple(names))
    known = phrasings(records, segmenter)
    known += background(known, names, segmenter)
    keys = list(dict.fromkeys(phrasing.key for phrasing in known))
    if len(keys) < LEAST_RECORDS or len(keys) * len(known) > MOST:
        return None
    texts = [blocks(phrasing.text, phrasing.words) for phrasing in known]
    vectorizers = {
        block: TfidfVectorizer(analyzer=itemgetter(block), sublinear_tf=True)
        for block in range(BLOCKS)
        if any(text[block] for text in texts)
    }
    matrix = make_union(*vectorizers.values()).fit_transform(texts)
    places = {key: place for place, key in enumerate(keys)}
    machine = LinearSVC(C=1.0).fit(matrix, [places[phrasing.key] for phrasing in known])
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
