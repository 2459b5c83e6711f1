"""Questions that a company asks for itself; asked on Wednesday, 25 November 2026 at 10:00."""

import pytest

from bot.answering import wording
from bot.answering.types import Outcome
from bot.languages import Language
from bot.messages.texts import texts_in
from bot.people import companies
from bot.people.company import Company
from tests.bot.answering.asking import Ask, ids, lines

COMPANIES = {one.id: one for one in companies.demonstration()}


@pytest.mark.parametrize(
    ("company", "text", "record", "first"),
    [
        (
            "demo-router",
            "我们能申请云资源券吗",
            "cloud-voucher",
            "可以申请。逐条核对：注册地在园区（贵公司：是）；每年云资源支出不低于 2 万元（贵公司：3.6 万）。",
        ),
        (
            "demo-tea",
            "我们能申请云资源券吗",
            "cloud-voucher",
            "暂不符合：注册地在园区（贵公司：否）；每年云资源支出不低于 2 万元（贵公司：5,000）。",
        ),
        (
            "demo-router",
            "租金补贴我们能拿多少",
            "rent-three-year",
            "第一年约 65,700 元：120 平方米 × 1.5 元 × 365 天。",
        ),
        (
            "demo-saas",
            "租金补贴我们能拿多少",
            "rent-three-year",
            "暂不符合：申请期已过（截止于 2024年8月1日（周四））。",
        ),
        (
            "demo-saas",
            "Am I eligible for the R&D grant?",
            "rd-grant",
            "Not eligible for now: revenue of at most CNY 20,000,000 a year (yours: 32,000,000).",
        ),
        ("demo-router", "租金补贴什么时候截止", "rent-three-year", "贵公司可申请到 2027年2月15日（周一）。"),
    ],
)
def test_company_reads_what_it_means_for_itself(ask: Ask, company: str, text: str, record: str, first: str) -> None:
    answer = ask(text, company=COMPANIES[company])
    assert ids(answer) == [record]
    assert lines(answer)[1] == first


def test_verdict_says_that_the_park_decides(ask: Ask) -> None:
    answer = ask("我们能申请云资源券吗", company=COMPANIES["demo-router"])
    assert lines(answer)[-2:] == ["以上按目前资料推算，最终以园区审核为准。", "（示例数据）"]


@pytest.mark.parametrize(
    ("text", "record", "first"),
    [
        ("我们入驻八个月了，能申请展位优惠吗", "booth-discount", "可以申请。逐条核对：入驻满 6 个月（贵公司：8）。"),
        ("我们才入驻三个月，能申请展位优惠吗", "booth-discount", "暂不符合：入驻满 6 个月（贵公司：3）。"),
        (
            "We moved in eight months ago, can we get the booth discount?",
            "booth-discount",
            "Yes, you can apply. Clause by clause: a tenant for at least 6 months (yours: 8).",
        ),
    ],
)
def test_question_that_describes_a_company_is_judged_by_that(ask: Ask, text: str, record: str, first: str) -> None:
    answer = ask(text)
    assert ids(answer) == [record]
    assert lines(answer)[1] == first


def test_nobody_in_particular_reads_the_conditions(ask: Ask) -> None:
    assert lines(ask("云资源券什么条件能申请"))[1] == "条件：注册地在园区；每年云资源支出不低于 2 万元。"


QUESTIONS = (
    "{}有多少员工",
    "{}的营收是多少",
    "{}在几号楼",
    "{}能申请什么补贴吗",
    "{}",
    "What is the revenue of {}?",
    "Where is {}?",
)
NAMED = [
    pytest.param(company, question.format(name), id=question.format(name))
    for company in COMPANIES.values()
    for name in (company.name.zh, company.name.en)
    for question in QUESTIONS
]


@pytest.mark.parametrize(("company", "text"), NAMED)
def test_nothing_about_a_company_is_told_to_others(ask: Ask, company: Company, text: str) -> None:
    others = [None, *(one for one in COMPANIES.values() if one is not company)]
    for other in others:
        told = ask(text, company=other).text
        ask.context = None
        for fact in (company.revenue, company.rd_spend, company.annual_cloud_spend):
            assert not fact or wording.money(texts_in(Language.EN), fact) not in told
            assert not fact or wording.money(texts_in(Language.ZH), fact).removesuffix("元") not in told
        assert company.name.zh not in told
        assert company.name.en not in told


@pytest.mark.parametrize("name", [name for one in COMPANIES.values() for name in (one.name.zh, one.name.en)])
def test_name_of_a_company_is_no_question(ask: Ask, name: str) -> None:
    assert ask(name).outcome is not Outcome.ANSWER


def test_context_tells_nothing_of_the_company(ask: Ask) -> None:
    answer = ask("我们能申请云资源券吗", company=COMPANIES["demo-router"])
    assert answer.context is not None
    assert "demo-router" not in str(answer.context.as_json())
    assert "36000" not in str(answer.context.as_json())
