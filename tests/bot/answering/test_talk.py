"""Small talk, handing over to people, and questions about nothing in particular."""

import pytest

from bot.answering.engine import Engine
from bot.answering.types import Outcome
from bot.knowledge.snapshot import Snapshot
from bot.messages import callbacks
from tests.bot.answering.asking import Ask, ids, lines
from tests.bot.answering.times import ZONE
from tests.bot.records import facility, park

HALL_ZH = "急的话可联系企业服务大厅：周一至周五 09:00–12:00、13:00–17:30；周末不开，电话 0571-0000-0000。"
HALL_EN = (
    "If it is urgent: Business service hall, Monday to Friday 09:00–12:00, 13:00–17:30; closed on weekends; "
    "phone 0571-0000-0000."
)


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("你好", "您好！我是园区小助手"),
        ("早上好呀", "您好！我是园区小助手"),
        ("谢谢啦", "不客气！"),
        ("再见", "再见"),
        ("你是谁", "我是园区小助手，一个自动回答的程序，不是真人。"),
        ("你是机器人吗", "我是园区小助手，一个自动回答的程序，不是真人。"),
        ("你能做什么", "我能答园区的补贴、设施、活动和导师日"),
        ("请问您能我为提供哪些服务", "我能答园区的补贴、设施、活动和导师日"),
        ("请问您能为我提供哪些服", "我能答园区的补贴、设施、活动和导师日"),
        ("你都能干点啥呢", "我能答园区的补贴、设施、活动和导师日"),
        ("拜白~", "再见"),
        ("哈喽哈喽", "您好！我是园区小助手"),
        ("Hey, how's it going?", "Hello! I am the park's assistant"),
        ("heyyy there", "Hello! I am the park's assistant"),
        ("r u a bot", "I am the park's assistant, a program and no human."),
        ("so what r u good for", "I answer questions on the park's subsidies"),
        ("morning!", "Hello! I am the park's assistant"),
        ("Hello!", "Hello! I am the park's assistant"),
        ("thanks a lot", "You are welcome!"),
        ("bye", "Goodbye"),
        ("are you a robot?", "I am the park's assistant, a program and no human."),
        ("what can you do?", "I answer questions on the park's subsidies"),
        ("😀😀", "我没看出问题来。"),
        ("？？？", "我没看出问题来。"),
        ("", "我没看出问题来。"),
    ],
)
def test_small_talk_is_answered_in_kind(ask: Ask, text: str, beginning: str) -> None:
    answer = ask(text)
    assert (answer.outcome, ids(answer)) == (Outcome.SMALLTALK, [])
    assert answer.text.startswith(beginning)


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("你好，硬功馆在哪", "makers-lab"),
        ("谢谢，那食堂在哪", "canteen"),
        ("hi, where is the museum? thanks!", "bowu-museum"),
    ],
)
def test_question_beside_small_talk_is_answered(ask: Ask, text: str, record: str) -> None:
    answer = ask(text)
    assert (answer.outcome, ids(answer)) == (Outcome.ANSWER, [record])


@pytest.mark.parametrize(
    "text",
    [
        "转人工",
        "我要人工客服",
        "别整机器人了，给我换个真人来",
        "破机器人没一点用",
        "this stupid bot is useless",
        "can I talk to a human?",
        "I want to speak to a real person",
    ],
)
def test_person_is_fetched_when_one_is_asked_for(ask: Ask, text: str) -> None:
    answer = ask(text)
    assert (answer.outcome, ids(answer)) == (Outcome.HANDOVER, [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("你们董事长的生日是哪天", ["这个我答不准，已记下您的问题，请园区同事来看。", HALL_ZH]),
        (
            "Which horse will win the race?",
            ["I am not sure about this one. I have noted your question for the park's staff.", HALL_EN],
        ),
    ],
)
def test_handover_promises_what_exists_and_no_more(ask: Ask, text: str, told: list[str]) -> None:
    answer = ask(text)
    assert answer.outcome is Outcome.HANDOVER
    assert answer.confidence < 0.5
    assert lines(answer) == told


def test_handover_names_the_record_that_does_not_say(ask: Ask) -> None:
    answer = ask("高企奖励多久能批下来")
    assert (answer.outcome, ids(answer)) == (Outcome.HANDOVER, ["high-tech-award"])
    assert lines(answer) == [
        "高新技术企业认定奖励的资料里没有这一项，我不乱猜。已记下您的问题，请园区同事来看。",
        HALL_ZH,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "会议室有跳绳吗",
        "博悟馆卖零食吗",
        "人才公寓可以养鹦鹉吗",
        "能在这儿放风筝吗",
        "2号楼总共几层",
        "2028年云栖大会几号开",
        "which halls does the Yunqi Conference of 2031 use",
        "攀岩墙有多少米高",
        "Does the canteen serve caviar?",
        "Are parrots allowed in the talent apartments?",
        "whats the capital of peru",
        "how much did Acme Ltd spend on cloud last year",
    ],
)
def test_what_the_park_says_nothing_of_is_for_people(ask: Ask, text: str) -> None:
    assert ask(text).outcome is Outcome.HANDOVER


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"phone": "010-1"}, ["这个我答不准，已记下您的问题，请园区同事来看。", "急的话可打电话 010-1。"]),
        ({}, ["这个我答不准，已记下您的问题，请园区同事来看。"]),
        (
            {"phone": "010-1", "service_hall": "library"},
            [
                "这个我答不准，已记下您的问题，请园区同事来看。",
                "急的话可联系书房：每天 09:00–17:00，电话 010-1。",
            ],
        ),
    ],
)
def test_handover_tells_of_people_what_the_park_has(given: dict[str, str], told: list[str]) -> None:
    place = facility(hours="09:00-17:00")
    engine = Engine(Snapshot.of([park(**given), place]), ZONE)
    assert lines(Ask(engine)("火星上有没有水")) == told


def test_park_without_records_hands_everything_over() -> None:
    engine = Engine(Snapshot.of([]), ZONE)
    answer = Ask(engine)("食堂几点开")
    assert answer.outcome in {Outcome.HANDOVER, Outcome.CHOOSE}
    assert ids(answer) == []
    assert Ask(engine)("你好").outcome is Outcome.SMALLTALK


@pytest.mark.parametrize("text", ["how much", "营业时间", "几点"])
def test_question_about_nothing_in_particular_asks_which(ask: Ask, text: str) -> None:
    answer = ask(text)
    assert (answer.outcome, ids(answer)) == (Outcome.CHOOSE, [])
    data = [callbacks.unpack(button.data) for row in answer.message.buttons for button in row]
    assert data == [("list", [kind, "0"]) for kind in ("subsidy", "facility", "event", "programme")]


@pytest.mark.parametrize(
    "text",
    [
        "上海的租金补贴是多少",
        "北京有硬功馆吗",
        "rent subsidy in Shenzhen",
        "what is the weather tomorrow",
        "帮我写一首诗",
    ],
)
def test_matter_of_elsewhere_is_not_answered(ask: Ask, text: str) -> None:
    assert ask(text).outcome is not Outcome.ANSWER
