import pytest

from bot.announcements import errors
from bot.languages import Language
from bot.messages.texts import texts_in
from handlers.web.api.faults import KEYS, OUR_OWN
from handlers.web.api.problems import STATUSES

IN_A_DRAFT = (errors.EmptyError, errors.TooLongError, errors.NoAudienceError, errors.PastError)


@pytest.mark.parametrize("language", Language)
def test_every_problem_and_fault_has_its_texts(language: Language) -> None:
    texts = texts_in(language)
    wanted = {f"api-title-{key}" for key in STATUSES} | {f"api-{key}" for key in STATUSES.keys() - {"format"}}
    wanted |= {f"api-fault-{key}" for key in (*KEYS.values(), *OUR_OWN.values(), "malformed")}
    assert {key for key in wanted if not texts.has(key)} == set()


def test_what_may_be_wrong_with_a_draft_is_a_problem() -> None:
    assert {STATUSES[error.key] for error in IN_A_DRAFT} == {422}
