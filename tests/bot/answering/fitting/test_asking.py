"""How people ask for each fact."""

from bot.answering.classifier import NO_FACT, Classifier, fact_key, nearest
from bot.answering.facts.table import FACTS
from bot.answering.fitting import machine
from bot.answering.fitting.asking import NAME, asking
from bot.answering.text import Segmenter

KNOWN = asking()


def test_every_fact_that_records_tell_is_asked_for_in_many_ways() -> None:
    facts = {key[1] for key in dict.fromkeys(one.key for one in KNOWN)}
    assert facts - {NO_FACT} == {fact for kind in FACTS.values() for fact in kind}
    ways = {fact: sum(one.key == fact_key(fact) for one in KNOWN) for fact in facts}
    assert {fact: number for fact, number in ways.items() if number < 40} == {}


def test_names_are_left_open() -> None:
    assert all(one.key[0] == "" for one in KNOWN)
    assert [one.text for one in KNOWN if NAME in one.text or NAME.lower() in one.text.split()] == []
    assert all(one.text == one.text.strip() for one in KNOWN)


def test_fact_is_told_from_words_that_are_not_in_the_list() -> None:
    weights = machine.weights(KNOWN)
    assert weights
    segmenter, classifier = Segmenter(), Classifier(weights)
    questions = {
        "到几点打烊呀": "hours",
        "需要带哪些证件和材料过去": "documents",
        "which floor do I find it on": "place",
        "一个月要付多少钱啊": "price",
    }
    assert not set(questions) & {one.text for one in KNOWN}
    for text, fact in questions.items():
        assert nearest(weights.keys, classifier.scores(text, segmenter.words(text)), 1) == [fact_key(fact)]
