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


DECIDES = "按园区资料（11月22日更新）推算，最终以园区审核为准。"


@pytest.mark.parametrize(
    ("company", "text", "record", "first"),
    [
        (
            "demo-router",
            "我们能申请云资源券吗",
            "cloud-voucher",
            [
                "可以申请，2 条都符合：",
                "✓ 注册地在园区（贵公司：是）",
                "✓ 每年云资源支出不低于 2 万元（贵公司：3.6 万元）",
            ],
        ),
        (
            "demo-tea",
            "我们能申请云资源券吗",
            "cloud-voucher",
            [
                "暂不符合，2 条没达到：",
                "✗ 注册地在园区（贵公司：否）",
                "✗ 每年云资源支出不低于 2 万元（贵公司：5,000 元，还差 1.5 万元）",
            ],
        ),
        (
            "demo-router",
            "租金补贴我们能拿多少",
            "rent-three-year",
            [
                "第一年约 65,700 元：120 平方米 × 1.5 元 × 365 天。",
                "第二年约 43,800 元：120 平方米 × 1 元 × 365 天。",
                "第三年约 21,900 元：120 平方米 × 0.5 元 × 365 天。",
                "3 年合计约 131,400 元。",
            ],
        ),
        (
            "demo-router",
            "How much rent subsidy do we get in the second year?",
            "rent-three-year",
            ["Year 2: about CNY 43,800 (120 square metres × CNY 1 × 365 days)."],
        ),
        (
            "demo-saas",
            "租金补贴我们能拿多少",
            "rent-three-year",
            ["暂不符合，1 条没达到：", "✗ 申请期已过，截止于 2024年8月1日（周四）"],
        ),
        (
            "demo-saas",
            "Am I eligible for the R&D grant?",
            "rd-grant",
            [
                "Not eligible for now; 1 condition is not met:",
                "✗ revenue of at most CNY 20,000,000 a year (yours: CNY 32,000,000, CNY 12,000,000 over)",
            ],
        ),
        (
            "demo-router",
            "租金补贴什么时候截止",
            "rent-three-year",
            ["贵公司可申请到 2027年2月15日（周一），当天也算。"],
        ),
        (
            "demo-router",
            "高企奖励我们能拿吗",
            "high-tech-award",
            ["可能可以申请，还有 1 条要确认：", "？ 首次认定（还不知道是不是首次认定）"],
        ),
        (
            "demo-router",
            "今年招了28个应届生能拿多少",
            "graduate-hiring",
            ["最多算 20 人 × 3,000 元：共 60,000 元，已到上限。", "前提：劳动合同满 12 个月。"],
        ),
        (
            "demo-saas",
            "研发补助我们还差什么条件",
            "rd-grant",
            ["还差 1 条：", "✗ 年营收不超过 2,000 万元（贵公司：3,200 万元，超出 1,200 万元）"],
        ),
        (
            "demo-saas",
            "what would we need for the R&D grant",
            "rd-grant",
            [
                "1 condition is lacking:",
                "✗ revenue of at most CNY 20,000,000 a year (yours: CNY 32,000,000, CNY 12,000,000 over)",
            ],
        ),
        (
            "demo-router",
            "展位优惠我们差多久",
            "booth-discount",
            ["还差 1 条：", "✗ 入驻满 6 个月（贵公司：3 个月，还差 3 个月，到 2027年2月15日（周一）满足）"],
        ),
        (
            "demo-saas",
            "为什么我们拿不到租金补贴",
            "rent-three-year",
            ["还差 1 条：", "✗ 申请期已过，截止于 2024年8月1日（周四）"],
        ),
        (
            "demo-router",
            "营收5000万的话还能拿研发补助吗",
            "rd-grant",
            [
                "暂不符合，2 条没达到：",
                "✗ 研发投入占营收不低于 5%（贵公司：1.2%，还差 3.8 个百分点）",
                "✗ 年营收不超过 2,000 万元（您说：5,000 万元，超出 3,000 万元）",
            ],
        ),
    ],
)
def test_company_reads_what_it_means_for_itself(
    ask: Ask, company: str, text: str, record: str, first: list[str]
) -> None:
    answer = ask(text, company=COMPANIES[company])
    assert ids(answer) == [record]
    assert lines(answer)[1 : len(first) + 1] == first


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("我们能申请云资源券吗", DECIDES),
        ("云资源券我们能拿多少", DECIDES),
        ("云资源券我们还差什么", DECIDES),
        ("我们能申请哪些补贴", DECIDES),
        ("我们拿补贴还差什么", DECIDES),
        ("can we get the cloud voucher", "Worked out from the park's record as of 22 November; the park decides."),
    ],
)
def test_verdict_names_its_records_day_and_says_that_the_park_decides(ask: Ask, text: str, last: str) -> None:
    answer = ask(text, company=COMPANIES["demo-router"])
    assert lines(answer)[-2] == last


