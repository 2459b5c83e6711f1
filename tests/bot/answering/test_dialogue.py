"""What a chat was about a moment ago; asked on Wednesday, 25 November 2026 at 10:00."""

import pytest

from bot.answering.types import Context, Outcome
from tests.bot.answering.asking import Ask, ids, lines
from tests.bot.answering.times import NOW


@pytest.mark.parametrize(
    ("turns", "record", "first"),
    [
        (["硬功馆晚上开门吗", "那在哪里"], "makers-lab", "硬功馆在创客之家一、二层。"),
        (["云资源券封顶多少", "要什么材料"], "cloud-voucher", "需要：当季云服务账单、营业执照。"),
        (
            ["云资源券封顶多少", "什么时候截止"],
            "cloud-voucher",
            "下一个截止日：12月31日（周四），还有 36 天，当天也算。",
        ),
        (["博悟馆周日开吗", "周一呢"], "bowu-museum", "不开，11月30日（周一）休息。"),
        (["淘富成真下一次是什么时候", "要带什么"], "taofu", "请带上：演示或样机、不超过10页的演示文稿、物料清单。"),
        (["夜跑几点开始", "哪个场地"], "night-run", "会展中心一层开放空间（会展中心一层）"),
        (["食堂几点开", "谢谢", "贵吗"], "canteen", "午餐约 25 元。"),
        (["融资门诊下次几号", "再下一回呢"], "finance-clinic", "12月9日（周三） 15:00–17:00"),
        (
            ["这周五有什么活动", "不是，我说下下周六"],
            "hardware-hackathon",
            "· 硬件马拉松：12月12日（周六） 09:00 至 12月13日（周日） 18:00",
        ),
        (
            ["what does a shared meeting room run per hour?", "no, I meant the roadshow hall"],
            "roadshow-hall",
            "CNY 500 per half day.",
        ),
        (["When is the museum open?", "how much is it?"], "bowu-museum", "Free."),
        (
            ["How much is the cloud voucher?", "and the deadline?"],
            "cloud-voucher",
            "Next deadline: Thursday, 31 December, 36 days left, that day included.",
        ),
        (
            ["Is the hardware lab open tonight?", "where is it?"],
            "makers-lab",
            "Yinggong Hardware Lab: Makers' House, floors 1 and 2.",
        ),
    ],
)
def test_question_goes_on_about_the_last_record(ask: Ask, turns: list[str], record: str, first: str) -> None:
    answer = [ask(turn) for turn in turns][-1]
    assert (answer.outcome, ids(answer)) == (Outcome.ANSWER, [record])
    assert lines(answer)[1] == first


@pytest.mark.parametrize(
    ("turns", "record", "first"),
    [
        (
            ["云资源券什么时候截止", "研发投入补助呢"],
            "rd-grant",
            "下一个截止日：2027年5月31日（周一），还有 187 天，当天也算。",
        ),
        (["博悟馆收费吗", "硬功馆呢"], "makers-lab", "免费。"),
        (["博悟馆收费吗", "停车场"], "parking", "首小时免费；每小时 5 元；每天封顶 30 元；每月 300 元。"),
        (["云端咖啡周六晚上开吗", "山外咖啡呢"], "cafe-shanwai", "开放，11月28日（周六） 09:00–23:00。"),
        (
            ["Is Yunduan open on Saturday evening?", "and Shanwai?"],
            "cafe-shanwai",
            "Open on Saturday, 28 November: 09:00–23:00.",
        ),
        (
            ["When does the cloud voucher close?", "what about the R&D grant?"],
            "rd-grant",
            "Next deadline: Monday, 31 May 2027, 187 days left, that day included.",
        ),
        (["食堂贵吗", "不对，我说的是停车场"], "parking", "首小时免费；每小时 5 元；每天封顶 30 元；每月 300 元。"),
        (
            ["how much is lunch in the canteen", "sorry, I mean the car park"],
            "parking",
            "Free for the first hour; CNY 5 per hour; at most CNY 30 per day; CNY 300 per month.",
        ),
    ],
)
def test_bare_name_takes_up_what_was_asked_before(ask: Ask, turns: list[str], record: str, first: str) -> None:
    answer = [ask(turn) for turn in turns][-1]
    assert (answer.outcome, ids(answer)) == (Outcome.ANSWER, [record])
    assert lines(answer)[1] == first


