"""Weights fitted on phrasings."""

import numpy as np
import pytest

from bot.answering.classifier import Classifier, nearest
from bot.answering.fits import LEAST_RECORDS
from bot.answering.fitting import machine
from bot.answering.index import Phrasing, phrasings
from bot.answering.postings import numbered
from bot.answering.text import Segmenter
from tests.bot.answering.weights import told
from tests.bot.small_park import RECORDS

SEGMENTER = Segmenter()
KNOWN = phrasings(RECORDS, SEGMENTER)


def of(**texts: list[str]) -> list[Phrasing]:
    """Phrasings by the id of their record."""
    return [
        Phrasing(("faq", key), text, tuple(SEGMENTER.words(text))) for key, several in texts.items() for text in several
    ]


@pytest.mark.parametrize("count", range(LEAST_RECORDS))
def test_fewer_classes_than_can_be_told_apart_have_no_weights(count: int) -> None:
    keys = [(one.kind, one.id) for one in RECORDS[:count]]
    assert machine.weights([one for one in KNOWN if one.key in keys]) is None


def test_as_many_classes_as_can_be_told_apart_have_weights() -> None:
    keys = [(one.kind, one.id) for one in RECORDS[:LEAST_RECORDS]]
    weights = machine.weights([one for one in KNOWN if one.key in keys])
    assert weights
    assert list(weights.keys) == keys


def test_more_than_can_be_fitted_in_time_has_no_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "MOST", len(RECORDS) * len(KNOWN))
    assert machine.weights(KNOWN) is not None
    assert machine.weights([*KNOWN, KNOWN[0]]) is None


def test_what_is_seen_too_seldom_says_nothing() -> None:
    known = of(a=["alpha beta"] * 2, b=["gamma delta"] * 2, c=["epsilon zeta", "epsilon eta"])
    all_of_it, often = machine.weights(known), machine.weights(known, seen=2)
    assert all_of_it
    assert often
    known_words = set(numbered(["alpha", "epsilon", "zeta", "eta"]))
    assert known_words <= set(all_of_it.postings.tokens)
    assert known_words & set(often.postings.tokens) == set(numbered(["alpha", "epsilon"]))


def test_weights_are_lined_up() -> None:
    weights = machine.weights(KNOWN)
    assert weights
    postings = weights.postings
    assert weights.keys == tuple((one.kind, one.id) for one in RECORDS)
    assert (np.diff(postings.tokens.astype(np.int64)) > 0).all()
    assert len(weights.rarity) == len(postings.tokens) == len(postings.starts) - 1
    assert (postings.starts[0], postings.starts[-1]) == (0, len(postings.values))
    assert (np.diff(postings.starts) >= 0).all()
    assert (len(weights.bias), int(postings.places.max())) == (len(RECORDS), len(RECORDS) - 1)
    assert (np.abs(postings.values) >= machine.SLIGHT).all()
    assert all(np.isfinite(one).all() for one in (postings.values, weights.rarity, weights.bias))


def test_same_phrasings_have_the_same_weights() -> None:
    np.random.seed(1)  # noqa: NPY002 - the library draws from this one unless it is told otherwise
    first = told(machine.weights(KNOWN))
    np.random.seed(2)  # noqa: NPY002
    assert told(machine.weights(KNOWN)) == first


def test_rarer_token_weighs_more() -> None:
    known = of(a=["cat now", "cat then"], b=["cat here"], c=["dog here"])
    weights = machine.weights(known)
    assert weights
    rarity = {
        text: float(weights.rarity[weights.postings.find(np.array([number]))[0][0]])
        for text, number in zip(("cat", "dog"), numbered(["cat", "dog"]), strict=True)
    }
    assert rarity["dog"] > rarity["cat"]


@pytest.mark.parametrize(
    "known",
    [
        of(a=["能养猫吗"], b=["能养狗吗"], c=["能养鱼吗"]),
        of(a=["may I keep a cat"], b=["may I keep a dog"], c=["may I keep a fish"]),
        of(a=["能养猫吗", "a cat"], b=["1"], c=["养"]),
        of(a=["，"], b=["猫"], c=["？"]),
    ],
)
def test_park_of_one_language_or_hardly_any_words_has_weights(known: list[Phrasing]) -> None:
    weights = machine.weights(known)
    assert weights
    own = next(one for one in known if one.key == ("faq", "b"))
    assert nearest(weights.keys, Classifier(weights).scores(own.text, own.words), 1) == [own.key]
