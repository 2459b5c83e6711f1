"""What speaks for and against the records of a small park."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.classifier import BACKGROUND, Classifier
from bot.answering.confidence import Evidence
from bot.answering.evidence import CANDIDATES, Fits, Grounds, leads_away
from bot.answering.fitting import machine
from bot.answering.fitting.background import with_background
from bot.answering.index import Phrasing
from bot.answering.matching import Matcher
from bot.answering.reading import Reading
from bot.answering.text import Segmenter, Word, fold
from bot.answering.types import RecordKey
from bot.answering.vocabulary import matter_of
from bot.knowledge.snapshot import Snapshot
from tests.bot.answering.times import NOW
from tests.bot.records import facility
from tests.bot.small_park import RECORDS, small_park

POOL = facility(id="pool", name={"zh": "游泳池", "en": "Pool"}, questions=["哪里可以游泳", "泳池几点开"])
GYM, CANTEEN, INVOICES, POOL_KEY = (
    ("facility", "gym"),
    ("facility", "canteen"),
    ("faq", "invoices"),
    ("facility", "pool"),
)
MATCHER = Matcher(small_park(POOL))


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    """Fitted before the pool was published."""
    weights = machine.weights(with_background(RECORDS))
    assert weights
    return Classifier(weights)


def read(text: str) -> Reading:
    return MATCHER.read(fold(text), NOW)


def grounds(text: str, classifier: Classifier | None) -> Grounds:
    return Grounds(read(text), MATCHER._index, MATCHER.vocabulary, classifier)


def about(text: str, key: RecordKey, classifier: Classifier | None) -> Evidence:
    return grounds(text, classifier).about(key)[0]


def test_candidates_are_the_named_and_the_like_best_first(classifier: Classifier) -> None:
    assert grounds("健身房几点开门", classifier).candidates()[0] == GYM
    assert grounds("健身房几点开门", None).candidates()[0] == GYM
    assert grounds("吃饭能刷卡吗", classifier).candidates()[0] == CANTEEN
    assert grounds("物业费发票和专用发票", classifier).candidates()[0] == INVOICES
    assert grounds("泳池几点开", classifier).candidates()[0] == POOL_KEY


def test_candidates_are_few_and_records(classifier: Classifier) -> None:
    for text in ("健身房食堂租金补贴发票夜跑游泳池", "园区里有理发店吗", ""):
        found = grounds(text, classifier).candidates()
        assert len(found) <= CANDIDATES
        assert len(set(found)) == len(found)
        assert BACKGROUND not in found
    assert grounds("", None).candidates() == []


def test_record_that_is_no_more_is_no_candidate(classifier: Classifier) -> None:
    left = Matcher(Snapshot.of(one for one in RECORDS if one.id != "gym"))
    reading = left.read(fold("健身房几点开门"), NOW)
    assert Fits(classifier, reading).leaders()[0] == GYM
    assert GYM not in Grounds(reading, left._index, left.vocabulary, classifier).candidates()


def test_named_record_whose_fact_is_asked_has_all_for_it(classifier: Classifier) -> None:
    own = about("健身房几点开门", GYM, classifier)
    assert (own.mention, own.addressed, own.held, own.strange, own.away, own.faq) == (1, 1, 1, 0, 0, 0)
    assert own.best > 0.9
    assert own.fit > 0
    assert own.lead > 0
    other = about("健身房几点开门", CANTEEN, classifier)
    assert other.fit < 0
    assert other.lead < 0
    assert other.standing < own.standing


def test_words_that_the_record_lacks_are_strange(classifier: Classifier) -> None:
    evidence, strange = grounds("健身房有按摩椅吗", classifier).about(GYM)
    assert "按摩椅" in strange.words
    assert evidence.strange > 0
    assert about("健身房有跑步机吗", GYM, classifier).strange == 0


def test_character_left_of_a_word_of_the_park_is_half_as_strange_as_one_that_it_never_says() -> None:
    left, never = (
        MATCHER.vocabulary.unexplained(GYM, matter_of([Word(character, 0, 1, "n")])).share for character in ("泳", "鲸")
    )
    assert 0 < left == never / 2


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("健身房有按摩椅吗", 1),
        ("健身房有伞吗", 1),
        ("健身房能养鸟吗", 1),
        ("健身房多高", 1),
        ("健身房有跑步机吗", 0),
        ("健身房能预约吗", 0),
        ("健身房几点开门", 0),
    ],
)
def test_record_lacks_what_it_is_asked_to_have_or_allow_and_says_nothing_of(text: str, lacks: int) -> None:
    assert about(text, GYM, None).lacks == lacks


def test_entry_that_is_a_question_itself_lacks_nothing() -> None:
    assert about("发票能寄到月球吗", INVOICES, None).lacks == 0


def test_question_of_another_place_leads_away(classifier: Classifier) -> None:
    assert about("深圳的租金补贴怎么申请", ("subsidy", "rent"), classifier).away == 1
    assert leads_away(fold("上海的租金补贴"))
    assert not leads_away(fold("租金补贴怎么申请"))


def test_asked_if_there_is_such_a_thing_what_is_not_named_is_unheard_of(classifier: Classifier) -> None:
    assert about("园区里有没有理发店", CANTEEN, classifier).unheard == 1
    assert about("园区里有没有健身房", GYM, classifier).unheard == 0
    assert about("理发店几点关", CANTEEN, classifier).unheard == 0


def test_entry_of_an_faq_is_told_whole(classifier: Classifier) -> None:
    own = about("电费有发票吗", INVOICES, classifier)
    assert (own.faq, own.addressed, own.held) == (1, 1, 1)


def test_what_no_record_answers_scores_for_itself(classifier: Classifier) -> None:
    assert about("园区里有理发店吗", GYM, classifier).foreign > about("健身房几点开门", GYM, classifier).foreign > -1


def test_without_a_classifier_likeness_stands_for_it() -> None:
    own = about("健身房几点开门", GYM, None)
    assert (own.foreign, own.lead) == (-1, 0)
    assert own.fit == pytest.approx(1.6 * own.best - 1, abs=1e-6)


def test_record_published_since_is_judged_by_its_likeness(classifier: Classifier) -> None:
    own = about("泳池几点开", POOL_KEY, classifier)
    assert POOL_KEY not in classifier.places
    assert own.fit == pytest.approx(min(1.6 * own.best - 1, 1))
    assert own.fit > about("泳池几点开", GYM, classifier).fit


def test_leaders_are_records_that_the_classifier_thinks_of(classifier: Classifier) -> None:
    fits = Fits(classifier, read("健身房几点开门"))
    assert fits.leaders()[0] == GYM
    assert BACKGROUND not in fits.leaders()
    assert Fits(None, read("健身房几点开门")).leaders() == []


def facts(**strengths: float) -> Classifier:
    """Hears these facts in any text."""
    words = Segmenter().words("x")
    known = [Phrasing(("", fact), "x", tuple(words)) for fact in ("hours", "price", "none")]
    weights = machine.weights(known)
    assert weights
    bias = np.array([strengths.get(fact, -1) for _, fact in weights.keys], dtype=np.float32)
    return Classifier(type(weights)(weights.keys, weights.postings, weights.rarity, bias))


@pytest.mark.parametrize(
    ("heard", "sounds", "factless"),
    [
        ({"hours": 0.25}, 0.25, -1),
        ({"hours": 3}, 0.5, -1),
        ({"none": 0.5}, -1, 0.5),
        ({"none": 7}, -1, 1),
        ({}, -1, -1),
    ],
)
def test_what_is_heard_of_facts_counts_within_bounds(heard: dict[str, float], sounds: float, factless: float) -> None:
    matcher = Matcher(small_park())
    matcher._facts = facts(**heard)
    reading = matcher.read(fold("健身房怎么样"), NOW)
    own, _ = Grounds(reading, matcher._index, matcher.vocabulary, None).about(GYM)
    assert [own.sounds, own.factless] == pytest.approx([sounds, factless])
    entry, _ = Grounds(reading, matcher._index, matcher.vocabulary, None).about(INVOICES)
    assert (entry.sounds, entry.factless) == (0, -1)


@given(text=st.text("健身房食堂租金补贴发票夜跑在哪几点开gym rent?，1深圳", max_size=30))
def test_evidence_is_within_its_bounds(classifier: Classifier, text: str) -> None:
    ground = grounds(text, classifier)
    for key in ground.candidates():
        own, strange = ground.about(key)
        assert np.isfinite(own.features()).all()
        for share in (
            own.strange,
            own.mention,
            own.addressed,
            own.held,
            own.focus,
            own.faq,
            own.away,
            own.lacks,
            own.unheard,
        ):
            assert 0 <= share <= 1
        assert 0 <= own.best <= 1 + 1e-5
        assert -1 <= own.fit <= 1
        assert -1 <= own.foreign <= 1
        assert (own.strange > 0) == bool(strange.words)
