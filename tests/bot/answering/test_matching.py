"""Readings of a question, matched against the records of a small park."""

import numpy as np
import pytest

from bot.answering.classifier import Weights
from bot.answering.confidence import DEFAULT, FEATURES, Acceptance
from bot.answering.fits import Fits
from bot.answering.matching import IN_A_CLAUSE, Matcher
from bot.answering.postings import Postings, numbered
from bot.answering.text import fold
from tests.bot.answering.times import NOW
from tests.bot.answering.weights import fitted
from tests.bot.records import facility
from tests.bot.small_park import small_park

NORTH = facility(
    id="north", name={"zh": "云端咖啡馆", "en": "Yunduan Café"}, questions=["云端咖啡馆几点关", "咖啡多少钱"]
)
SOUTH = facility(id="south", name={"zh": "山外咖啡馆", "en": "Shanwai Café"}, questions=["山外咖啡馆在哪"])
GYM, CANTEEN = ("facility", "gym"), ("facility", "canteen")


@pytest.fixture
def matcher() -> Matcher:
    return Matcher(small_park(NORTH, SOUTH))


def facts(**of: str) -> Weights:
    """Hears each fact by a piece of the text."""
    keys = tuple(("", fact) for fact in of)
    count = len(of)
    postings = Postings.of(numbered(of.values(), 1), np.arange(count), np.full(count, 2, dtype=np.float32))
    return Weights(keys, postings, np.ones(count, dtype=np.float32), np.full(count, -1, dtype=np.float32))


def test_thing_of_one_character_is_never_taken_for_a_slip(matcher: Matcher) -> None:
    for text in ("健身房有虾吗", "健身房上有伞吗", "食堂能养鸟吗"):
        readings, _ = matcher.match(fold(text), NOW)
        assert all(text[-3:-1] in one.folded for one in readings)


def test_measure_is_never_taken_for_a_slip(matcher: Matcher) -> None:
    readings, _ = matcher.match(fold("健身房究竟有多少米高"), NOW)
    assert all("多少米" in one.folded for one in readings)


def test_record_is_asked_in_the_words_of_its_own_phrasings(matcher: Matcher) -> None:
    assert {"hours", "price"} <= matcher.asks(("facility", "north"))
    assert "place" not in matcher.asks(("facility", "north"))
    assert "place" in matcher.asks(("facility", "south"))
    assert matcher.asks(("facility", "south")) is matcher.asks(("facility", "south"))


def test_siblings_share_a_name(matcher: Matcher) -> None:
    assert matcher.siblings(("facility", "north")) == [("facility", "south")]
    assert matcher.siblings(("facility", "south")) == [("facility", "north")]
    assert matcher.siblings(GYM) == []
    assert matcher.siblings(("facility", "gone")) == []


def test_facts_are_heard_once_there_are_fits(matcher: Matcher) -> None:
    assert matcher.read("健身房要钱", NOW).facts == {}
    matcher.use(Fits("a", facts=facts(price="钱", place="哪")))
    heard = matcher.read("健身房要钱", NOW).facts
    assert list(heard) == ["price", "place"]
    assert heard["price"] > 0 > heard["place"] == -1


def test_facts_are_not_heard_in_names(matcher: Matcher) -> None:
    matcher.use(Fits("a", facts=facts(place="健", price="身房")))
    assert set(matcher.read("健身房", NOW).facts.values()) == {-1}


def test_fact_of_one_clause_is_heard_a_little_less(matcher: Matcher) -> None:
    matcher.use(Fits("a", facts=facts(price="钱", place="司")))
    alone = matcher.read("要钱", NOW).facts["price"]
    diluted = matcher.read("我们公司要钱", NOW).facts["price"]
    assert alone > diluted
    assert matcher.read("我们公司刚搬来,要钱", NOW).facts["price"] == pytest.approx(alone - IN_A_CLAUSE)


def test_fits_are_used_from_now_on(matcher: Matcher) -> None:
    _, before = matcher.match("健身房在哪栋楼", NOW)
    never = Acceptance((-20.0, *(0.0 for _ in FEATURES)))
    matcher.use(Fits("a", acceptance=never))
    _, after = matcher.match("健身房在哪栋楼", NOW)
    assert matcher.fits == Fits("a", acceptance=never)
    assert before[0].key == after[0].key == GYM
    assert before[0].confidence > 0.5
    assert after[0].confidence < 1e-6
    matcher.use(Fits("b", acceptance=DEFAULT))
    assert matcher.match("健身房在哪栋楼", NOW)[1][0].confidence == before[0].confidence


def test_clear_question_is_read_once_and_a_misspelt_one_again(matcher: Matcher) -> None:
    matcher.use(fitted(small_park(NORTH, SOUTH)))
    readings, ranked = matcher.match("健身房几点开门", NOW)
    assert (len(readings), ranked[0].key) == (1, GYM)
    readings, ranked = matcher.match("jianshenfang jidian kaimen", NOW)
    assert len(readings) > 1
    assert ranked[0].key == GYM
    assert ranked[0].reading.penalty < 1 == readings[0].penalty


def test_reading_has_names_cues_and_time(matcher: Matcher) -> None:
    reading = matcher.read(fold("食堂周六几点开"), NOW)
    assert [one.key for one in reading.mentions] == [CANTEEN]
    assert "hours" in reading.aspects
    assert reading.moment
    assert [reading.folded[start:end] for start, end in reading.moment_spans] == ["周六"]


def test_english_is_read_as_it_was_surely_meant(matcher: Matcher) -> None:
    readings, _ = matcher.match("waht is teh price", NOW)
    assert readings[0].folded == "what is the price"


def test_what_leads_away_is_read_as_it_was_typed(matcher: Matcher) -> None:
    readings, _ = matcher.match("waht is hack the price", NOW)
    assert readings[0].folded.endswith("hack the price")
