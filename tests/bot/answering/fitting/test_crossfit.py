"""A park's own questions, each asked of fits that have not seen it."""

from collections import Counter
from collections.abc import Iterator

import pytest

from bot.answering.fitting import background, crossfit
from bot.answering.fitting.crossfit import FOLDS, Example, examples
from bot.answering.index import Index, Phrasing
from bot.answering.matching import Matcher
from bot.answering.ranking import Ranked
from bot.answering.text import fold
from bot.answering.types import RecordKey
from bot.knowledge.snapshot import Snapshot
from tests.bot.records import facility, faq
from tests.bot.small_park import RECORDS, small_park

Texts = set[tuple[RecordKey, str]]
OWN = {(one.kind, one.id): set(one.questions) for one in RECORDS}


@pytest.fixture(scope="module", autouse=True)
def _quickly() -> Iterator[None]:
    """Which fact is asked for, and what no record answers, have tests of their own and take their time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(crossfit, "asking", tuple)
        patch.setattr(background, "_texts", lambda: ("园区里有游泳池吗", "where is the swimming pool", "能洗澡吗"))
        yield


@pytest.fixture(scope="module")
def asked(_quickly: None) -> list[Example]:
    return list(examples(small_park()))


class Seen:
    """What was in the index when a question was asked of it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._texts: Texts = set()
        self.asked: list[tuple[str, Texts]] = []
        build, match = Index.of, Matcher.match

        def building(known: list[Phrasing]) -> Index:
            self._texts = {(one.key, one.text) for one in known}
            return build(known)

        def matching_(matcher: Matcher, folded: str, *rest: object) -> tuple[object, list[Ranked]]:
            self.asked.append((folded, self.of[matcher]))
            return match(matcher, folded, *rest)  # type: ignore[arg-type]

        self.of: dict[Matcher, Texts] = {}
        start = Matcher.__init__

        def starting(matcher: Matcher, snapshot: Snapshot) -> None:
            start(matcher, snapshot)
            self.of[matcher] = self._texts

        monkeypatch.setattr(Index, "of", building)
        monkeypatch.setattr(Matcher, "__init__", starting)
        monkeypatch.setattr(Matcher, "match", matching_)


def test_question_is_never_in_the_index_that_it_is_asked_of(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = Seen(monkeypatch)
    found = list(examples(small_park()))
    assert len(seen.asked) == len(found) > len(RECORDS) * FOLDS
    for one, (folded, index) in zip(found, seen.asked, strict=True):
        assert folded == fold(one.text)
        assert (one.key, folded) not in index
        if one.known:
            assert one.key in {key for key, _ in index}
        else:
            assert one.key not in {key for key, _ in index}


def test_question_written_twice_is_held_out_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    twice = facility(
        id="lab", name={"zh": "硬功馆", "en": "Lab"}, questions=["硬功馆在哪", "硬功館在哪", "硬功馆 在哪"]
    )
    seen = Seen(monkeypatch)
    found = [one for one in examples(small_park(twice)) if one.key == ("facility", "lab") and one.known]
    assert len(found) <= 1
    assert all((("facility", "lab"), folded) not in index for folded, index in seen.asked if folded == "硬功馆在哪")


def test_question_that_is_the_records_name_is_not_asked() -> None:
    entry = faq(answer={"zh": "能"}, questions=["能养猫吗", "MAY I KEEP A CAT?", "养猫行不行", "养猫要登记吗"])
    texts = {one.text for one in examples(small_park(entry)) if one.key == ("faq", "cats")}
    assert texts == {"养猫行不行", "养猫要登记吗"}


def test_every_record_is_left_out_once_and_no_question_is_asked_twice_as_known(asked: list[Example]) -> None:
    strange = Counter((one.key, one.text) for one in asked if not one.known)
    assert strange == {(key, text): 1 for key, texts in OWN.items() for text in texts}
    known = Counter((one.key, one.text) for one in asked if one.known)
    assert set(known.values()) == {1}
    assert all(text in OWN[key] for key, text in known)


def test_record_that_was_left_out_is_not_found(asked: list[Example]) -> None:
    strange = [one for one in asked if not one.known]
    assert any(one.ranked for one in strange)
    assert [one.text for one in strange if one.key in {found.key for found in one.ranked}] == []
    assert not any(one.right for one in strange)


def test_record_whose_other_questions_tell_of_it_is_found(asked: list[Example]) -> None:
    known = [one for one in asked if one.known]
    assert sum(one.right for one in known) > len(known) / 2
    assert all(len(one.ranked) <= 3 for one in asked)


def outline(found: Iterator[Example]) -> list[tuple[object, ...]]:
    return [(one.key, one.text, one.known, [(each.key, each.confidence) for each in one.ranked]) for one in found]


def test_same_seed_asks_and_finds_the_same() -> None:
    first = outline(examples(small_park(), seed=3))
    assert outline(examples(small_park(), seed=3)) == first
    assert outline(examples(small_park(), seed=4)) != first


def test_park_of_few_records_leaves_none_out() -> None:
    few = Snapshot.of(RECORDS[:FOLDS])
    found = list(examples(few))
    assert all(one.known for one in found)
    assert {one.text for one in found} == {text for one in RECORDS[:FOLDS] for text in one.questions}


def test_of_many_questions_some_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crossfit, "MOST", 2 * FOLDS)
    asked = list(examples(small_park()))
    assert Counter(one.known for one in asked) == {True: 2 * FOLDS, False: 2 * FOLDS}


@pytest.mark.parametrize("records", [(), (facility(),), (facility(questions=["书房在哪"]),)])
def test_park_with_hardly_anything_is_asked_hardly_anything(records: tuple[object, ...]) -> None:
    found = list(examples(Snapshot.of(records)))  # type: ignore[arg-type]
    assert [one.text for one in found] == [text for one in records for text in getattr(one, "questions", [])]
