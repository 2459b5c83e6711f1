"""How many people or things a question speaks of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.described_counts import counts_in
from bot.answering.text import fold
from tests.bot.records import subsidy

GRADUATE = subsidy(benefits=[{"amount": 3000, "per": "graduate", "count_max": 20}]).benefits
DEGREES = subsidy(
    benefits=[
        {"label": {"zh": "本科", "en": "bachelor"}, "amount": 600, "per": "person-month"},
        {"label": {"zh": "硕士", "en": "master"}, "amount": 1000, "per": "person-month"},
        {"label": {"zh": "博士", "en": "doctor"}, "amount": 2000, "per": "person-month"},
    ]
).benefits
PATENTS = subsidy(
    benefits=[
        {"label": {"zh": "发明专利", "en": "invention patent"}, "amount": 10_000, "per": "patent"},
        {"label": {"zh": "PCT国际专利", "en": "PCT patent"}, "amount": 30_000, "per": "patent"},
    ]
).benefits


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("今年招了28个应届生", [28]),
        ("招了八个应届毕业生能领多少", [8]),
        ("新来的毕业生有十二名", [12]),
        ("应届生招了28个", [28]),
        ("二十五名毕业生全都补吗", [25]),
        ("今年招了三十个应届的，超过二十个还给吗", [30]),
        ("hired two kids straight from university, 5 fresh graduates", [5]),
        ("we took on 28 juniors this year", [28]),
    ],
)
def test_graduates_are_counted(text: str, counts: list[int]) -> None:
    assert list(counts_in(fold(text), GRADUATE).values()) == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("两个硕士一个博士", {"master": 2, "doctor": 1}),
        ("三个本科、两个硕士", {"bachelor": 3, "master": 2}),
        ("3 masters and one doctor", {"master": 3, "doctor": 1}),
        ("硕士来了五个", {"master": 5}),
    ],
)
def test_degrees_are_counted_each(text: str, counts: dict[str, int]) -> None:
    found = counts_in(fold(text), DEGREES)
    assert {one.label.en: count for one, count in found.items() if one.label} == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("三个发明专利能拿多少", {"invention patent": 3}),
        ("我们有2件PCT国际专利", {"PCT patent": 2}),
        ("三个发明，两个PCT", {"invention patent": 3, "PCT patent": 2}),
        ("five PCT patents", {"PCT patent": 5}),
        ("三个专利", {}),
    ],
)
def test_patents_are_counted_by_their_own_words(text: str, counts: dict[str, int]) -> None:
    found = counts_in(fold(text), PATENTS)
    assert {one.label.en: count for one, count in found.items() if one.label} == counts


@pytest.mark.parametrize(
    "text",
    [
        "",
        "一个应届生补多少",
        "how much for a graduate",
        "最多20个毕业生吗",
        "应届生要签12个月合同",
        "11月30日前报应届生",
        "第三个应届生",
        "招了5个应届生，不对，8个应届生",
        "99999999个毕业生",
        "0个毕业生",
    ],
)
def test_what_is_one_a_rule_in_dispute_or_absurd_is_no_count(text: str) -> None:
    assert counts_in(fold(text), GRADUATE) == {}


@given(st.text(max_size=60))
def test_any_text_counts_something_possible(text: str) -> None:
    assert all(0 < count <= 10_000 for count in counts_in(fold(text), (*GRADUATE, *DEGREES, *PATENTS)).values())


@given(st.integers(2, 9999))
def test_number_in_digits_is_the_count(number: int) -> None:
    assert counts_in(f"招了{number}个应届生", GRADUATE) == {GRADUATE[0]: number}
