"""A linear classifier served with numpy alone, against the library that fits it."""

from itertools import pairwise
from operator import itemgetter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_union
from sklearn.svm import LinearSVC

from bot.answering.classifier import BACKGROUND, Classifier, Weights, fact_key, nearest
from bot.answering.features import BLOCKS, blocks
from bot.answering.fitting import machine
from bot.answering.index import Phrasing, phrasings
from bot.answering.postings import Postings, numbered
from bot.answering.text import Segmenter, fold
from tests.bot.small_park import RECORDS

SEGMENTER = Segmenter()
KNOWN = phrasings(RECORDS, SEGMENTER)
TOLD = Weights(
    keys=(("faq", "a"), ("faq", "b"), ("faq", "c")),
    postings=Postings.of(numbered(["gym", "开"]), np.array([0, 2]), np.array([2.0, 3.0], dtype=np.float32)),
    rarity=np.array([1, 1], dtype=np.float32),
    bias=np.array([-1, -0.5, 0], dtype=np.float32),
)
"""A fit by hand: “gym” speaks for the first record, “开” for the last."""


def scores(classifier: Classifier, text: str) -> list[float]:
    folded = fold(text)
    return [float(score) for score in classifier.scores(folded, SEGMENTER.words(folded))]


@pytest.fixture(scope="module")
def fitted() -> Classifier:
    weights = machine.weights(KNOWN)
    assert weights is not None
    return Classifier(weights)


@pytest.fixture(scope="module")
def library() -> tuple[object, LinearSVC]:
    """The same fit by the library itself: its features and its machine."""
    texts = [blocks(one.text, one.words) for one in KNOWN]
    union = make_union(*(TfidfVectorizer(analyzer=itemgetter(block), sublinear_tf=True) for block in range(BLOCKS)))
    keys = list(dict.fromkeys(one.key for one in KNOWN))
    found = LinearSVC(C=1.0, tol=0.01, random_state=1).fit(
        union.fit_transform(texts), [keys.index(one.key) for one in KNOWN]
    )
    return union, found


@pytest.mark.parametrize(
    "text",
    [
        "健身房几点开门",
        "食堂周末有饭吗 when",
        "发票",
        "rent rent rent",
        "今晚一起跑步吗？！",
        "what is this",
        "",
        "qqqq",
    ],
)
def test_scores_are_the_librarys_but_for_slight_weights(
    fitted: Classifier, library: tuple[object, LinearSVC], text: str
) -> None:
    union, found = library
    folded = fold(text)
    seen = union.transform([blocks(folded, SEGMENTER.words(folded))])  # type: ignore[attr-defined]
    pruned = np.where(np.abs(found.coef_) >= machine.SLIGHT, found.coef_, 0)
    told = scores(fitted, text)
    np.testing.assert_allclose(told, (seen @ pruned.T + found.intercept_)[0], rtol=0, atol=1e-5)
    np.testing.assert_allclose(told, found.decision_function(seen)[0], rtol=0, atol=0.1)


def test_phrasings_score_highest_for_their_own_record(fitted: Classifier) -> None:
    for one in KNOWN:
        found = fitted.scores(one.text, one.words)
        assert nearest(list(fitted.places), found, 1) == [one.key]
        assert found[fitted.places[one.key]] > 0


def test_unknown_tokens_say_nothing() -> None:
    classifier = Classifier(TOLD)
    known = scores(classifier, "gym")
    assert known == [1, -0.5, 0]
    assert scores(classifier, "zzz qqq 猫") == scores(classifier, "") == [-1, -0.5, 0]


def test_known_tokens_of_a_block_are_brought_to_unit_length() -> None:
    both = scores(Classifier(TOLD), "gym 开")
    assert both == pytest.approx([2 / 2**0.5 - 1, -0.5, 3 / 2**0.5])
    assert scores(Classifier(TOLD), "gym gym gym") == scores(Classifier(TOLD), "gym")


def test_tokens_that_share_a_number_do_no_harm() -> None:
    (one,), (other,) = numbered(["plumless"]), numbered(["buckeroo"])
    assert one == other
    texts = {"a": ["plumless here", "plumless now"], "b": ["buckeroo there", "buckeroo then"], "c": ["cat", "cats"]}
    known = [
        Phrasing(("faq", key), text, tuple(SEGMENTER.words(text))) for key, several in texts.items() for text in several
    ]
    weights = machine.weights(known)
    assert weights is not None
    assert all(first < second for first, second in pairwise(weights.postings.tokens.tolist()))
    classifier = Classifier(weights)
    assert nearest(weights.keys, classifier.scores("cats", SEGMENTER.words("cats")), 1) == [("faq", "c")]
    assert np.isfinite(scores(classifier, "plumless buckeroo")).all()
    assert nearest(weights.keys, np.array(scores(classifier, "buckeroo there"), dtype=np.float32), 1) == [("faq", "b")]


@given(st.text(max_size=60))
def test_any_text_has_a_finite_score_for_every_record(text: str) -> None:
    assert np.isfinite(scores(Classifier(TOLD), text)).all()


@pytest.mark.parametrize(
    ("count", "expected"), [(1, ["b"]), (2, ["b", "c"]), (3, ["b", "c", "a"]), (9, ["b", "c", "a"])]
)
def test_nearest_are_the_highest_in_order(count: int, expected: list[str]) -> None:
    found = nearest(TOLD.keys, np.array([-1, 2, 0], dtype=np.float32), count)
    assert [key for _, key in found] == expected


def test_nearest_of_nothing_are_none() -> None:
    assert nearest([], np.zeros(0, dtype=np.float32), 5) == []


def test_classes_that_are_no_records_have_keys_that_no_record_has() -> None:
    assert BACKGROUND[0] == fact_key("hours")[0] == ""
    assert fact_key("hours") != fact_key("price") != BACKGROUND