def test_bare_name_with_nothing_before_it_shows_the_card(ask: Ask) -> None:
    assert lines(ask("博悟馆"))[2:] == [
        "时间：周三至周日 10:00–17:00；周一、周二不开",
        "价格：免费",
        "地点：会展中心二层东侧",
    ]


@pytest.mark.parametrize(
    ("turns", "record"),
    [
        (["有哪些补贴", "第二个要什么材料"], "cloud-voucher"),
        (["有哪些补贴", "第五个要什么材料"], "high-tech-award"),
        (["有哪些补贴", "第2个要什么材料"], "cloud-voucher"),
        (["最近有什么活动", "那第三场在哪"], "taofu"),
        (["咖啡馆在哪", "第二个几点关"], "cafe-shanwai"),
        (["咖啡馆在哪", "前者几点关"], "cafe-yunduan"),
        (["咖啡馆在哪", "另一个几点关"], "cafe-shanwai"),
        (["what events are on next week", "when is the second one"], "policy-briefing"),
        (["what events are on next week", "where is the first one"], "night-run"),
        (["what events are on next week", "where is the last one"], "policy-briefing"),
    ],
)
def test_one_of_several_is_picked_by_its_place(ask: Ask, turns: list[str], record: str) -> None:
    answer = [ask(turn) for turn in turns][-1]
    assert (answer.outcome, ids(answer)) == (Outcome.ANSWER, [record])


def test_name_goes_before_a_number_beside_it(ask: Ask) -> None:
    ask("有哪些补贴")
    answer = ask("停车场第二个小时多少钱")
    assert ids(answer) == ["parking"]
    assert lines(answer)[1].startswith("每小时 5 元")


def test_chat_fades_after_ten_minutes(ask: Ask) -> None:
    ask("硬功馆晚上开门吗")
    context = ask.context
    assert ids(ask.later(minutes=10)("在哪里")) == ["makers-lab"]
    ask.context = context
    assert "makers-lab" not in ids(ask.later(seconds=1)("在哪里"))


def test_chat_of_the_future_is_none(ask: Ask) -> None:
    ask.context = Context(NOW.replace(year=2027), (("facility", "makers-lab"),), "hours")
    assert "makers-lab" not in ids(ask("在哪里"))


def test_matter_of_its_own_is_not_carried(ask: Ask) -> None:
    ask("硬功馆晚上开门吗")
    assert ids(ask("发票怎么开")) == ["invoices"]


def test_record_that_is_gone_is_not_gone_on_about(ask: Ask) -> None:
    ask.context = Context(NOW, (("facility", "pulled-down"),), "hours")
    assert "pulled-down" not in ids(ask("在哪里"))


def test_context_survives_the_store(ask: Ask) -> None:
    ask("云端咖啡周六晚上开吗")
    assert ask.context is not None
    assert ask.context.moment == "周六晚上"
    restored = Context.from_json(ask.context.as_json())
    assert restored == ask.context
    ask.context = restored
    assert lines(ask("在哪里"))[1] == "云端咖啡在1号楼一层。"


def test_small_talk_and_handing_over_leave_the_context(ask: Ask) -> None:
    ask("硬功馆晚上开门吗")
    before = ask.context
    for text in ("谢谢", "你们董事长是谁", "😀"):
        ask(text)
        assert ask.context == before


def test_short_answer_is_in_the_language_of_the_chat(ask: Ask) -> None:
    ask("Is the hardware lab open tonight?")
    assert ask("???").text.startswith("I could not find a question")
    fresh = Ask(ask._engine)
    assert fresh("???").text.startswith("我没看出问题来")
