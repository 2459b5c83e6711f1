"""All fits of a park's knowledge, in two steps."""

import numpy as np
import pytest

from bot.answering.classifier import BACKGROUND, NO_FACT, fact_key
from bot.answering.confidence import DEFAULT
from bot.answering.fits import Fits, dump, load
from bot.answering.fitting import fit
from bot.answering.matching import Matcher
from bot.knowledge.snapshot import Snapshot
from tests.bot.answering.ranked import example, ranked
from tests.bot.answering.times import NOW
from tests.bot.small_park import small_park


@pytest.fixture(scope="module")
def classified() -> Fits:
    return fit.classified(small_park())


def test_first_step_tells_records_background_and_facts_and_is_as_sure_as_any_park(classified: Fits) -> None:
    assert classified.fingerprint == Matcher(small_park()).fingerprint
    assert classified.acceptance == DEFAULT
    assert classified.records
    assert set(classified.records.keys) == {*small_park().records, BACKGROUND}
    assert classified.facts
    assert {fact_key("hours"), fact_key(NO_FACT)} < set(classified.facts.keys)


def test_second_step_moves_how_sure_to_be_and_nothing_else(classified: Fits, monkeypatch: pytest.MonkeyPatch) -> None:
    questions = [example("gym", ranked("pool", strange=number % 2)) for number in range(400)]
    monkeypatch.setattr(fit, "examples", lambda _: iter(questions))
    calibrated = fit.calibrated(small_park(), classified)
    assert (calibrated.fingerprint, calibrated.records, calibrated.facts) == (
        classified.fingerprint,
        classified.records,
        classified.facts,
    )
    assert calibrated.acceptance != DEFAULT


def test_small_park_is_as_sure_as_any(classified: Fits) -> None:
    assert fit.calibrated(small_park(), classified).acceptance == DEFAULT


def test_park_without_records_still_hears_which_fact_is_asked_for() -> None:
    fits = fit.classified(Snapshot.of([]))
    assert (fits.records, fits.facts is not None) == (None, True)


def test_classifiers_answer_the_same_after_they_were_kept(classified: Fits) -> None:
    before, after = Matcher(small_park()), Matcher(small_park())
    before.use(classified)
    after.use(load(dump(classified)))
    for text in ("健身房几点开门", "吃饭能刷卡吗", "where can we get a haircut"):
        _, first = before.match(text, NOW)
        _, second = after.match(text, NOW)
        assert [one.key for one in first] == [one.key for one in second]
        np.testing.assert_allclose([one.confidence for one in first], [one.confidence for one in second])
