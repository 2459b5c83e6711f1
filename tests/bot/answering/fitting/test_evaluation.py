"""What examples tell of a park's knowledge."""

import pytest

from bot.answering.deciding import ANSWER
from bot.answering.fitting.crossfit import Example
from bot.answering.fitting.evaluation import Collision, Evaluation, Unfound, evaluation
from tests.bot.answering.ranked import example, ranked

GYM, POOL, CAFE = ("facility", "gym"), ("facility", "pool"), ("facility", "cafe")
SURE, UNSURE = ANSWER, ANSWER - 0.01


def test_nothing_asked_tells_nothing() -> None:
    assert evaluation([]) == Evaluation(0, 0, 0, 0, 0, 0, 0, (), ())


def test_questions_are_counted_by_what_they_found() -> None:
    found = evaluation(
        [
            example("gym", ranked("gym", SURE)),
            example("gym", ranked("gym", UNSURE), ranked("pool", UNSURE)),
            example("gym", ranked("pool", SURE), ranked("cafe"), ranked("gym")),
            example("gym", ranked("pool", UNSURE)),
            example("gym"),
        ]
    )
    assert (found.known, found.first, found.among_three) == (5, 2, 3)
    assert (found.answered, found.answered_wrongly) == (1, 1)
    assert (found.strange, found.refused) == (0, 0)


def test_question_of_a_record_that_was_left_out_is_best_refused() -> None:
    found = evaluation(
        [
            example("gym", ranked("pool", SURE), known=False),
            example("gym", ranked("pool", UNSURE), known=False),
            example("gym", known=False),
        ]
    )
    assert (found.strange, found.refused) == (3, 2)
    assert (found.known, found.first, found.answered_wrongly, found.collisions) == (0, 0, 0, ())


@pytest.mark.parametrize(
    ("one", "right"),
    [
        (example("gym", ranked("gym")), True),
        (example("gym", ranked("pool"), ranked("gym")), False),
        (example("gym"), False),
        (example("gym", ranked("gym"), known=False), False),
    ],
)
def test_example_is_right_when_its_own_record_comes_first(one: Example, right: bool) -> None:
    assert one.right is right


def test_records_that_take_each_others_questions_collide_most_first_with_one_that_did() -> None:
    found = evaluation(
        [
            example("gym", ranked("pool"), text="一"),
            example("gym", ranked("pool"), text="二"),
            example("pool", ranked("gym"), text="三"),
            example("pool", ranked("gym"), text="四"),
            example("pool", ranked("gym"), text="五"),
            example("cafe", ranked("gym"), text="once is chance"),
            example("cafe", ranked("cafe")),
        ]
    )
    assert found.collisions == (Collision(POOL, GYM, 3, "三"), Collision(GYM, POOL, 2, "一"))


def test_records_that_their_questions_seldom_find_are_named_the_worst_first() -> None:
    own, other = ranked("gym"), ranked("pool")
    found = evaluation(
        [
            *(example("gym", own if number < 1 else other) for number in range(3)),
            *(example("pool", own) for _ in range(4)),
            *(example("cafe", own) for _ in range(2)),
            *(example("hall", ranked("hall") if number < 2 else own) for number in range(4)),
        ]
    )
    assert found.unfound == (Unfound(POOL, 0, 4), Unfound(GYM, 1, 3))


def test_examples_may_come_one_by_one() -> None:
    assert evaluation(one for one in [example("gym", ranked("gym"))]).first == 1
