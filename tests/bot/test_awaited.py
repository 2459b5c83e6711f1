from datetime import timedelta

from bot.awaited import REMEMBERED, SILENCE, Awaited, Dialogue
from bot.languages import Language
from tests.factories import AT

LONG_AGO = AT - timedelta(days=1)
ASKED = Awaited(AT, Language.ZH, "founded", mark=3, round=True)


def test_what_is_awaited_passes_through_the_store() -> None:
    awaited = ASKED.taking(17, "sector")
    assert Awaited.from_json(awaited.as_json()) == awaited


def test_what_was_asked_before_there_were_other_dialogues_is_of_the_profile() -> None:
    before = {name: value for name, value in ASKED.as_json().items() if name not in {"dialogue", "kept"}}
    assert Awaited.from_json(before) == ASKED


def test_question_waits_for_half_an_hour_of_silence() -> None:
    assert ASKED.waits(3, AT + SILENCE[Dialogue.PROFILE], LONG_AGO)
    assert not ASKED.waits(3, AT + SILENCE[Dialogue.PROFILE] + timedelta(seconds=1), LONG_AGO)
    assert ASKED.waits(3, AT + 2 * SILENCE[Dialogue.PROFILE], AT + SILENCE[Dialogue.PROFILE])


def test_question_about_another_company_does_not_wait() -> None:
    assert not ASKED.waits(4, AT, AT)


def test_nothing_asked_is_nothing_awaited() -> None:
    assert not Awaited(AT, Language.ZH).waits(0, AT, AT)


def test_answers_are_known_again_the_latest_of_them() -> None:
    awaited = ASKED
    for message_id in range(REMEMBERED + 1):
        awaited = awaited.taking(message_id, "sector")
    assert awaited.took(0) is None
    assert awaited.took(1) == awaited.took(REMEMBERED) == "sector"