@pytest.mark.parametrize(
    ("text", "record", "first"),
    [
        (
            "我们入驻八个月了，能申请展位优惠吗",
            "booth-discount",
            ["可以申请，条件符合：", "✓ 入驻满 6 个月（您说：8 个月）"],
        ),
        (
            "我们才入驻三个月，能申请展位优惠吗",
            "booth-discount",
            ["暂不符合，1 条没达到：", "✗ 入驻满 6 个月（您说：3 个月，还差 3 个月）"],
        ),
        (
            "We moved in eight months ago, can we get the booth discount?",
            "booth-discount",
            ["Yes, you can apply; the condition is met:", "✓ a tenant for at least 6 months (you say: 8 months)"],
        ),
        (
            "我们做物联网的，刚搬来两个月，成立三年，注册在园区，能申请租金补贴吗",
            "rent-three-year",
            [
                "可以申请，3 条都符合：",
                "✓ 从事云计算相关业务（贵公司：是）",
                "✓ 注册地在园区（您说：是）",
                "✓ 入驻时成立不超过 5 年（贵公司：2.8 年）",
                "按您说的时间，申请大约截止于 2027年3月25日（周四）。",
            ],
        ),
        (
            "我们2021年成立的，8月入驻，做物联网的，注册在园区，能申请租金补贴吗",
            "rent-three-year",
            [
                "可能可以申请，还有 1 条要确认：",
                "？ 入驻时成立不超过 5 年（贵公司：4.6–5.7 年，要看具体日期）",
                "✓ 从事云计算相关业务（贵公司：是）",
                "✓ 注册地在园区（您说：是）",
                "按您说的时间，申请大约截止于 2027年2月28日（周日）。",
            ],
        ),
        (
            "招了八个应届生能领多少",
            "graduate-hiring",
            ["8 人 × 3,000 元：共 24,000 元。", "前提：注册地在园区；劳动合同满 12 个月。"],
        ),
        (
            "certificate issued seven months ago, can I still claim the certification fee",
            "security-certification",
            [
                "From what you say, the time to apply is over; it ended on about Sunday, 25 October.",
                "Please apply within 6 months of the certificate.",
            ],
        ),
    ],
)
def test_question_that_describes_a_company_is_judged_by_that(
    ask: Ask, text: str, record: str, first: list[str]
) -> None:
    answer = ask(text)
    assert ids(answer) == [record]
    assert lines(answer)[1 : len(first) + 1] == first


