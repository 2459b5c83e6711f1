"""Lists of a whole kind; asked on Wednesday, 25 November 2026 at 10:00."""

import pytest

from bot.answering.types import Outcome
from bot.people import companies
from tests.bot.answering.asking import Ask, ids, lines

SUBSIDIES = [
    "rent-three-year",
    "cloud-voucher",
    "booth-discount",
    "prototype-voucher",
    "high-tech-award",
    "rd-grant",
    "talent-housing",
    "loan-interest",
    "patent-grant",
    "security-certification",
    "graduate-hiring",
]
COMPANIES = {one.id: one for one in companies.demonstration()}


@pytest.mark.parametrize(
    "text",
    [
        "有哪些补贴",
        "园区都有什么补贴政策",
        "园区有哪补贴",
        "补贴",
        "介绍一下补贴政策",
        "有补贴吗",
        "subsidies",
        "what subsidies are there?",
    ],
)
def test_all_subsidies_are_listed(ask: Ask, text: str) -> None:
    answer = ask(text)
    assert (answer.outcome, ids(answer)) == (Outcome.ANSWER, SUBSIDIES)


def test_subsidies_are_listed_with_the_most_that_they_give(ask: Ask) -> None:
    assert lines(ask("有哪些补贴"))[:4] == [
        "园区现有这些补贴：",
        "· 入驻企业三年租金补贴：每平方米每天最高 1.5 元",
        "· 云资源券：每年最高 10 万元",
        "· 云栖大会展位优惠：50%",
    ]
    assert "· Talent housing allowance: at most CNY 2,000 per person and month" in lines(
        ask("what subsidies are there?")
    )


@pytest.mark.parametrize("text", ["我们公司能申请哪些补贴", "what subsidies can our company get?"])
def test_subsidies_for_an_unknown_company_are_listed_with_their_conditions(ask: Ask, text: str) -> None:
    answer = ask(text)
    assert ids(answer) == SUBSIDIES
    assert lines(answer)[3] in {
        "· 云栖大会展位优惠：入驻满 6 个月",
        "· Conference booth discount: a tenant for at least 6 months",
    }


@pytest.mark.parametrize(
    ("company", "first", "absent"),
    [
        ("demo-router", "prototype-voucher", {"booth-discount"}),
        ("demo-saas", "cloud-voucher", {"rent-three-year", "loan-interest", "rd-grant", "prototype-voucher"}),
        ("demo-tea", "talent-housing", {"rent-three-year", "cloud-voucher", "patent-grant", "graduate-hiring"}),
    ],
)
def test_subsidies_for_a_company_are_those_it_meets_or_may_meet(
    ask: Ask, company: str, first: str, absent: set[str]
) -> None:
    answer = ask("我们公司能申请哪些补贴", company=COMPANIES[company])
    assert ids(answer)[0] == first
    assert not absent & set(ids(answer))


def test_subsidies_for_a_company_rank_by_money_with_reasons(ask: Ask) -> None:
    told = lines(ask("我们公司能申请哪些补贴", company=COMPANIES["demo-router"]))
    clauses = "从事云计算相关业务；注册地在园区；入驻时成立不超过 5 年"
    assert told[:3] == [
        "按目前资料，贵公司可以申请：",
        "· 打样开模补贴，最高 15 万元：通过导师日评审",
        f"· 入驻企业三年租金补贴，约 131,400 元：{clauses}；申请到 2027年2月15日（周一）",
    ]
    assert "· 云资源券，约 10,800 元：注册地在园区；每年云资源支出不低于 2 万元" in told
    assert "· 高新技术企业认定奖励，最高 20 万元：首次认定（还不知道是不是首次认定）" in told
    assert told[-3:] == [
        "另有 1 项暂不符合，问我“拿补贴还差什么”看差在哪。",
        "按园区资料（11月22日更新）推算，最终以园区审核为准。",
        "（示例数据）",
    ]


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("哪些补贴快截止了", ["graduate-hiring", "high-tech-award", "cloud-voucher", "talent-housing", "rd-grant"]),
        ("哪些补贴年底前截止", ["graduate-hiring", "high-tech-award", "cloud-voucher", "talent-housing"]),
        ("12月有哪些补贴截止", ["high-tech-award", "cloud-voucher", "talent-housing"]),
        ("6月有哪些补贴截止", ["cloud-voucher", "talent-housing"]),
        ("哪些补贴12月15日前截止", ["graduate-hiring", "high-tech-award"]),
        ("which subsidies have a deadline before December 15?", ["graduate-hiring"]),
        ("which subsidies have a deadline in December?", ["high-tech-award", "cloud-voucher", "talent-housing"]),
    ],
)
def test_deadlines_are_listed_in_order(ask: Ask, text: str, records: list[str]) -> None:
    answer = ask(text)
    assert (answer.outcome, ids(answer)) == (Outcome.ANSWER, records)


