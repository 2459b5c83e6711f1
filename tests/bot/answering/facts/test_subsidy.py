"""Subsidies in words, for nobody in particular; asked on Wednesday, 25 November 2026."""

import pytest

from bot.answering.facts.table import tell
from bot.knowledge.kinds import Subsidy
from tests.bot.answering.facts.subsidies import AWARD, BOOTH, CLOUD, HOUSING, RENT
from tests.bot.answering.facts.views import EN, WEDNESDAY, ZH, view
from tests.bot.records import event, facility, park, subsidy

FAIR = event(id="fair", name={"zh": "大会", "en": "Fair"}, starts="2027-10-13 09:00", ends="2027-10-16 17:00")
HALL = facility(id="hall", name={"zh": "服务厅", "en": "Service hall"})
RECORDS = (park(service_hall="hall"), HALL, FAIR, RENT, CLOUD, BOOTH, HOUSING, AWARD)

YEARS_EN = "Year 1: CNY 1.5 per square metre and day; Year 2: CNY 1 per square metre and day."


def told(
    record: Subsidy, aspect: str, zh: str = "", en: str = "", now: str = WEDNESDAY
) -> tuple[str | None, str | None]:
    return tell(record, aspect, view(RECORDS, ZH, zh, now)), tell(record, aspect, view(RECORDS, EN, en, now))


@pytest.mark.parametrize(
    ("record", "aspect", "zh", "en"),
    [
        (
            RENT,
            "amount",
            "第一年：每平方米每天 1.5 元；第二年：每平方米每天 1 元。面积最多按 200 平方米计算。",
            f"{YEARS_EN} Counted for up to 200 square metres.",
        ),
        (RENT, "cap", "面积最多按 200 平方米计算。", "Counted for up to 200 square metres."),
        (RENT, "duration", "连续补 2 年。", "2 years running."),
        (
            RENT,
            "who",
            "条件：从事云计算相关业务；入驻时成立不超过 5 年。",
            "Conditions: cloud-related business; at most 5 years old when moving in.",
        ),
        (RENT, "documents", "需要：执照、发票。", "You need: licence, invoices."),
        (RENT, "deadline", "请在入驻之日起 6 个月内申请。", "Please apply within 6 months of moving in."),
        (
            RENT,
            "decision_time",
            "收齐材料后 20 个工作日内有结果。",
            "Decided within 20 working days of a complete application.",
        ),
        (RENT, "paid", "发放方式：每半年发放。", "Paid: every half-year."),
        (
            RENT,
            "apply",
            "需要：执照、发票。\n请在入驻之日起 6 个月内申请。\n有疑问可到服务厅咨询。",
            "You need: licence, invoices.\nPlease apply within 6 months of moving in.\nQuestions? Service hall helps.",
        ),
        (
            CLOUD,
            "amount",
            "云资源账单的 30%，每年最高 10 万元。可补 2 年。",
            "30% of the cloud bill, at most CNY 100,000 per year. For up to 2 years.",
        ),
        (CLOUD, "cap", "每年最高 10 万元。", "At most CNY 100,000 per year."),
        (CLOUD, "duration", "可补 2 年。", "For up to 2 years."),
        (
            BOOTH,
            "amount",
            "标准展位价的 50%。每家企业最多 1 个。",
            "50% of the price of a standard booth. At most 1 per company.",
        ),
        (BOOTH, "quantity", "每家企业最多 1 个。", "At most 1 per company."),
        (
            BOOTH,
            "deadline",
            "请在大会开幕前 60 天提交申请。\n也就是最晚 2027年8月14日（周六）。",
            "Please apply 60 days before Fair opens.\nThat is Saturday, 14 August 2027 at the latest.",
        ),
        (
            HOUSING,
            "amount",
            "本科：每人每月 600 元；硕士：每人每月 1,000 元。最长 36 个月。",
            "bachelor: CNY 600 per person and month; master: CNY 1,000 per person and month. For up to 36 months.",
        ),
        (AWARD, "amount", "一次性 20 万元。", "CNY 200,000 once."),
    ],
)
def test_fact_of_a_subsidy_is_told(record: Subsidy, aspect: str, zh: str, en: str) -> None:
    assert told(record, aspect) == (zh, en)