@pytest.mark.parametrize(
    ("company", "text", "told"),
    [
        (
            "demo-router",
            "租金补贴还能申请吗",
            [
                "可以申请，3 条都符合：",
                "✓ 从事云计算相关业务（贵公司：是）",
                "✓ 注册地在园区（贵公司：是）",
                "✓ 入驻时成立不超过 5 年（贵公司：1.5 年）",
                "申请截止于 2027年2月15日（周一），当天也算。",
                DECIDES,
            ],
        ),
        (
            "demo-router",
            "应届生补贴我们合同签了半年，有资格吗",
            [
                "暂不符合，1 条没达到：",
                "✗ 劳动合同满 12 个月（您说：6 个月，还差 6 个月）",
                "✓ 注册地在园区（贵公司：是）",
                DECIDES,
            ],
        ),
        (
            "demo-tea",
            "云资源券离我们还差多少",
            [
                "还差 2 条：",
                "✗ 注册地在园区（贵公司：否）",
                "✗ 每年云资源支出不低于 2 万元（贵公司：5,000 元，还差 1.5 万元）",
                DECIDES,
            ],
        ),
        (
            "demo-router",
            "when is our last day to apply for the rent subsidy",
            [
                "Your company can apply until Monday, 15 February 2027, that day included.",
                "Please apply within 6 months of the move-in date.",
            ],
        ),
    ],
)
def test_nothing_is_told_twice(ask: Ask, company: str, text: str, told: list[str]) -> None:
    assert lines(ask(text, company=COMPANIES[company]))[1:-1] == told


@pytest.mark.parametrize(
    "text",
    [
        "我们公司成立两年，营收300万，研发60万，注册在园区，能申请什么补贴",
        "our company is 2 years old, revenue 3 million, R&D 600000, registered in the park, what grants can we get?",
    ],
)
def test_company_that_is_described_reads_what_it_can_get(ask: Ask, text: str) -> None:
    answer = ask(text)
    assert ids(answer)[:4] == ["loan-interest", "security-certification", "rd-grant", "patent-grant"]
    assert set(ids(answer)) >= {"rent-three-year", "high-tech-award", "booth-discount"}


@pytest.mark.parametrize(
    ("company", "text", "nearest"),
    [
        ("demo-tea", "我们还差哪些条件才能拿到补贴", "booth-discount"),
        ("demo-tea", "what would we need to get a subsidy?", "booth-discount"),
        ("demo-tea", "我们差什么", "booth-discount"),
        ("demo-saas", "我们拿补贴还差什么", "rd-grant"),
        ("demo-router", "我们拿补贴还差什么条件", "booth-discount"),
    ],
)
def test_company_reads_what_it_misses_by_least(ask: Ask, company: str, text: str, nearest: str) -> None:
    answer = ask(text, company=COMPANIES[company])
    assert ids(answer)[0] == nearest
    assert "nearest" in answer.explanation.reason


def test_list_goes_on_to_what_is_lacking_in_all_of_it(ask: Ask) -> None:
    ask("我们能申请哪些补贴", company=COMPANIES["demo-router"])
    assert ids(ask("还差什么", company=COMPANIES["demo-router"]))[0] == "booth-discount"


def test_record_goes_on_to_what_is_lacking_for_it(ask: Ask) -> None:
    ask("研发补助是什么", company=COMPANIES["demo-saas"])
    assert ids(ask("我们还差什么条件", company=COMPANIES["demo-saas"])) == ["rd-grant"]


@pytest.mark.parametrize("text", ["租金补贴我们能申请吗", "can we get the rent subsidy?", "租金补贴我们还差什么"])
def test_nobody_in_particular_is_offered_the_profile(ask: Ask, text: str) -> None:
    answer = ask(text)
    assert answer.message.buttons[0][0].data == "profile"
    assert "/profile" in answer.text
    ask.context = None
    known = ask(text, company=COMPANIES["demo-router"])
    assert all(button.data != "profile" for row in known.message.buttons for button in row)


def test_explanation_shows_every_clause_that_was_judged(ask: Ask) -> None:
    answer = ask("租金补贴我们能申请吗", company=COMPANIES["demo-router"])
    assert answer.explanation.clauses == (
        "cloud_related: met (true)",
        "registered_in_park: met (true)",
        "company_age_at_move_in_years: met (1.455022831)",
        "last day to apply: met (2027-02-15)",
    )
    ask.context = None
    listed = ask("我们能申请哪些补贴", company=COMPANIES["demo-router"]).explanation.clauses
    assert "high-tech-award, first_recognition: unknown (needs first_recognition)" in listed
    ask.context = None
    assert ask("租金补贴我们能申请吗").explanation.clauses == ()


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
