"""How probable the model holds what people type."""

import pytest

from bot.answering.speech import BEGIN, END, Speech, counted, everyday, framed

SPEECH = Speech(lambda: counted(["会议室怎么订", "会议室在哪里", "食堂在哪里", "食堂几点开门", "where is the canteen"]))


def test_everyday_questions_are_in_two_languages() -> None:
    texts = list(everyday())
    assert len(texts) > 1000
    assert any("几点" in text for text in texts)
    assert any("what" in text for text in texts)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("在哪里", "^^在哪里$"),
        ("wifi 密码", "^^密码$"),
        ("会议室 a, 在哪", "^^会议室·在哪$"),
        ("", "^^$"),
        ("^会·$", "^^会$"),
    ],
)
def test_all_but_chinese_characters_is_one_mark(text: str, marked: str) -> None:
    assert framed(text) == marked


def test_what_was_seen_is_likelier_than_what_was_not() -> None:
    assert SPEECH.often("会议室") == 2
    assert SPEECH.often("室会") == 0
    assert SPEECH.likelihood("会议", "室") > SPEECH.likelihood("会议", "堂") > SPEECH.likelihood("会议", "龘")


def test_probabilities_of_what_may_follow_stay_under_one() -> None:
    for before in ("会议", "在哪", "从未", BEGIN + BEGIN):
        assert sum(2.718281828 ** SPEECH.likelihood(before, one) for one in [*SPEECH.characters, END]) < 1.01


def test_gaps_are_filled_by_what_stood_there() -> None:
    assert set(SPEECH.missed("食会", "室怎")) >= {"议"}
    assert set(SPEECH.missed("会议", "怎么")) >= {"室"}
    assert SPEECH.missed("从未", "见过") == []


def test_without_texts_nothing_was_seen() -> None:
    speech = Speech(dict)
    assert speech.characters == []
    assert speech.likelihood("会议", "室") < 0


def test_characters_for_a_gap_come_in_one_order() -> None:
    speech = Speech(lambda: counted(["甲乙丙丁", "甲戊丙丁", "子乙丙丁", "甲戊丙寅", "甲戊丙卯"]))
    assert speech.missed("甲甲", "丙丁") == ["戊", "乙"]
