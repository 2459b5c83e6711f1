"""Which candidate is meant, how sure that is, and which ones are worth asking back about."""

from dataclasses import replace

import pytest

from bot.answering.confidence import FEATURES, Acceptance
from bot.answering.ranking import (
    BESIDE,
    CLOSE,
    FAR,
    GAIN,
    HALF,
    LIKELY,
    OFFERED,
    POSSIBLE,
    Ranked,
    best_of,
    by_standing,
    is_named,
    likely,
    with_confidence,
)
from tests.bot.answering.ranked import READING, ranked

BY_MARGIN = Acceptance(tuple(1.0 if name == "margin" else 0.0 for name in ("constant", *FEATURES)))
"""As sure as the lead over the others is long."""
BY_LIKENESS = Acceptance(tuple(10.0 if name == "best" else 0.0 for name in ("constant", *FEATURES)))


def ids(found: list[Ranked]) -> list[str]:
    return [one.key[1] for one in found]


def test_lead_is_over_the_best_other_candidate_within_bounds() -> None:
    found = with_confidence([ranked("a", score=3), ranked("b", score=2.5), ranked("c", score=-9)], BY_MARGIN)
    assert [one.evidence.margin for one in found] == [0.5, -0.5, -FAR]
    assert found[0].confidence > 0.5 > found[1].confidence > found[2].confidence


def test_candidate_without_another_leads_by_far() -> None:
    (found,) = with_confidence([ranked("a", score=-3)], BY_MARGIN)
    assert found.evidence.margin == FAR


def test_candidates_that_are_both_named_do_not_compete() -> None:
    both = [ranked("a", score=3, mention=1), ranked("b", score=2.5, mention=0.8), ranked("c", score=1)]
    assert [one.evidence.margin for one in with_confidence(both, BY_MARGIN)] == [2, 1.5, -2]


def test_corrected_reading_is_less_sure() -> None:
    typed, corrected = ranked("a"), ranked("a")
    corrected = replace(corrected, reading=replace(READING, penalty=0.9))
    sure = [with_confidence([one], BY_MARGIN)[0].confidence for one in (typed, corrected)]
    assert sure[1] == pytest.approx(0.9 * sure[0])


def test_close_candidates_stand_in_the_order_of_their_confidence() -> None:
    found = [
        ranked("a", 0.2, score=3),
        ranked("b", 0.6, score=3 - CLOSE),
        ranked("c", 0.9, score=2.99 - CLOSE),
        ranked("d", 0.1, score=0),
    ]
    assert ids(by_standing(found)) == ["b", "a", "c", "d"]
    assert by_standing([]) == []


def test_record_is_taken_by_what_was_typed_unless_another_reading_is_clearly_surer() -> None:
    typed = replace(READING, folded="typed")
    other = replace(READING, folded="other")

    def reading_of(gain: float) -> str:
        first = replace(ranked("a", 0.5, best=0.5), reading=typed)
        second = replace(ranked("a", 0.5 + gain, best=0.6), reading=other)
        (found,) = best_of([[first], [second]], BY_LIKENESS)
        return found.reading.folded

    assert [reading_of(0.0), reading_of(GAIN), reading_of(GAIN + 0.01)] == ["typed", "typed", "other"]


def test_records_of_all_readings_are_ranked_together() -> None:
    first = [ranked("a", score=1, best=0.1)]
    second = [ranked("b", score=4, best=0.9), ranked("c", score=-2, best=0.5)]
    assert ids(best_of([first, second], BY_LIKENESS)) == ["b", "a", "c"]
    assert best_of([[], []], BY_LIKENESS) == []


def test_two_or_three_that_may_be_meant_are_asked_about() -> None:
    found = [ranked("a", 0.35, score=3), ranked("b", 0.2, score=2), ranked("c", 0.1, score=1.5)]
    assert ids(likely(found)) == ["a", "b", "c"]
    assert ids(likely([*found, ranked("d", 0.1, score=1.5)])) == ["a", "b", "c"]
    assert OFFERED == 3


@pytest.mark.parametrize(
    "found",
    [
        [ranked("a", 0.35)],
        [ranked("a", LIKELY - 0.01, score=3), ranked("b", 0.1, score=3)],
        [ranked("a", 0.35, score=3), ranked("b", POSSIBLE - 0.01, score=3)],
        [ranked("a", 0.35, score=3), ranked("b", 0.3, score=2.99 - BESIDE)],
        [ranked("a", 0.35, score=3, strange=HALF), ranked("b", 0.3, score=3)],
    ],
)
def test_nothing_is_asked_back_where_it_is_one_or_none(found: list[Ranked]) -> None:
    assert likely(found) == []


@pytest.mark.parametrize(
    ("one", "named"),
    [
        (ranked(mention=0.9), True),
        (ranked(mention=0.8), False),
        (ranked(mention=1, strange=0.5), False),
        (replace(ranked(mention=1), reading=replace(READING, folded="深圳的租金补贴")), False),
    ],
)
def test_record_is_spoken_of_when_it_is_named_and_little_else(one: Ranked, named: bool) -> None:
    assert is_named(one) is named


def test_why_says_what_a_candidate_was_judged_by() -> None:
    one = replace(ranked(mention=1, strange=0.25, best=0.5, fit=-0.1), beyond=("投影仪", "wifi"))
    assert one.why == (
        "name 1.00, fit -0.10, likeness 0.50, lead 0.00, addressed 1.00, strange 0.25, beyond it: 投影仪 wifi"
    )
    assert (one.mention, one.likeness, one.strange) == (1, 0.5, 0.25)
