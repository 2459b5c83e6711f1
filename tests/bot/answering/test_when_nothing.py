"""Texts that look as if they named a time, and name none."""

import pytest

from bot.answering.text import fold
from bot.answering.when import find
from tests.bot.answering.times import NOW


@pytest.mark.parametrize(
    "text",
    [
        "",
        "租金补贴怎么申请",
        "便宜一点",
        "有一点贵",
        "能早一点吗",
        "1号楼在哪",
        "三号楼一楼",
        "2号会议室怎么订",
        "坐1号线到哪站下",
        "12号窗口",
        "24小时营业吗",
        "第一年补多少",
        "20个工作日出结果吗",
        "6个月内申请",
        "补贴36月",
        "每月一次",
        "一月一次",
        "打5折",
        "100点积分",
        "第3点要求",
        "提三点建议",
        "三年",
        "500人的会场",
        "1/3的股权",
        "之后天天有人吗",
        "提前天数",
        "2月30日",
        "13月5号",
        "2019年成立的公司",
        "12月32号",
        "32号",
        "二二号",
        "25:00",
        "8:75",
        "24:30",
    ],
)
def test_chinese_text_without_a_time_names_none(text: str) -> None:
    assert find(fold(text), NOW) is None


@pytest.mark.parametrize(
    "text",
    [
        "how do I apply for the rent subsidy",
        "may I book a room",
        "may 5 people come along",
        "we sat down in the sun",
        "sun protection",
        "march of the penguins",
        "a room on the 3rd floor",
        "first time here",
        "the second one",
        "open 24/7",
        "in 999999999999 days",
        "the year-end gathering",
        "a share of 1/3",
        "which one is it, the one by one",
        "2026-13-01",
        "sharp at 30",
        "by 20%",
        "version 2.0",
    ],
)
def test_english_text_without_a_time_names_none(text: str) -> None:
    assert find(fold(text), NOW) is None