def test_deadlines_are_those_of_the_time_asked_about(ask: Ask) -> None:
    assert lines(ask("6月有哪些补贴截止"))[1:3] == [
        "· 云资源券：2027年6月30日（周三）",
        "· 人才租房补贴：2027年6月30日（周三）",
    ]


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("今天有什么活动", ["finance-clinic"]),
        ("明天有什么活动", ["night-run"]),
        ("这周有什么活动", ["finance-clinic", "night-run", "taofu"]),
        ("下周有什么活动", ["night-run", "policy-briefing"]),
        ("周五有什么活动", ["taofu"]),
        ("周四晚上有什么活动", ["night-run"]),
        ("12月12号有什么活动", ["hardware-hackathon"]),
        ("what events are on next week?", ["night-run", "policy-briefing"]),
        ("any events tomorrow evening?", ["night-run"]),
    ],
)
def test_events_are_those_of_the_time_asked_about(ask: Ask, text: str, records: list[str]) -> None:
    answer = ask(text)
    assert (answer.outcome, ids(answer)) == (Outcome.ANSWER, records)


def test_events_are_listed_with_their_dates(ask: Ask) -> None:
    assert lines(ask("下周有什么活动")) == [
        "下周的活动：",
        "· 云栖夜跑：12月1日（周二） 19:00–20:00、12月3日（周四） 19:00–20:00",
        "· 高企认定与研发补助政策宣讲会：12月3日（周四） 14:00–16:00",
        "（示例数据）",
    ]


def test_day_without_events_names_the_next_one(ask: Ask) -> None:
    answer = ask("11月28号有什么活动")
    assert ids(answer) == []
    assert lines(answer)[:3] == [
        "11月28号没有安排活动。",
        "接下来最近的一场：",
        "· 云栖夜跑：12月1日（周二） 19:00–20:00",
    ]


def test_coming_events_are_listed_once_each_in_order(ask: Ask) -> None:
    answer = ask("最近有什么活动")
    assert ids(answer)[:4] == ["finance-clinic", "night-run", "taofu", "policy-briefing"]
    assert len(set(ids(answer))) == len(ids(answer))


@pytest.mark.parametrize(
    ("text", "now", "is_open", "is_closed"),
    [
        ("现在哪些设施开放", 10, {"service-hall", "cafe-yunduan"}, {"canteen", "shuttle-bus", "climbing-wall"}),
        ("现在哪些设施开放", 12, {"canteen", "makers-lab"}, {"service-hall", "climbing-wall"}),
        ("现在哪些设施开放", 22, {"makers-lab", "cafe-shanwai"}, {"cafe-yunduan", "convention-center", "canteen"}),
        ("which facilities are open now?", 10, {"service-hall", "makers-lab"}, {"canteen", "shuttle-bus"}),
        ("周末哪些设施开放", 10, {"bowu-museum", "cafe-yunduan"}, {"canteen", "service-hall", "shuttle-bus"}),
        ("周一哪些设施开放", 10, {"canteen", "service-hall"}, {"climbing-wall", "bowu-museum"}),
    ],
)
def test_open_facilities_are_listed(ask: Ask, text: str, now: int, is_open: set[str], is_closed: set[str]) -> None:
    ask.now = ask.now.replace(hour=now)
    found = set(ids(ask(text)))
    assert is_open <= found
    assert not is_closed & found


def test_long_list_says_how_many_are_left(ask: Ask) -> None:
    answer = ask("园区有哪些设施")
    assert len(ids(answer)) == 17
    assert lines(answer)[13] == "还有 5 项，点下面的按钮看全部。"
    assert [button.data for row in answer.message.buttons for button in row] == ["list:facility:0"]


@pytest.mark.parametrize("text", ["这周", "这周有啥", "这周的活动", "this week"])
def test_time_alone_asks_what_is_on(ask: Ask, text: str) -> None:
    answer = ask(text)
    assert answer.outcome is Outcome.ANSWER
    assert {"night-run", "finance-clinic", "taofu"} <= set(ids(answer))


def test_time_alone_goes_on_about_the_record_of_the_chat(ask: Ask) -> None:
    ask("博悟馆今天开吗")
    assert ids(ask("周末呢")) == ["bowu-museum"]
