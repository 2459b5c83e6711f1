"""Questions that mean several records; asked on Wednesday, 25 November 2026 at 10:00."""

import pytest

from bot.answering.types import Outcome
from tests.bot.answering.asking import Ask, ids


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("食堂几点开？停车多少钱？", ["canteen", "parking"]),
        ("博悟馆在哪，路演厅能坐多少人？", ["bowu-museum", "roadshow-hall"]),
        ("云资源券封顶多少；研发投入补助什么时候截止", ["cloud-voucher", "rd-grant"]),
        ("Where is the museum and how much is parking?", ["bowu-museum", "parking"]),
        ("When is the night run? How do I get wifi?", ["night-run", "wifi"]),
    ],
)
def test_two_questions_in_one_are_answered_one_after_the_other(ask: Ask, text: str, records: list[str]) -> None:
    answer = ask(text)
    assert (answer.outcome, ids(answer)) == (Outcome.ANSWER, records)


def test_two_questions_in_one_read_as_two_answers(ask: Ask) -> None:
    assert ask("食堂在哪？停车多少钱？").text.split("\n\n") == [
        "园区食堂\n园区食堂在3号楼一层。\n（示例数据）",
        "停车场\n首小时免费；每小时 5 元；每天封顶 30 元；每月 300 元。\n（示例数据）",
    ]


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("硬功馆和博悟馆在哪", ["makers-lab", "bowu-museum"]),
        ("博悟馆和硬功馆在哪", ["bowu-museum", "makers-lab"]),
        ("云端咖啡跟山外咖啡几点开门", ["cafe-yunduan", "cafe-shanwai"]),
        ("where are the canteen and the car park", ["canteen", "parking"]),
    ],
)
def test_names_side_by_side_are_answered_in_their_order(ask: Ask, text: str, records: list[str]) -> None:
    answer = ask(text)
    assert (answer.outcome, ids(answer)) == (Outcome.ANSWER, records)


@pytest.mark.parametrize(
    "text",
    [
        "研发补助和高企奖励分别多少",
        "研发补助和高企奖分别多少",
        "发补助和企奖励分别是多少",
        "研发补助、高企奖励各自最多多少",
    ],
)
def test_question_that_joins_two_means_both_though_one_is_typed_badly(ask: Ask, text: str) -> None:
    answer = ask(text)
    assert (answer.outcome, set(ids(answer))) == (Outcome.ANSWER, {"rd-grant", "high-tech-award"})


@pytest.mark.parametrize("text", ["咖啡馆在哪", "where is the café"])
def test_name_that_two_share_means_both(ask: Ask, text: str) -> None:
    answer = ask(text)
    assert (answer.outcome, ids(answer)) == (Outcome.ANSWER, ["cafe-yunduan", "cafe-shanwai"])


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("云端咖啡和山外咖啡哪个关得晚", "山外咖啡开得更晚，到 23:00。"),
        ("云端咖啡和山外咖啡哪个开门早", "云端咖啡开得更早，08:00 开门。"),
        ("which closes later, Yunduan or Shanwai?", "Shanwai Café closes later, at 23:00."),
        ("which opens earlier, Yunduan or Shanwai?", "Yunduan Café opens earlier, at 08:00."),
        ("周六云端咖啡和山外咖啡哪个开门早", "山外咖啡开得更早，09:00 开门。"),
        ("云端咖啡和路演厅哪个关得晚", "路演厅开得更晚，到 21:00。"),
        ("共享会议室和路演厅哪个关得晚", "两边一样。"),
    ],
)
def test_two_places_are_compared(ask: Ask, text: str, first: str) -> None:
    answer = ask(text)
    assert len(ids(answer)) == 2
    assert answer.text.splitlines()[0] == first


def test_comparison_shows_the_hours_of_both(ask: Ask) -> None:
    assert ask("云端咖啡和山外咖啡哪个关得晚").text == (
        "山外咖啡开得更晚，到 23:00。\n\n云端咖啡\n周一至周五 08:00–20:00；周末 10:00–18:00\n\n"
        "山外咖啡\n每天 09:00–23:00\n（示例数据）"
    )


def test_part_that_nobody_knows_leaves_the_other_answered(ask: Ask) -> None:
    answer = ask("食堂几点开？你们董事长是谁？")
    assert "canteen" in ids(answer) or answer.outcome is Outcome.HANDOVER
