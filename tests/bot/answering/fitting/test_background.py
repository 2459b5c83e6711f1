"""Questions that a park's records do not answer."""

import pytest

from bot.answering.classifier import BACKGROUND
from bot.answering.fitting.background import TAKEN, with_background
from bot.answering.index import Index, Phrasing, phrasings
from bot.answering.text import Segmenter, fold
from bot.knowledge.kinds import Record
from tests.bot.records import facility
from tests.bot.small_park import CANTEEN, GYM, INVOICES, RENT, RUN

WHERE = "健身房在哪栋楼啊"
"""One of the questions."""
POOL = fold("园区里有游泳池吗")
"""Another."""


def background(*records: Record) -> list[str]:
    return [one.text for one in with_background(records) if one.key == BACKGROUND]


def test_phrasings_of_the_records_come_first_and_are_whole() -> None:
    known = phrasings([GYM, CANTEEN], Segmenter())
    found = with_background([GYM, CANTEEN])
    assert [(one.key, one.text) for one in found[: len(known)]] == [(one.key, one.text) for one in known]
    assert {one.key for one in found[len(known) :]} == {BACKGROUND}


def test_park_without_a_gym_does_not_answer_where_it_is() -> None:
    left = background(CANTEEN, RENT, INVOICES, RUN)
    assert WHERE in left
    assert POOL in left


def test_question_that_is_like_the_parks_own_is_left_out() -> None:
    left = background(GYM, CANTEEN, RENT, INVOICES, RUN)
    assert not any("健身房" in text for text in left)
    assert fold("在哪栋楼啊") not in left
    assert POOL in left


def test_names_of_records_are_taken_out_of_what_is_left() -> None:
    named = facility(id="hall", name={"zh": "健身房", "en": "Gym"}, questions=["能租来开年会吗"])
    left = background(named, CANTEEN)
    assert fold("在哪栋楼啊") in left
    assert WHERE not in left
    assert not any("健身房" in text for text in left)


def test_what_is_left_is_unlike_all_that_the_park_is_asked() -> None:
    found = with_background([GYM, CANTEEN, RENT, INVOICES, RUN])
    index = Index.of([one for one in found if one.key != BACKGROUND])
    like = [index.search(one.text, one.words, 1) for one in found if one.key == BACKGROUND]
    assert max(likeness.best for several in like for likeness in several) < TAKEN


@pytest.mark.parametrize("records", [(), (facility(),)])
def test_park_of_few_words_leaves_nearly_all(records: tuple[Record, ...]) -> None:
    assert len(background(*records)) > 0.95 * len(set(background()))


def test_words_are_those_of_the_text_that_is_left() -> None:
    segmenter = Segmenter()
    for one in with_background([GYM])[-20:]:
        assert one == Phrasing(BACKGROUND, one.text, tuple(segmenter.words(one.text)))