def test_benefit_that_was_asked_about_stands_first() -> None:
    zh, en = told(HOUSING, "amount", "硕士能补多少", "how much for a master")
    assert zh == "硕士：每人每月 1,000 元；本科：每人每月 600 元。最长 36 个月。"
    assert (en or "").startswith("master: CNY 1,000")


def test_most_of_a_sum_that_is_always_the_same_is_that_sum() -> None:
    assert told(AWARD, "cap") == ("一次性 20 万元。", "CNY 200,000 once.")
    assert told(subsidy(benefits=[{"percent": 30, "of": "rd_spend"}]), "cap") == (None, None)


def test_cap_of_the_area_is_told_where_the_area_is_asked_about() -> None:
    both = subsidy(benefits=[{"amount": 1, "per": "m2-day", "area_cap": 200, "cap": 50_000}])
    assert told(both, "cap", "面积最多算多少", "up to how many square metres") == (
        "面积最多按 200 平方米计算。",
        "Counted for up to 200 square metres.",
    )
    assert told(both, "cap") == ("最高 5 万元。", "At most CNY 50,000.")


EVERY_YEAR = ("每年的截止日：3月31日、12月31日。", "Deadlines every year: 31 March, 31 December.")


@pytest.mark.parametrize(
    ("asked", "now", "zh"),
    [
        ("", WEDNESDAY, "下一个截止日：12月31日（周四），还有 36 天，当天也算。"),
        ("", "2026-12-31 23:59", "今天截止：12月31日（周四），今天内提交都算。"),
        ("", "2027-01-01 00:00", "下一个截止日：3月31日（周三），还有 89 天，当天也算。"),
        ("明年", WEDNESDAY, "下一个截止日：2027年3月31日（周三），还有 126 天，当天也算。"),
        ("2月", WEDNESDAY, "下一个截止日：12月31日（周四），还有 36 天，当天也算。"),
    ],
)
def test_deadline_is_the_next_or_that_of_the_time_asked_about(asked: str, now: str, zh: str) -> None:
    assert told(CLOUD, "deadline", asked, now=now)[0] == f"{zh}\n{EVERY_YEAR[0]}"


@pytest.mark.parametrize(
    ("now", "en"),
    [
        ("2026-12-13 10:00", "Next deadline: Tuesday, 15 December, 2 days left, that day included."),
        ("2026-12-14 10:00", "Next deadline: Tuesday, 15 December, 1 day left, that day included."),
        ("2026-12-15 10:00", "The deadline is today, Tuesday, 15 December: hand it in before midnight."),
    ],
)
def test_single_deadline_is_told_in_english(now: str, en: str) -> None:
    assert told(AWARD, "deadline", now=now)[1] == en


@pytest.mark.parametrize(
    ("now", "zh"),
    [
        ("2027-08-14 23:00", "也就是最晚 8月14日（周六）。"),
        ("2027-08-15 00:00", "这一届的申请已于 8月14日（周六）截止。"),
    ],
)
def test_deadline_before_an_event_counts_on_its_day(now: str, zh: str) -> None:
    assert told(BOOTH, "deadline", now=now)[0] == f"请在大会开幕前 60 天提交申请。\n{zh}"


def test_deadline_before_an_event_that_is_over_is_that_of_the_event_that_was() -> None:
    assert told(BOOTH, "deadline", now="2027-11-01 10:00")[0] == (
        "请在大会开幕前 60 天提交申请。\n这一届的申请已于 8月14日（周六）截止。"
    )


@pytest.mark.parametrize(
    "aspect", ["amount", "cap", "duration", "who", "documents", "deadline", "decision_time", "paid"]
)
def test_fact_that_the_subsidy_lacks_is_none(aspect: str) -> None:
    assert told(subsidy(), aspect) == (None, None)


def test_card_tells_amount_conditions_and_deadline() -> None:
    assert told(CLOUD, "overview")[0] == (
        "云资源账单的 30%，每年最高 10 万元。可补 2 年。\n条件：每年云资源支出不低于 2 万元。\n"
        f"下一个截止日：12月31日（周四），还有 36 天，当天也算。\n{EVERY_YEAR[0]}"
    )
